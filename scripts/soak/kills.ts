/** `kill -9` at random instants, while three people type as fast as they can and snapshots are being written. */
import { setTimeout as pause } from 'node:timers/promises'
import type { MadeMap } from '../../shared/src/protocol/index.ts'
import { diedInSnapshot, editUntilKilled, makeMap, missingAfter } from '../../server/test/kill-round.ts'
import { startProcess, type ServerProcess } from '../../server/test/start-process.ts'
import { inNewFolder, type Chance, type Outcome } from './outcome.ts'

const WRITERS = 3
/** Long enough for a tail that gets its snapshot, several times over. */
const LIVES_AT_MOST_MS = 1_500
/** Rounds that one map goes through, so that what is killed has a history. */
const ROUNDS_A_MAP = 10

interface Round {
  readonly receipted: ReadonlyMap<string, number>
  readonly count: number
}

export function soakKills(kills: number, chance: Chance): Promise<Outcome> {
  return inNewFolder(async (DATA_DIR) => {
    let server = await startProcess({ DATA_DIR, LOG_LEVEL: 'debug' })
    let map = await makeMap(server)
    let promised = new Map<string, number>()
    let edits = 0
    let inSnapshot = 0
    const lost: string[] = []
    try {
      for (let round = 1; round <= kills; round += 1) {
        const { receipted, count } = await typeUntilKilled(server, map, round, chance() * LIVES_AT_MOST_MS)
        promised = new Map([...promised, ...receipted])
        edits += count
        if (diedInSnapshot(server)) inSnapshot += 1
        server = await startProcess({ DATA_DIR, LOG_LEVEL: 'debug' })
        for (const missing of await missingAfter(server, map, promised)) lost.push(`kill ${round}: ${missing}`)
        if (round % 10 === 0) console.log(`  ${round} kills, ${edits} edits receipted, ${lost.length} lost`)
        if (round % ROUNDS_A_MAP !== 0) continue
        map = await makeMap(server)
        promised = new Map()
      }
    } finally {
      await server.end('SIGKILL')
    }
    return {
      wrong: lost,
      said: `${kills} kills, ${inSnapshot} of them in the middle of a snapshot; ${edits} receipted edits looked for`,
    }
  })
}

/** Resolves at the next one, or when it would have begun long ago. */
function snapshotBegins({ process: child }: ServerProcess): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(done, 5_000)
    function look(chunk: Buffer): void {
      if (chunk.includes('snapshot begun')) done()
    }
    function done(): void {
      clearTimeout(limit)
      child.stdout?.off('data', look)
      resolve()
    }
    child.stdout?.on('data', look)
  })
}

async function typeUntilKilled(server: ServerProcess, map: MadeMap, round: number, lives: number): Promise<Round> {
  const roots = Array.from({ length: WRITERS }, (_, n) => `round-${round}-${n}`)
  // Counted from the first receipt, so that a slow start does not spare it.
  let begun: () => void = () => {}
  const typing = new Promise<void>((resolve) => (begun = resolve))
  const writers = roots.map((root) => editUntilKilled(server, map, root, begun))
  await typing
  // Every other round dies within the first snapshot that begins after its time, the rest wherever they are.
  await pause(lives)
  if (round % 2 === 0) await snapshotBegins(server)
  await server.end('SIGKILL')
  const counts = await Promise.all(writers)
  return {
    receipted: new Map(roots.map((root, n) => [root, counts[n] ?? 0])),
    count: counts.reduce((sum, count) => sum + count, 0),
  }
}
