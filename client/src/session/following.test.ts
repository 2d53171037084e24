import { expect, test } from 'vitest'
import { leaderOf } from './following.ts'
import { readPresence, type Peer } from './presence.ts'

const ME = 1
const peers = (following: Readonly<Record<number, number | null>>): readonly Peer[] =>
  Object.entries(following).map(([client, whom]) => ({
    client: Number(client),
    person: `p${client}`,
    ...readPresence({ user: { name: client }, following: whom })!,
  }))

test('whoever follows somebody who follows somebody goes along with the last of them', () => {
  const all = peers({ 2: 3, 3: 4, 4: null })
  expect(leaderOf(all, 2, ME, null)).toBe(4)
  expect(leaderOf(peers({ 2: ME }), 2, ME, null)).toBe(ME)
  // Somebody who is not here, or not yet.
  expect(leaderOf(peers({ 2: 9 }), 2, ME, null)).toBe(9)
})

test('[FO3] in a circle there is nobody to go along with, and so nobody is moved', () => {
  expect(leaderOf(peers({ 2: ME }), 2, ME, 2)).toBeNull()
  expect(leaderOf(peers({ 2: 3, 3: 2 }), 2, ME, null)).toBeNull()
  expect(leaderOf(peers({ 2: 2 }), 2, ME, null)).toBeNull()
})
