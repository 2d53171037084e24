/**
 * The boards that are opened: maps of ours on the real server, and tldraw alone with plain cards, built here from the
 * client's own tldraw.
 */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext } from '@playwright/test'
import { makeMap } from '../../world/api.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const KINDS = ['purpose', 'value', 'audience', 'proof'] as const
const WORDS = 'keeps medicine cold for nine hours without power at the end of the line'.split(' ')

/** Both boards are a grid of these. */
export const CARD = { w: 280, h: 160 } as const
export const CELL = { w: 340, h: 240 } as const

export interface Board {
  readonly name: string
  readonly url: string
  readonly blocks: number
  /** Of ours: the map and a key to write it. */
  readonly map?: { readonly id: string; readonly key: string }
}

/** A grid of blocks of all kinds, each link to a neighbour. Opened by a link that lets one edit. */
export async function ourBoard(origin: string, blocks: number, links: number): Promise<Board> {
  const columns = Math.ceil(Math.sqrt(blocks * 1.4))
  const id = (at: number): string => `block-${at}`
  const map = {
    format: 'throughline-map',
    version: 1,
    title: `${blocks} blocks`,
    blocks: Array.from({ length: blocks }, (_, at) => ({
      id: id(at),
      kind: KINDS[at % KINDS.length],
      statement: Array.from({ length: 8 + (at % 9) }, (__, word) => WORDS[(at * 7 + word) % WORDS.length]).join(' '),
      frame: { x: (at % columns) * CELL.w, y: Math.floor(at / columns) * CELL.h, ...CARD },
    })),
    links: Array.from({ length: links }, (_, at) => {
      const from = Math.floor((at * (blocks - 1)) / links)
      return { from: id(from), to: id((from + (at % 2 === 0 ? 1 : columns)) % blocks) }
    }),
  }
  const made = await makeMap(origin, { map })
  const key = { id: made.id, key: made.keys.editor }
  return { name: `Throughline, ${blocks} blocks, ${links} links`, url: made.link('editor'), blocks, map: key }
}

/** Builds the bare board into a folder. */
export async function buildBareBoard(folder: string): Promise<void> {
  const vite = join(ROOT, 'client/node_modules/vite/bin/vite.js')
  const build = ['build', 'bench/bare-board', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  await promisify(execFile)(process.execPath, [vite, ...build], { cwd: join(ROOT, 'client') })
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const BARE = 'http://bare.localhost'

/** Lets a browser open it; what tldraw would fetch from its makers is refused. */
export async function serveBareBoard(context: BrowserContext, folder: string, cards: number): Promise<Board> {
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== BARE) return route.abort()
    const path = pathname === '/' ? '/index.html' : pathname
    const contentType = TYPES[extname(path)] ?? 'application/octet-stream'
    await route.fulfill({ body: await readFile(join(folder, path)), contentType })
  })
  return { name: `tldraw alone, ${cards} plain cards`, url: `${BARE}/?cards=${cards}`, blocks: cards }
}
