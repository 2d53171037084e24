/** Maps: made, read, added to, deleted. */
import type { Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import { pageFramesOf, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { contentToAdd } from '@throughline/shared/landing'
import { asRecord, exportMapFile, importMapFile, type ImportedMap } from '@throughline/shared/map-file'
import { asProposed, importPasted, readPasted } from '@throughline/shared/paste'
import {
  importQuery,
  importTextRequest,
  makeMapRequest,
  type ClearedAnswer,
  type ImportAnswer,
  type MadeMap,
} from '@throughline/shared/protocol'
import { renderOutline } from '@throughline/shared/outline'
import { dayOf, type MapId, type PositioningMap } from '@throughline/shared/schema'
import { clearNow, makeMap } from '../maps/index.ts'
import type { Room } from '../rooms/index.ts'
import { docName } from '../stores/index.ts'
import { callerOf, originOf, requireAdmin } from './caller.ts'
import { presentNotices } from './present-notices.ts'
import type { HttpParts } from './parts.ts'
import { check, readMapBody } from './read-json.ts'
import { resource } from './resource.ts'

function withCanvas<Answer>(parts: HttpParts, map: MapId, work: (room: Room) => Promise<Answer>): Promise<Answer> {
  return parts.rooms.use(docName(map, 'canvas'), work)
}

export function mapRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps', {
    async post(request, response) {
      requireAdmin(parts, request)
      const asked = check(makeMapRequest, await readMapBody(request, response, true))
      const { id, title, keys, report } = await makeMap({ ...parts, maps: parts.stores.maps }, asked)
      parts.log.info('map made', { map: id, template: asked.template ?? (asked.map === undefined ? 'blank' : 'file') })
      const path = `/api/maps/${id}`
      response.setHeader('Cache-Control', 'no-store')
      response
        .status(201)
        .location(path)
        .json({ id, title, keys, url: `${originOf(parts, request)}/m/${id}`, report: [...report] } satisfies MadeMap)
    },
  })
  resource(router, '/api/maps/:id', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      response.json(
        await withCanvas(parts, map, async (room) => {
          const { map: read } = room.read()
          return exportMapFile(read, pageFramesOf(room.mapDoc, read))
        }),
      )
    },
    async delete(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const gone = new AppError('unknown-map', 'This map has been deleted.')
      parts.connections.refuseWhere((connection) => connection.map === map, gone)
      // First, so that none is left behind should this stop half-way; then again, for one that came in meanwhile.
      await parts.stores.assets.removeAll(map)
      parts.versions.forget(map)
      parts.webhooks.forget(map)
      parts.workshops.forget(map)
      await parts.rooms.removeMap(map)
      await parts.stores.assets.removeAll(map)
      parts.log.info('map deleted', { map })
      response.status(204).end()
    },
  })
  resource(router, '/api/maps/:id/deleted', {
    async delete(request, response) {
      const { map } = await callerOf(parts, request, response, 'owner')
      const cleared = await clearNow(
        { ...parts, maps: parts.stores.maps, kept: [parts.versions, parts.webhooks, parts.digests] },
        map,
      )
      parts.log.info('deleted blocks cleared', { map, blocks: cleared })
      response.json({ cleared } satisfies ClearedAnswer)
    },
  })
  resource(router, '/api/maps/:id/text', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const text = await withCanvas(parts, map, async (room) => renderOutline(room.read().map))
      response.type('text/markdown; charset=utf-8').send(text)
    },
  })
  resource(router, '/api/maps/:id/notices', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      const today = dayOf(parts.clock.now())
      response.json(await withCanvas(parts, map, async (room) => presentNotices(room.read(), today)))
    },
  })
  resource(router, '/api/maps/:id/import', {
    async post(request, response) {
      const caller = await callerOf(parts, request, response, 'editor')
      const { map, personId } = caller
      const isDry = check(importQuery, request.query).dry === '1'
      if (!isDry) await parts.workshops.refuseIfLocked(caller)
      const body = await readMapBody(request, response, false)
      response.json(await withCanvas(parts, map, (room) => addTo(parts, room, body, isDry, personId)))
    },
  })
}

/** A map file, or a text that says what it is; a map file names its format, and has no `text`. */
function readImport(body: unknown, here: PositioningMap): ImportedMap {
  const record = asRecord(body)
  if (record === null || 'format' in record || !('text' in record || 'as' in record))
    return importMapFile(body, 'add', here)
  const { text, as } = check(importTextRequest, body)
  return importPasted(readPasted(text, as), asProposed, 'add', here)
}

async function addTo(
  { clock }: HttpParts,
  room: Room,
  body: unknown,
  isDry: boolean,
  by: string,
): Promise<ImportAnswer> {
  const here = room.read().map
  const imported = readImport(body, here)
  const now = clock.now()
  if (!isDry && imported.blocks.length + imported.voices.length > 0) {
    const content = contentToAdd(here, imported, now)
    await room.edit((map) => placeContent(map, content, now, UNTRACKED), by)
  }
  const blocks = imported.renamed.map(({ from, id }) => ({ from, id }))
  return { added: { blocks, links: imported.links.length }, report: [...imported.report] }
}
