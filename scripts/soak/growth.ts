/** People come, type, go, for as long as one likes: memory and handles must not follow. */
import { setTimeout as pause } from 'node:timers/promises'
import type { MadeMap } from '../../shared/src/protocol/index.ts'
import { openHandles, residentBytes } from '../../e2e/bench/machine.ts'
import { median } from '../../e2e/bench/table.ts'
import { makeMap } from '../../server/test/kill-round.ts'
import { startProcess, type ServerProcess } from '../../server/test/start-process.ts'
import { joinAs } from '../../server/test/stock-peer.ts'
import { aliveBytes, ASKABLE } from './alive-memory.ts'
import { inNewFolder, type Chance, type Outcome } from './outcome.ts'

const MAPS = 20
const AT_ONCE = 8
const EDITS_AT_MOST = 200
/** Samples of memory in the whole time. */
const SAMPLES = 60
/** What is alive when all have gone, by what was alive before they came: code that has run once stays. */
const GROWTH_AT_MOST = 1.3
const MB = 1024 * 1024
/** A document that nobody changes for a second goes to rest, with a snapshot if it has so many updates. */
const EDITS_FOR_A_SNAPSHOT = 25
const FIRST_SNAPSHOT_MS = 5_000
/** Maps are unloaded a minute after the last one has left. */
const UNLOADED_AFTER_MS = 65_000

export function soakGrowth(minutes: number, chance: Chance): Promise<Outcome> {
  return inNewFolder(async (DATA_DIR) => {
    // As `pnpm start` does, and so that it can be asked.
    const server = await startProcess(
      { DATA_DIR, LOG_LEVEL: 'warn' },
      { flags: ['--max-semi-space-size=4', ...ASKABLE] },
    )
    try {
      return await comeAndGo(server, minutes * 60_000, chance)
    } finally {
      await server.end('SIGKILL')
    }
  })
}

async function comeAndGo(server: ServerProcess, ms: number, chance: Chance): Promise<Outcome> {
  const pid = server.process.pid ?? 0
  const maps: MadeMap[] = []
  for (let n = 0; n < MAPS; n += 1) maps.push(await makeMap(server))
  // What is opened once, when the first snapshot falls due, is no growth.
  const [first] = maps
  if (first !== undefined) for (let n = 0; n < EDITS_FOR_A_SNAPSHOT; n += 1) await visit(server, first, 1, n)
  await pause(FIRST_SNAPSHOT_MS)
  const aliveBefore = await aliveBytes(server)
  const handlesBefore = openHandles(pid)
  const memory: number[] = []
  const end = performance.now() + ms
  let visits = 0
  const visiting = Array.from({ length: AT_ONCE }, async () => {
    while (performance.now() < end) {
      const map = maps[Math.floor(chance() * maps.length)]
      if (map !== undefined) await visit(server, map, Math.ceil(chance() * EDITS_AT_MOST), visits)
      visits += 1
    }
  })
  while (performance.now() < end) {
    await pause(ms / SAMPLES)
    memory.push(residentBytes(pid))
  }
  await Promise.all(visiting)
  await pause(UNLOADED_AFTER_MS)
  const third = Math.floor(memory.length / 3)
  const middle = median(memory.slice(third, 2 * third))
  const last = median(memory.slice(2 * third))
  const residentAfter = residentBytes(pid)
  const aliveAfter = await aliveBytes(server)
  const handlesAfter = openHandles(pid)
  const megabytes = (value: number) => (value / MB).toFixed(0)
  return {
    wrong: [
      ...(aliveAfter <= aliveBefore * GROWTH_AT_MOST ? [] : ['memory has grown']),
      ...(handlesAfter <= handlesBefore + 2 ? [] : [`${handlesAfter - handlesBefore} handles stayed open`]),
    ],
    said:
      `${visits} visits to ${MAPS} maps; alive after a collection ${megabytes(aliveBefore)} MB before and ` +
      `${megabytes(aliveAfter)} when all were gone; resident ${megabytes(memory[0] ?? 0)} MB at first, ` +
      `${megabytes(middle)} in the middle third, ${megabytes(last)} in the last, ${megabytes(residentAfter)} when all ` +
      `were gone; ` +
      `handles ${handlesBefore} → ${handlesAfter}`,
  }
}

/** Writes over the same few values, so that the content stays as it is and only its history grows. */
async function visit({ url }: ServerProcess, map: MadeMap, edits: number, visitor: number): Promise<void> {
  const peer = joinAs(`${url.replace('http', 'ws')}/sync`, `${map.id}/canvas`, { key: map.keys.editor })
  await peer.synced
  peer.provider.awareness.setLocalStateField('user', { name: `Visitor ${visitor}` })
  for (let n = 0; n < edits; n += 1) {
    peer.doc.getMap('meta').set(`soak-${n % 10}`, visitor * EDITS_AT_MOST + n)
    // A turn each, so that they travel one by one.
    await new Promise((resolve) => setImmediate(resolve))
  }
  peer.leave()
}
