/** The HTTP contract: what has changed since a moment, and since somebody's last visit. */
import { describe, expect, test } from 'vitest'
import type { ChangesAnswer, MadePerson } from '@throughline/shared/protocol'
import { RELOAD_MS } from '../src/changes/index.ts'
import { REST_MS } from '../src/versions/watch-rest.ts'
import { clock, DAY_MS, map, server, Visitor } from './changes-world.ts'

const told = ({ changes }: ChangesAnswer) => changes.map(({ block, what, by }) => [block, what, by])

describe('what has changed', () => {
  test('since a moment: what, before and after as in a diff, with who and when', async () => {
    const ana = await Visitor.named('Ana')
    await ana.comes()
    const before = clock.now()
    clock.pass(1_000)
    await ana.rewords('fast', 'It is very fast.')
    const { since, now, changes } = await ana.changes(before)
    expect([since, now]).toEqual([before, clock.now()])
    expect(changes).toEqual([
      {
        block: 'fast',
        what: 'reworded',
        before: 'It is fast.',
        after: 'It is very fast.',
        by: 'Ana',
        at: expect.any(Number) as number,
        mine: true,
        says: 'The value now reads “It is very fast.”; it read “It is fast.”',
        about: { kind: 'value', statement: 'It is very fast.' },
        further: 'The value now reads “It is very fast.”; it read “It is fast.”',
      },
    ])
    expect(changes[0]!.at).toBeGreaterThan(before)
    expect((await ana.changes(clock.now())).changes).toEqual([])
    await ana.goes()
  })

  test('of two who work at once, each is named for what they did', async () => {
    const [ana, ben] = [await Visitor.named('Ana'), await Visitor.named('Ben')]
    await Promise.all([ana.comes(), ben.comes()])
    const before = clock.now()
    clock.pass(1_000)
    await Promise.all([
      ana.rewords('why', 'Nothing is lost.'),
      ben.sets('fast', 'owner', 'Ruth', (file) => file.blocks.some(({ owner }) => owner === 'Ruth')),
    ])
    await ben.does(
      (doc) => {
        doc.getMap('links').set('new', { from: 'nine', to: 'fast' })
        doc.getArray('frames').push([{ key: 'nine', val: [5, 6, 236, 112, 'a1', ''] }])
      },
      ({ links }) => links.length === 2,
    )
    await ana.sets('why', 'deletedAt', 1, ({ blocks }) => blocks.length === 2)
    expect(told(await ana.changes(before))).toEqual([
      ['fast', 'owner', 'Ben'],
      ['nine', 'moved', 'Ben'],
      ['why', 'gone', 'Ana'],
      ['nine', 'linked', 'Ben'],
      ['why', 'unlinked', 'Ana'],
    ])
    await Promise.all([ana.goes(), ben.goes()])
  })

  test('what the server did for somebody has their name, and what nobody is known for has none', async () => {
    const before = clock.now()
    clock.pass(5)
    const ana = await Visitor.named('Ana')
    const ruth = (await (
      await server.call('POST', `/api/maps/${map.id}/people`, map.keys.editor, { name: 'Ruth' })
    ).json()) as MadePerson
    const block = (statement: string) => ({
      format: 'throughline-map',
      version: 1,
      blocks: [{ kind: 'proof', statement }],
    })
    const path = `/api/maps/${map.id}/import`
    await server.call('POST', path, map.keys.editor, block('By Ruth.'), { 'x-person': ruth.token })
    await server.call('POST', path, map.keys.editor, block('By a script.'))
    const { changes } = await ana.changes(before)
    expect(changes.map(({ by, says }) => [by, says]).toSorted()).toEqual([
      ['', 'New: the proof “By a script.”'],
      ['Ruth', 'New: the proof “By Ruth.”'],
    ])
  })

  test('before there was a map, everything is new', async () => {
    const ana = await Visitor.named('Ana')
    expect(told(await ana.changes(0)).map(([block, what]) => `${block} ${what}`)).toEqual([
      'fast added',
      'nine added',
      'why added',
      'why linked',
    ])
  })

  test('a word that was changed and changed back is no news, for a moment before both', async () => {
    const ana = await Visitor.named('Ana')
    await ana.comes()
    const before = clock.now()
    clock.pass(1_000)
    await ana.rewords('fast', 'It is very fast.')
    await ana.rewords('fast', 'It is fast.')
    expect((await ana.changes(before)).changes).toEqual([])
    await ana.goes()
  })
})

test('the agreed line by HTTP: what was agreed on, how it reads now, and who moved it', async () => {
  const [ana, ben] = [await Visitor.named('Ana'), await Visitor.named('Ben')]
  await Promise.all([ana.comes(), ben.comes()])
  const agreed = { statement: 'It is fast.', at: '2026-03-12T10:00:00Z', by: 'Ana' }
  const line = async () => (await server.call('GET', `/api/maps/${map.id}/agreed`, map.keys.viewer)).json()
  expect(await line()).toEqual({ blocks: [], open: 3, last: null })
  await ana.sets('fast', 'agreed', agreed, ({ blocks }) => blocks.some((block) => block.agreed !== undefined))
  await ben.rewords('fast', 'It is very fast.')
  expect(await line()).toEqual({
    blocks: [
      {
        block: 'fast',
        kind: 'value',
        is: 'reworded',
        agreed,
        statement: 'It is very fast.',
        by: 'Ben',
        at: expect.any(Number) as number,
      },
    ],
    open: 2,
    last: agreed.at,
  })
  await Promise.all([ana.goes(), ben.goes()])
})

describe('since the last visit', () => {
  test('a guest with a viewer’s link is told what others did while they were away, and nothing of before', async () => {
    const [ben, guest] = [await Visitor.named('Ben'), await Visitor.named('Cleo', 'viewer')]
    await ben.comes()
    await guest.comes()
    clock.pass(1_000)
    await ben.rewords('fast', 'It is very fast.')
    await Promise.all([guest.goes(), ben.goes()])
    expect((await guest.changes()).changes).toEqual([])
    clock.pass(DAY_MS)
    await ben.comes()
    await ben.rewords('fast', 'It is as fast as light.')
    await ben.rewords('why', 'Nothing is lost.')
    await ben.goes()
    clock.pass(7 * DAY_MS)
    const expected = [
      { block: 'fast', before: 'It is very fast.', after: 'It is as fast as light.', by: 'Ben', mine: false },
      { block: 'why', before: 'Nothing spoils.', after: 'Nothing is lost.', by: 'Ben', mine: false },
    ]
    expect((await guest.changes()).changes).toMatchObject(expected)
    // Also while they are here again, and after a reload.
    await guest.comes()
    const here = await guest.changes()
    expect(here).toMatchObject({ changes: expected, expired: ['nine'] })
    await guest.goes()
    clock.pass(RELOAD_MS / 2)
    await guest.comes()
    expect((await guest.changes()).changes).toMatchObject(expected)
    await guest.goes()
    clock.pass(RELOAD_MS)
    expect(await guest.changes()).toMatchObject({ changes: [], expired: [] })
    await guest.comes()
    expect((await guest.changes()).changes).toEqual([])
    await guest.goes()
  })

  test('whoever leaves in the middle of work is told from what they saw, also of what went back to what it was', async () => {
    const [ben, ana] = [await Visitor.named('Ben'), await Visitor.named('Ana')]
    await ben.comes()
    await ana.comes()
    clock.pass(1_000)
    await ben.rewords('fast', 'It is very fast.')
    await Promise.all([ana.goes(), ben.goes()])
    clock.pass(60_000)
    await ben.comes()
    await ben.rewords('fast', 'It is fast.')
    await ben.goes()
    clock.pass(REST_MS)
    expect((await ana.changes()).changes).toMatchObject([{ before: 'It is very fast.', after: 'It is fast.' }])
  })

  test('a key without a person counts as one', async () => {
    const call = () => server.call('GET', `/api/maps/${map.id}/changes?since=last`, map.keys.viewer)
    clock.pass(5)
    await server.call('POST', `/api/maps/${map.id}/import`, map.keys.editor, {
      format: 'throughline-map',
      version: 1,
      blocks: [{ kind: 'proof', statement: 'New.' }],
    })
    expect(((await (await call()).json()) as ChangesAnswer).changes).toMatchObject([{ what: 'added', mine: false }])
  })

  test('is for viewers, and refuses a moment that is none', async () => {
    const path = `/api/maps/${map.id}/changes`
    expect((await server.call('GET', path, map.keys.reader)).status).toBe(403)
    expect((await server.call('GET', path)).status).toBe(401)
    for (const since of ['yesterday', '-1', '1.5']) {
      const refused = await server.call('GET', `${path}?since=${since}`, map.keys.viewer)
      expect(refused.status).toBe(422)
      expect(JSON.stringify(await refused.json())).toContain('neither “last” nor a time in epoch milliseconds')
    }
  })
})
