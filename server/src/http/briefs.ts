/** The brief of a map: as data, and as the files it is made into. */
import type { Request, Response, Router } from 'express'
import {
  audiencesOf,
  composeCopy,
  COPY_PARTS,
  liveAddress,
  type CopyPart,
  type CopyPiece,
  type ShownBrief,
} from '@throughline/shared/brief'
import { AppError } from '@throughline/shared/errors'
import { includes } from '@throughline/shared/access'
import {
  briefChangesQuery,
  briefQuery,
  LEFT_OUT_HEADER,
  MISSING_LETTERS_HEADER,
  NO_ROOM_HEADER,
  pictureTypeOf,
  type AssetId,
  type BriefChangesAnswer,
} from '@throughline/shared/protocol'
import { briefChangesSince } from '../changes/index.ts'
import type { BlockId, EpochMs, PositioningMap } from '@throughline/shared/schema'
import { readLogo } from '../brief/logo.ts'
import { briefOf } from '../brief/brief-of.ts'
import { exportBrief, isPrinted, noAudience, type BriefFile } from '../brief/export-brief.ts'
import { PrintedBriefs } from '../brief/printed-briefs.ts'
import { OneByOne } from '../one-by-one.ts'
import { stateShown, type ShownState } from '../brief/shown-state.ts'
import type { Caller } from '../access/index.ts'
import { callerOf, originOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check } from './read-json.ts'
import { resource } from './resource.ts'

/** A page of somebody else's words: it may show itself and do nothing else. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-modals"

/** A header has its limits. */
const MOST_LETTERS = 100

/** Words to take along, in place of the page: one text, and what it is put together of. */
async function makeCopy(parts: HttpParts, { map, key }: Caller, part: CopyPart, audience: string | undefined) {
  const { map: read } = await stateShown(parts, map, key.role)
  const pieces = piecesOf(read, part, audience)
  return { part, text: pieces.map(({ text }) => text).join('\n\n'), pieces }
}

function piecesOf(map: PositioningMap, part: CopyPart, audience: string | undefined): readonly CopyPiece[] {
  const pieces = composeCopy(map, { part, audience: audience as BlockId | undefined })
  if (!pieces.ok) throw noAudience()
  return pieces.value
}

interface BriefParts extends HttpParts {
  readonly reads: OneByOne
  readonly printed: PrintedBriefs
}

/** How whoever asks wishes it to be said, of a state of the map. */
function wishOf(parts: BriefParts, { map }: Caller, request: Request) {
  const { audience, paper, design, dissent, lens, wording } = check(briefQuery, request.query)
  const copy = { audience: audience as BlockId | undefined, lens, wording }
  const look = { paper, design, picture: (asset: string) => readLogo(parts.stores.assets, map, asset) }
  const said = (state: Omit<ShownState, 'map'>) => {
    const live = liveAddress(originOf(parts, request), map, { ...copy, asOf: state.asOf })
    return { ...state, ...copy, live, dissent: dissent === '1' }
  }
  return { said, look }
}

/** What whoever asks is shown of the map, and how they wish it to be said. */
async function wished(parts: BriefParts, caller: Caller, request: Request) {
  const { said, look } = wishOf(parts, caller, request)
  const { map: read, ...state } = await parts.reads.run(() => stateShown(parts, caller.map, caller.key.role))
  return { read, look, options: said(state) }
}

async function makeBrief(parts: BriefParts, caller: Caller, format: string, request: Request): Promise<BriefFile> {
  if (isPrinted(format)) {
    const { map, key } = caller
    return parts.printed.make({ map, role: key.role, format, ...wishOf(parts, caller, request) })
  }
  const { read, look, options } = await wished(parts, caller, request)
  return exportBrief(read, format, { ...options, ...look, printer: parts.printer })
}

/** Beyond the contract: what the page of a brief shows, read from the map once. */
async function makePage(parts: BriefParts, caller: Caller, request: Request): Promise<ShownBrief> {
  const { read, options } = await wished(parts, caller, request)
  const brief = briefOf(read, options)
  const whole = briefOf(read, { ...options, audience: undefined, lens: undefined, wording: 'now' })
  if (!brief.ok || !whole.ok) throw noAudience()
  const pieces = (part: CopyPart) => piecesOf(read, part, options.audience)
  return {
    brief: brief.value,
    audiences: audiencesOf(whole.value),
    pieces: Object.fromEntries(COPY_PARTS.map((part) => [part, pieces(part)])) as ShownBrief['pieces'],
  }
}

/** Beyond the contract: for the page that a printed copy leads to. */
async function makeChanges(parts: HttpParts, request: Request, response: Response): Promise<BriefChangesAnswer> {
  const { map, key } = await callerOf(parts, request, response, 'reader')
  const { since, audience, lens, wording } = check(briefChangesQuery, request.query)
  const state = { revision: 0, asOf: 0 as EpochMs, lens, wording, audience: audience as BlockId | undefined }
  const shown = await stateShown(parts, map, key.role)
  const lines = await briefChangesSince({ ...parts, maps: parts.stores.maps }, map, since as EpochMs, shown, (read) => {
    const brief = briefOf(read, state)
    return brief.ok ? brief.value : null
  })
  // What a brief once said is history of the map, and a reader has none of it.
  const mayLookBack = includes(key.role, 'viewer')
  return {
    since,
    lines: lines.map((line) => (line.is === 'gone' && !mayLookBack ? { ...line, text: '' } : line)),
  }
}

/** RFC 6266: the plain name for old programs, and the title in its own letters for all others. */
function disposition({ fileName, fullName }: BriefFile): string {
  const encoded = encodeURIComponent(fullName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `inline; filename="${fileName}"; filename*=UTF-8''${encoded}`
}

export function briefRoutes(router: Router, httpParts: HttpParts): void {
  const parts = { ...httpParts, reads: new OneByOne(), printed: new PrintedBriefs(httpParts) }
  resource(router, '/api/maps/:id/brief', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      const { part, audience } = check(briefQuery, request.query)
      if (part !== undefined) {
        response.json(await makeCopy(parts, caller, part, audience))
        return
      }
      const { body, contentType, leftOut } = await makeBrief(parts, caller, 'json', request)
      response.setHeader(LEFT_OUT_HEADER, String(leftOut))
      response.setHeader('Content-Type', contentType)
      response.send(body)
    },
  })
  resource(router, '/api/maps/:id/brief/page', {
    async get(request, response) {
      response.json(await makePage(parts, await callerOf(parts, request, response, 'reader'), request))
    },
  })
  resource(router, '/api/maps/:id/brief/changes', {
    async get(request, response) {
      response.json(await makeChanges(parts, request, response))
    },
  })
  // Beyond the contract: readers see no other picture of the map.
  resource(router, '/api/maps/:id/brief/logo', {
    async get(request, response) {
      const { map, key } = await callerOf(parts, request, response, 'reader')
      const { logo } = (await stateShown(parts, map, key.role)).map.brief
      const bytes = logo === null ? null : await readLogo(parts.stores.assets, map, logo.asset)
      if (logo === null || bytes === null) throw new AppError('not-found', 'This brief has no logo.')
      response.setHeader('Content-Type', pictureTypeOf(logo.asset as AssetId))
      response.setHeader('Content-Security-Policy', INERT)
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader('Cache-Control', 'private, no-cache')
      response.setHeader('ETag', `"${logo.asset}"`)
      response.send(bytes)
    },
  })
  resource(router, '/api/maps/:id/brief.:format', {
    async get(request, response) {
      const caller = await callerOf(parts, request, response, 'reader')
      const format = String(request.params['format'])
      const file = await makeBrief(parts, caller, format, request)
      const { body, contentType, leftOut, noRoom, missing } = file
      response.setHeader(LEFT_OUT_HEADER, String(leftOut))
      response.setHeader(NO_ROOM_HEADER, String(noRoom))
      if (missing.length > 0) response.setHeader(MISSING_LETTERS_HEADER, missing.slice(0, MOST_LETTERS).join(' '))
      response.setHeader('Content-Type', contentType)
      response.setHeader('Content-Disposition', disposition(file))
      response.setHeader('Content-Security-Policy', INERT)
      response.send(body)
    },
  })
}
