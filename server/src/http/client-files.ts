/**
 * The built client: three pages for the addresses that people open, and their files. Hashed files never change, the page and
 * the service worker are never kept; what was compressed at build time goes out as it is.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import { AppError } from '@throughline/shared/errors'
import type { HttpParts } from './parts.ts'
import { resource } from './resource.ts'

const PAGES = {
  '/': 'index.html',
  '/m/:id/brief': 'index.html',
  '/m/:id/screen': 'index.html',
  // Its page fetches what every map needs along with the client itself.
  '/m/:id': 'map.html',
  // For phones: small, and without the rest of the client.
  '/j': 'join.html',
  '/j/:code': 'join.html',
} as const
const HASHED = /^\/assets\//
/** These say which files a build has: an old one beside a new one would be half of each. */
const NEVER_KEPT = /^\/(?:sw\.js|[\w-]+\.html)$/

function howLong(path: string): string {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable'
  return NEVER_KEPT.test(path) ? 'no-cache' : 'public, max-age=300'
}

const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found.size : null
  } catch {
    // Not there, or not to be read: for whoever asks it is the same.
    return null
  }
}

/** The best form of a file that the caller takes. */
async function choose(request: Request, file: string) {
  for (const { name, ending } of ENCODINGS) {
    if (request.acceptsEncodings(name) !== name) continue
    const size = await sizeOf(file + ending)
    if (size !== null) return { path: file + ending, size, encoding: name }
  }
  const size = await sizeOf(file)
  return size === null ? null : { path: file, size, encoding: null }
}

async function sendFile(request: Request, response: Response, file: string, keep: string): Promise<void> {
  const chosen = await choose(request, file)
  if (chosen === null) throw new AppError('not-found', 'There is nothing at this address.')
  response.type(extname(file) || 'application/octet-stream')
  response.setHeader('Content-Length', chosen.size)
  response.setHeader('Cache-Control', keep)
  response.vary('Accept-Encoding')
  if (chosen.encoding !== null) response.setHeader('Content-Encoding', chosen.encoding)
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  // A reader that hangs up in the middle is no error of ours.
  await pipeline(createReadStream(chosen.path), response).catch(() => response.destroy())
}

function inside(folder: string, path: string): string {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep) || path.includes('\0'))
    throw new AppError('not-found', 'There is nothing at this address.')
  return file
}

export function clientRoutes(router: Router, { clientDir }: HttpParts): void {
  for (const [path, file] of Object.entries(PAGES)) {
    const page = join(clientDir, file)
    resource(router, path, {
      async get(request, response) {
        if ((await sizeOf(page)) === null)
          throw new AppError('not-found', 'The client has not been built; run "pnpm build" and reload.')
        await sendFile(request, response, page, 'no-store')
      },
    })
  }
  resource(router, '/*path', {
    async get(request, response) {
      await sendFile(request, response, inside(clientDir, decodeURIComponent(request.path)), howLong(request.path))
    },
  })
}
