/** `pnpm bench --only canvas`: how soon maps are there, and how even their frames are beside tldraw's own. */
import type { Browser } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../world/server.ts'
import { load } from '../machine.ts'
import type { Report } from '../report.ts'
import { median, type Row } from '../table.ts'
import { buildBareBoard, ourBoard, serveBareBoard, type Board } from './boards.ts'
import type { Move } from './in-page.ts'
import {
  newVisitor,
  openBoard,
  openBrowser,
  type Frames,
  type Held,
  type Look,
  type OpenBoard,
  type Opening,
} from './measure.ts'
import { startWriting } from './writer.ts'

const BUILT = join(import.meta.dirname, '../../../client/dist/map.html')
const OPENINGS = 5
const ROUNDS = 2
const FRAMES_MS = 2_500
const PLAIN_CARDS = 200

interface Scene {
  readonly name: string
  readonly at: Look
  readonly move: Move
  /** For drags. */
  readonly held?: Held
  /** Whether somebody else writes meanwhile: 20 letters a second. Compared with the same scene where nobody does. */
  readonly others?: true
}

const SCENES: readonly Scene[] = [
  { name: 'pan, whole board', at: 'fit', move: 'pan' },
  { name: 'zoom from there', at: 'fit', move: 'zoom' },
  { name: 'pan at 35 %', at: 0.35, move: 'pan' },
  { name: 'pan at 35 %, others write', at: 0.35, move: 'pan', others: true },
  { name: 'pan at 25 %, others write', at: 0.25, move: 'pan', others: true },
  { name: 'pan at 100 %', at: 'life size', move: 'pan' },
  { name: 'drag one', at: 'life size', move: 'drag', held: 1 },
  { name: 'drag fifty at 25 %', at: 0.25, move: 'drag', held: 50 },
]

const ms = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : '–')

async function openings(browser: Browser, board: Board, times: number): Promise<Row> {
  const before = load()
  const found: Opening[] = []
  for (let time = 0; time < times; time += 1) {
    const context = await newVisitor(browser)
    found.push((await openBoard(browser, context, board)).opening)
    await context.close()
  }
  const middle = (key: keyof Opening): string => ms(median(found.map((opening) => opening[key])))
  return {
    map: board.name,
    openings: String(times),
    'cards seen, ms': middle('paintedMs'),
    'ready for work, ms': middle('readyMs'),
    'CPU ms until seen': middle('cpuMs'),
    load: before,
  }
}

interface Seen {
  readonly board: Board
  readonly open: OpenBoard
  /** Of our server. */
  readonly origin: string
}

async function measure({ board, open, origin }: Seen, { move, held, others }: Scene): Promise<Frames> {
  const stop = others === true && board.map !== undefined ? await startWriting(origin, board) : null
  if (held !== undefined) await open.hold(held)
  try {
    return await open.frames(move, FRAMES_MS)
  } finally {
    if (held !== undefined) await open.letGo()
    stop?.()
  }
}

async function frames(seen: Seen, scene: Scene, bare: Frames | null): Promise<[Frames, Row]> {
  const { board, open } = seen
  const before = load()
  const zoom = await open.look(scene.at)
  const found = await measure(seen, scene)
  const row: Row = {
    scene: scene.name,
    board: board.name,
    'zoom %': ms(zoom * 100),
    'p50 ms': ms(found.p50Ms),
    'p95 ms': ms(found.p95Ms),
    'p95 of tldraw alone': bare === null ? '' : `${(found.p95Ms / bare.p95Ms).toFixed(2)}×`,
    'CPU ms a frame': ms(found.cpuMs),
    load: before,
  }
  return [found, row]
}

/** In turn, so that what else the machine does falls on each alike. */
async function compareFrames(bare: Seen, ours: readonly Seen[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const scene of SCENES)
    for (let round = 0; round < ROUNDS; round += 1) {
      const [plain, row] = await frames(bare, scene, null)
      rows.push(row)
      for (const seen of ours) rows.push((await frames(seen, scene, plain))[1])
    }
  return rows
}

export async function benchCanvas(report: Report): Promise<void> {
  if (!existsSync(BUILT)) throw new Error('The canvas is measured as it is built: run "pnpm build" first.')
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bare-board-'))
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const small = await ourBoard(server.origin, 20, 15)
    const middling = await ourBoard(server.origin, 500, 250)
    const large = await ourBoard(server.origin, 1_000, 300)
    const huge = await ourBoard(server.origin, 5_000, 1_500)
    report.table('Opening a map in a browser that has never been here (medians)', [
      await openings(browser, small, OPENINGS),
      await openings(browser, middling, OPENINGS),
      await openings(browser, large, 3),
      await openings(browser, huge, 2),
    ])
    await buildBareBoard(folder)
    const context = await newVisitor(browser)
    const plain = await serveBareBoard(context, folder, PLAIN_CARDS)
    const see = async (board: Board): Promise<Seen> => ({
      board,
      open: await openBoard(browser, context, board),
      origin: server.origin,
    })
    const rows = await compareFrames(await see(plain), [await see(large), await see(huge)])
    report.table('Frames while the camera moves', rows)
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
