/** Pictures of maps: taken from editors, shown to viewers, and inert wherever they are opened. */
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import { assetPath, isAssetId, pictureTypeOf, type AssetId, type MadeAsset } from '@throughline/shared/protocol'
import { LIMITS, type MapId } from '@throughline/shared/schema'
import { takePicture } from '../assets/index.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { readBytes } from './read-json.ts'
import { resource } from './resource.ts'

/** Somebody else's bytes, whatever they turn out to be: opened as a page they load nothing, run nothing and are nobody. */
const INERT = "default-src 'none'; sandbox"
/** What is under an id never changes. */
const KEEP = 'private, max-age=31536000, immutable'
const ROOM = { count: LIMITS.pictures, bytes: LIMITS.picturesBytes }

async function readPictureBody(request: Request, response: Response): Promise<Uint8Array> {
  if (!/^image\//i.test(request.headers['content-type'] ?? ''))
    throw new AppError('wrong-type', 'Send the bytes of a picture, as image/png or what it is.')
  try {
    return await readBytes(request, response, LIMITS.pictureBytes)
  } catch (error) {
    if ((error as { status?: unknown }).status !== 413) throw error
    const megabytes = LIMITS.pictureBytes / 1024 / 1024
    throw new AppError('too-large', `A picture may have ${megabytes} MB. Make it smaller and try again.`, {
      cause: error,
    })
  }
}

/** A map may be deleted while its picture is on the way: then the picture goes too. */
async function keep({ stores }: HttpParts, map: MapId, id: AssetId, bytes: Uint8Array): Promise<void> {
  await stores.assets.add(map, id, bytes, ROOM)
  if ((await stores.maps.get(map)) !== null) return
  await stores.assets.removeAll(map)
  throw new AppError('unknown-map', 'This map has been deleted.')
}

async function send({ stores }: HttpParts, map: MapId, request: Request, response: Response): Promise<void> {
  const { assetId } = request.params
  const found = isAssetId(assetId) ? await stores.assets.find(map, assetId) : null
  if (!isAssetId(assetId) || found === null) throw new AppError('not-found', 'This map has no such picture.')
  response.setHeader('Content-Type', pictureTypeOf(assetId))
  response.setHeader('Content-Length', found.size)
  response.setHeader('Content-Disposition', `inline; filename="${assetId}"`)
  response.setHeader('Content-Security-Policy', INERT)
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', KEEP)
  response.setHeader('ETag', `"${assetId}"`)
  if (request.headers['if-none-match']?.includes(`"${assetId}"`) === true) {
    response.removeHeader('Content-Length')
    response.status(304).end()
  } else if (request.method === 'HEAD') response.end()
  // A browser that turns away in the middle is no error of ours.
  else await pipeline(found.read(), response).catch(() => response.destroy())
}

export function assetRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps/:id/assets', {
    async post(request, response) {
      const { map } = await callerOf(parts, request, response, 'editor')
      const bytes = await readPictureBody(request, response)
      const { id, width, height } = takePicture(bytes)
      await keep(parts, map, id, bytes)
      parts.log.info('picture kept', { map, bytes: bytes.length, type: pictureTypeOf(id) })
      const url = assetPath(map, id)
      response
        .status(201)
        .location(url)
        .json({ id, type: pictureTypeOf(id), width, height, url } satisfies MadeAsset)
    },
  })
  resource(router, '/api/maps/:id/assets/:assetId', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'viewer')
      await send(parts, map, request, response)
    },
  })
}
