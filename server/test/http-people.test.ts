/** Who the people of a map are, as everybody who sees the map may ask. */
import { afterAll, expect, test } from 'vitest'
import type { PeopleList } from '@throughline/shared/protocol'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import type { KeyId, PersonId, SecretHash } from '../src/stores/index.ts'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer } from './start-test-server.ts'

const stores = openMemoryStores()
const server = await startTestServer({ stores })
afterAll(() => server.close())

test('lists the newest first, and no more than the limit, without tokens or keys', async () => {
  const map = await makeSmallMap(server)
  for (let n = 1; n <= LIMITS.peopleListed + 1; n += 1) {
    await stores.people.add({
      id: `p${n}` as PersonId,
      map: map.id as MapId,
      key: 'k' as KeyId,
      token: `hash ${n}` as SecretHash,
      name: `Guest ${n}`,
      voice: null,
      createdAt: n as EpochMs,
    })
  }
  const answer = await server.call('GET', `/api/maps/${map.id}/people`, map.keys.viewer)
  const { people } = (await answer.json()) as PeopleList
  expect(people).toHaveLength(LIMITS.peopleListed)
  expect(people[0]).toEqual({
    id: `p${LIMITS.peopleListed + 1}`,
    name: `Guest ${LIMITS.peopleListed + 1}`,
    voice: null,
  })
  expect(people.at(-1)?.name).toBe('Guest 2')
})

test('a reader of the brief does not learn who there is', async () => {
  const map = await makeSmallMap(server)
  expect((await server.call('GET', `/api/maps/${map.id}/people`, map.keys.reader)).status).toBe(403)
})
