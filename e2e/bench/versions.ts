/**
 * What versions cost: what a month of work leaves in the database, and how long one takes to open.
 *
 * A month takes a clock in the hand, so it is worked by the server's own parts in a process of their own
 * (`server/test/month-process.ts`); opening is measured over HTTP, on a server as people start it.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { callAs, makeMap } from '../world/api.ts'
import { cpuSeconds } from './machine.ts'
import { mapFileOf } from './map.ts'
import { KINDS } from './servers/kinds.ts'
import { median, type Row } from './table.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const NODE_24 = join(ROOT, 'node_modules', '.bin', 'node')
const BLOCKS = 300
const EDITS = 10_000
const RUNS = 25
const KB = 1024

interface Month {
  readonly maps: readonly {
    readonly versions: number
    readonly openMs: readonly number[]
    readonly documentBytes: number
  }[]
}

export type Texts = 'prose' | 'words that never repeat'

/** 10,000 edits on each of so many maps over 30 days. */
export async function measureMonth(maps: number, texts: Texts): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-month-'))
  try {
    const vocabulary = texts === 'prose' ? await vocabularyOfDocs() : undefined
    const size = JSON.stringify({ blocks: BLOCKS, edits: EDITS, maps, vocabulary })
    const script = join('server', 'test', 'month-process.ts')
    const { stdout } = await promisify(execFile)(NODE_24, [script, folder, size], { cwd: ROOT })
    const month = JSON.parse(stdout) as Month
    const current = month.maps.reduce((sum, { documentBytes }) => sum + documentBytes, 0)
    let onDisk = 0
    for (const name of await readdir(folder))
      if (name.startsWith('throughline.db') && !name.endsWith('-shm')) onDisk += (await stat(join(folder, name))).size
    return {
      maps: String(maps),
      texts,
      'edits a map': String(EDITS),
      'versions a map': String(Math.max(...month.maps.map(({ versions }) => versions))),
      'read one ms, median': median(month.maps.flatMap(({ openMs }) => openMs)).toFixed(1),
      'maps kB': (current / KB).toFixed(0),
      'database kB': (onDisk / KB).toFixed(0),
      'of the maps': `${(onDisk / current).toFixed(2)}×`,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The words of the project's own documents, the commonest first. */
async function vocabularyOfDocs(): Promise<readonly string[]> {
  const counts = new Map<string, number>()
  for (const name of ['architecture', 'operating', 'performance', 'surprises', 'threat-model'])
    for (const word of (await readFile(join(ROOT, 'docs', `${name}.md`), 'utf8')).match(/[A-Za-z]+/g) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word)
}

/** A version that differs from its base, opened as a map file (the contract's call) and as the page reads it. */
export async function measureOpening(blocks: number): Promise<Row> {
  const [ours] = KINDS.live
  const server = await ours.start()
  try {
    const origin = `http://127.0.0.1:${server.port}`
    const map = await makeMap(origin, { map: wordyFile(blocks) })
    const path = `${origin}/api/maps/${map.id}`
    const post = (to: string, body: unknown) =>
      callAs(map.keys.editor, `${path}/${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await post('versions', { name: 'Before' })
    await post('import', {
      format: 'throughline-map',
      version: 1,
      blocks: [{ kind: 'proof', statement: 'Nine of ten.' }],
    })
    const { id } = (await (await post('versions', { name: 'After' })).json()) as { readonly id: string }
    const file = await opening(server.pid, () => callAs(map.keys.viewer, `${path}/versions/${id}`))
    const state = await opening(server.pid, () => callAs(map.keys.viewer, `${path}/versions/${id}/state`))
    return {
      blocks: String(blocks),
      'state kB': (state.bytes / KB).toFixed(0),
      'as a map file ms': file.ms.toFixed(1),
      'server CPU ms': file.cpuMs.toFixed(1),
      'as the page reads it ms': state.ms.toFixed(1),
      'its server CPU ms': state.cpuMs.toFixed(1),
    }
  } finally {
    await server.stop()
  }
}

function wordyFile(blocks: number): unknown {
  const file = mapFileOf(blocks) as { readonly blocks: readonly { readonly statement: string }[] }
  const detail = (statement: string, n: number) =>
    Array.from({ length: 4 }, (_, at) => `${statement} ${n + at}.`).join(' ')
  return { ...file, blocks: file.blocks.map((block, n) => ({ ...block, detail: detail(block.statement, n) })) }
}

interface Opening {
  /** Median, from the call to its last byte. */
  readonly ms: number
  /** Mean of the server's processor, all its threads. */
  readonly cpuMs: number
  readonly bytes: number
}

/** Some runs before are thrown away: a server that runs for a month has compiled its code. */
async function opening(pid: number, call: () => Promise<Response>): Promise<Opening> {
  const once = async () => {
    const start = performance.now()
    const body = await (await call()).arrayBuffer()
    return { ms: performance.now() - start, bytes: body.byteLength }
  }
  for (let n = 0; n < RUNS; n += 1) await once()
  const before = cpuSeconds(pid)
  const runs = []
  for (let n = 0; n < RUNS; n += 1) runs.push(await once())
  const cpuMs = ((cpuSeconds(pid) - before) * 1000) / RUNS
  return { ms: median(runs.map(({ ms }) => ms)), cpuMs, bytes: runs[0]?.bytes ?? 0 }
}
