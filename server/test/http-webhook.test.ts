/** The webhook of a map, from its owner's call to the receiver's, over tries and restarts. */
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { MOST_TRIES } from '../src/notify/backoff.ts'
import { REST_MS } from '../src/versions/watch-rest.ts'
import { joinAs } from './stock-peer.ts'
import { FRIDGES } from './small-map.ts'
import {
  add,
  arrived,
  at,
  clock,
  HOUR,
  ids,
  messages,
  read,
  receiver,
  rest,
  restart,
  server,
  set,
} from './webhook-world.ts'

describe('a webhook', () => {
  test('is told what has changed when the map comes to rest, in words and as data, signed', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    expect(await read(map)).toEqual({ webhook: null, allowed: true })
    const { secret = '', webhook } = await set(map)
    expect(webhook).toMatchObject({ url: receiver.url, waiting: null, last: null, stopped: false })
    const person = (await (
      await server.call('POST', `/api/maps/${map.id}/people`, map.keys.editor, { name: 'Ana' })
    ).json()) as { token: string }
    const ana = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor, person: person.token })
    await ana.synced
    ana.doc.getMap('meta').set('title', 'Fridges, told once')
    await expect
      .poll(async () => {
        clock.pass(50)
        const answer = await server.call('GET', `/api/maps/${map.id}`, map.keys.viewer)
        return ((await answer.json()) as { title: string }).title
      })
      .toBe('Fridges, told once')
    ana.leave()
    expect(receiver.received).toEqual([])
    await rest(1)
    const [message] = messages()
    expect(message?.text.split('\n')).toEqual([
      '*Fridges, told once*: title changed, by Ana',
      '• The map’s title now reads “Fridges, told once”; it read “Fridges”.',
      `${server.url}/m/${map.id}`,
    ])
    expect(message?.data).toMatchObject({
      map: { id: map.id, title: 'Fridges, told once' },
      by: ['Ana'],
      changes: [{ block: null, what: 'title', before: 'Fridges', after: 'Fridges, told once' }],
      leftOut: 0,
    })
    const { headers, body } = receiver.received[0]!
    const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(String(headers['webhook-id']), sentAt, body))
    await expect.poll(() => read(map)).toMatchObject({ webhook: { waiting: null, last: { ok: true, tries: 1 } } })
  })

  test('is not told of a map where nothing was said, nor of any map without one', async () => {
    const quiet = await server.makeMap({ map: FRIDGES })
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    await add(quiet, 'Nobody is to hear of it.')
    await add(map, 'Nine of ten.')
    await rest(1)
    expect(messages()[0]?.data.map.id).toBe(map.id)
    await server.call('DELETE', at(map), map.keys.owner)
    await add(map, 'One more.')
    clock.pass(2 * HOUR)
    const other = await server.makeMap({ map: FRIDGES })
    await set(other)
    await add(other, 'The last one.')
    await rest(2)
    expect(messages()[1]?.data.map.id).toBe(other.id)
  })

  test('that fails is tried again under the same id, with the same words, and the owner sees it', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    receiver.next({ status: 500 }, { status: 404 })
    await add(map, 'Nine of ten.')
    await rest(1)
    await expect
      .poll(() => read(map))
      .toMatchObject({ webhook: { waiting: { tries: 1 }, last: { ok: false, why: '500 Internal Server Error' } } })
    clock.pass(6_000)
    await arrived(2)
    await expect
      .poll(() => read(map))
      .toMatchObject({ webhook: { waiting: { tries: 2 }, last: { why: '404 Not Found', tries: 2 } } })
    clock.pass(6 * 60_000)
    await arrived(3)
    await expect.poll(() => read(map)).toMatchObject({ webhook: { waiting: null, last: { ok: true, tries: 3 } } })
    expect(new Set(ids()).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  })

  test('that stays away is given up; what it missed comes with the next message, or when the owner says so', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    receiver.always({ status: 503, headers: { 'retry-after': '1' } })
    await add(map, 'Nine of ten.')
    clock.pass(REST_MS)
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await arrived(tries)
      await expect.poll(() => read(map)).toMatchObject({ webhook: { last: { tries } } })
      clock.pass(27 * HOUR)
    }
    expect(await read(map)).toMatchObject({ webhook: { waiting: null, last: { ok: false, tries: MOST_TRIES } } })
    clock.pass(100 * HOUR)
    receiver.always({ status: 200 })
    await server.call('POST', at(map, '/send'), map.keys.owner, {})
    await arrived(MOST_TRIES + 1)
    expect(messages().at(-1)?.text).toContain('Nine of ten.')
    await expect.poll(() => read(map)).toMatchObject({ webhook: { last: { ok: true } } })
    await server.call('POST', at(map, '/send'), map.keys.owner, {})
    clock.pass(HOUR)
    expect(receiver.received).toHaveLength(MOST_TRIES + 1)
  })

  test('is told once of what came while it was away, not message by message', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    receiver.always({ status: 500 })
    await add(map, 'One of ten.')
    await rest(1)
    await expect.poll(async () => (await read(map)).webhook?.waiting?.tries).toBe(1)
    await add(map, 'Two of ten.')
    receiver.always({ status: 200 })
    clock.pass(60_000)
    await arrived(2)
    await rest(3)
    const told = messages().map(({ data }) => data.changes.map(({ says }) => says))
    expect(told).toEqual([
      ['New: the proof “One of ten.”'],
      ['New: the proof “One of ten.”'],
      ['New: the proof “Two of ten.”'],
    ])
  })

  test('whose receiver says that it is gone is stopped until it is set again', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    receiver.next({ status: 410 })
    await add(map, 'Nine of ten.')
    await rest(1)
    await expect.poll(() => read(map)).toMatchObject({ webhook: { stopped: true, waiting: null } })
    await add(map, 'Ten of ten.')
    clock.pass(2 * HOUR)
    expect((await set(map)).webhook?.stopped).toBe(false)
    await add(map, 'Eleven.')
    clock.pass(REST_MS)
    // What rested in the meantime may be told before, or with it.
    await expect
      .poll(() => {
        clock.pass(0)
        const told = messages().slice(1)
        return told.flatMap(({ data }) => data.changes.map(({ says }) => says)).toSorted()
      })
      .toEqual(['Eleven.', 'Nine of ten.', 'Ten of ten.'].map((words) => `New: the proof “${words}”`))
  })

  test('waits over a restart, and one that was never told of an edit hears of it', async () => {
    const [waiting, unrested] = [await server.makeMap({ map: FRIDGES }), await server.makeMap({ map: FRIDGES })]
    await set(waiting)
    await set(unrested)
    receiver.always({ status: 500 })
    await add(waiting, 'Nine of ten.')
    await rest(1)
    await expect.poll(async () => (await read(waiting)).webhook?.waiting?.tries).toBe(1)
    clock.pass(1_000)
    await add(unrested, 'Said before the end.')
    await restart({}, () => receiver.always({ status: 200 }))
    clock.pass(10_000)
    await arrived(3)
    expect(ids()[0]).toBe(ids().find((id, index) => index > 0 && id === ids()[0]))
    expect(messages().map(({ data }) => data.map.id)).toContain(unrested.id)
  })
})
