/** A process that votes and closes votes as fast as it can, and says on stdout what has been answered, until it is killed. */
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { silentLog } from '../src/log.ts'
import { newMapEpoch } from '../src/stores/names.ts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'

const PEOPLE = 6
const map = 'map' as MapId
const stores = await openSqliteStores(process.argv[2] ?? '', silentLog)
await stores.maps.make({
  map: { id: map, title: '', createdAt: 1 as EpochMs, epoch: newMapEpoch() },
  keys: [],
  canvas: new Uint8Array([1]),
})
const counts: Record<string, number> = {}
for (let n = 1; ; n += 1) {
  const vote = `v${n}`
  const people = Array.from({ length: PEOPLE }, (_, person) => `person ${person}`)
  // Each of them twice: only the second may count.
  const ballots = [1, 2].flatMap((dots) => people.map((person) => ({ vote, person, dots: { chosen: dots } })))
  const cast = ballots.map((ballot) =>
    stores.workshops.save(map, { run: '1', state: JSON.stringify(counts), ballots: [ballot] }),
  )
  await Promise.all(cast)
  process.stdout.write(`cast ${vote}\n`)
  counts[vote] = 2 * PEOPLE
  await stores.workshops.save(map, { run: '1', state: JSON.stringify(counts), closed: [vote] })
  process.stdout.write(`closed ${vote}\n`)
}
