import { expect, test } from 'vitest'
import { peopleHere } from './people-here.ts'
import { readPresence, type Peer } from './presence.ts'

const peer = (client: number, person: string | null, name: string): Peer => ({
  client,
  person,
  ...readPresence({ user: { name } })!,
  color: client,
})
const me = { name: 'Ana', color: 0, person: 'p1' }

test('two windows of one person count once, mine too', () => {
  const here = peopleHere(me, [peer(2, 'p1', 'Ana'), peer(3, 'p2', 'Ben'), peer(4, 'p2', 'Ben')], 1)
  expect(here.map(({ name, isMe }) => [name, isMe])).toEqual([
    ['Ana', true],
    ['Ben', false],
  ])
})

test('people whom the server cannot tell apart are told apart by their names, strangers by their windows', () => {
  const here = peopleHere(
    me,
    [peer(2, 'key', 'Ben'), peer(3, 'key', 'Cleo'), peer(4, null, 'Dan'), peer(5, null, 'Dan')],
    1,
  )
  expect(here.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Cleo', 'Dan', 'Dan'])
})
