/** What a page costs: the first one after the start, the next ones, and those who edit meanwhile. */
import { setTimeout } from 'node:timers/promises'
import { makeMap, type MadeMap } from '../world/api.ts'
import { askBrief, type Ask } from './ask-brief.ts'
import { startAsker } from './asker.ts'
import { load } from './machine.ts'
import { measureRoom, type RoomFigures } from './one-room.ts'
import type { Kind } from './servers/server.ts'
import { median, percentile, type Row } from './table.ts'

const BLOCKS = 40
const DESIGNS = ['quiet', 'editorial', 'bold'] as const
type Design = (typeof DESIGNS)[number]
/** Pages of each design, each of a map that has not been printed. */
const RUNS = 9
const AT_ONCE = 20
const PEOPLE = 50
/** After maps were made, their first versions are kept. */
const SETTLE_MS = 4_000
const WORDS = 'keeps medicine cold for nine hours without power at the end of the line'.split(' ')

/** A purpose, and values with an audience and a proof each; no two maps say the same. */
function fileOf(tag: number): unknown {
  const words = (n: number, count: number) =>
    Array.from({ length: count }, (_, at) => WORDS[(n * 7 + tag * 3 + at) % WORDS.length]).join(' ')
  const KINDS = ['value', 'audience', 'proof'] as const
  const blocks = Array.from({ length: BLOCKS }, (_, n) => ({
    id: `b${n}`,
    kind: n === 0 ? 'purpose' : KINDS[(n - 1) % 3],
    statement: `${tag} ${words(n, 12)}.`,
    detail: `${words(n + 3, 20)}. ${words(n + 5, 20)}.`,
  }))
  const valueOf = (n: number) => n - ((n - 1) % 3)
  const links = blocks
    .slice(1)
    .map(({ id }, at) => ({ from: `b${valueOf(at + 1) === at + 1 ? 0 : valueOf(at + 1)}`, to: id }))
  return { format: 'throughline-map', version: 1, title: `Bench ${tag}`, blocks, links }
}

const askFor = (origin: string, map: MadeMap, design: Design): Ask => ({
  url: `${origin}/api/maps/${map.id}/brief.pdf?design=${design}`,
  key: map.keys.reader,
})

export async function measurePages(kind: Kind): Promise<readonly Row[]> {
  const server = await kind.start()
  const origin = `http://127.0.0.1:${server.port}`
  try {
    const rows: Row[] = []
    // Made before: what a new map keeps the server busy with is no part of its brief.
    const maps: MadeMap[] = []
    for (let tag = 0; tag < DESIGNS.length * (RUNS + 1); tag += 1) {
      maps.push(await makeMap(origin, { map: fileOf(tag) }))
    }
    await setTimeout(SETTLE_MS)
    for (const [at, design] of DESIGNS.entries()) {
      const times: number[] = []
      for (const map of maps.splice(0, RUNS + 1)) times.push(await askBrief(askFor(origin, map, design)))
      const [first = Number.NaN, ...warm] = times
      rows.push({
        design,
        'first of its process ms': at === 0 ? first.toFixed(0) : '',
        'warm median ms': median(warm).toFixed(0),
        'warm p95 ms': percentile(warm, 0.95).toFixed(0),
        load: load(),
      })
    }
    return rows
  } finally {
    await server.stop()
  }
}

/** The same room alone, while twenty briefs are asked for at once, and alone again. */
export async function measureBeside(kind: Kind, seconds: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  let done = Number.NaN
  const beside = async (port: number) => {
    const origin = `http://127.0.0.1:${port}`
    const maps: MadeMap[] = []
    for (let at = 0; at < AT_ONCE; at += 1) maps.push(await makeMap(origin, { map: fileOf(1_000 + at) }))
    const ask = await startAsker()
    await setTimeout(SETTLE_MS)
    return async () => {
      done = Math.max(...(await ask(maps.map((map, at) => askFor(origin, map, DESIGNS[at % 3] ?? 'quiet')))))
    }
  }
  for (const [name, work] of [
    ['alone', undefined],
    [`beside ${AT_ONCE} briefs`, beside],
    ['alone again', undefined],
  ] as const) {
    const before = load()
    const figures = await measureRoom(kind, PEOPLE, seconds, work)
    rows.push({
      room: name,
      ...roomRow(figures),
      'last brief ms': work === undefined ? '' : done.toFixed(0),
      load: before,
    })
  }
  return rows
}

function roomRow({ arrived, delays, receipts }: RoomFigures): Row {
  return {
    'arrived %': (arrived * 100).toFixed(1),
    'p50 ms': median(delays).toFixed(1),
    'p99 ms': percentile(delays, 0.99).toFixed(1),
    'worst ms': Math.max(...delays).toFixed(1),
    'saved p99 ms': percentile(receipts, 0.99).toFixed(1),
  }
}
