/** What the owner of a map sees and does of its webhook, and what nobody else does. */
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import type { WebhookTried } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { readNetworks } from '../src/notify/index.ts'
import { joinAs } from './stock-peer.ts'
import { FRIDGES } from './small-map.ts'
import { add, arrived, at, clock, HOUR, read, receiver, rest, restart, server, set } from './webhook-world.ts'

describe('a webhook, to its owner,', () => {
  test('keeps its secret when its address changes, and gets another when asked; each is shown once', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const first = await set(map)
    expect(first.secret).toMatch(/^whsec_/)
    const second = await set(map, { url: `${receiver.url}/other` })
    expect(second.secret).toBeUndefined()
    expect(second.webhook?.url).toBe(`${receiver.url}/other`)
    const third = await set(map, { url: receiver.url, secret: 'new' })
    expect(third.secret).toMatch(/^whsec_/)
    expect(third.secret).not.toBe(first.secret)
    const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
    expect((await set(map, { url: receiver.url, secret: own })).secret).toBeUndefined()
    expect(JSON.stringify(await read(map))).not.toContain('whsec_')
    await add(map, 'Nine of ten.')
    await rest(1)
    const { headers, body } = receiver.received[0]!
    const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(headers['webhook-signature']).toBe(new Webhook(own).sign(String(headers['webhook-id']), sentAt, body))
  })

  test('can be tested, at most every few seconds, and says how it went', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const tryIt = () => server.call('POST', at(map, '/test'), map.keys.owner, {})
    expect((await tryIt()).status).toBe(404)
    await set(map)
    expect((await (await tryIt()).json()) as WebhookTried).toEqual({ ok: true, why: '' })
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({
      type: 'map.test',
      text: expect.stringContaining('a test') as string,
    })
    expect((await tryIt()).status).toBe(429)
    clock.pass(LIMITS.webhookTestMs)
    receiver.next({ status: 404 })
    expect((await (await tryIt()).json()) as WebhookTried).toEqual({ ok: false, why: '404 Not Found' })
  })

  test('tells nobody of words that were cleared for good', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await set(map)
    receiver.always({ status: 500 })
    await add(map, 'Nine of ten.')
    await add(map, 'A name that must go.')
    await rest(1)
    await expect.poll(async () => (await read(map)).webhook?.waiting?.tries).toBe(1)
    const peer = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
    await peer.synced
    const isIt = (id: string) => peer.doc.getXmlFragment(`text:${id}:statement`).toString().includes('must go')
    const blocks = peer.doc.getMap<{ set(key: string, value: unknown): void }>('blocks')
    const gone = [...blocks.keys()].find(isIt)!
    blocks.get(gone)?.set('deletedAt', clock.now())
    await expect
      .poll(async () => {
        clock.pass(50)
        return (await server.call('GET', `/api/maps/${map.id}/text`, map.keys.viewer)).text()
      })
      .not.toContain('must go')
    await server.call('DELETE', `/api/maps/${map.id}/deleted`, map.keys.owner)
    peer.leave()
    receiver.always({ status: 200 })
    clock.pass(6_000)
    await arrived(2)
    expect(receiver.received[1]?.body).toContain('Nine of ten.')
    expect(receiver.received[1]?.body).not.toContain('must go')
  })

  test('is for owners, goes with the map, and leaves nothing of itself in the log', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const { editor, viewer, owner } = map.keys
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', { url: receiver.url }],
      ['DELETE', '', undefined],
      ['POST', '/test', {}],
      ['POST', '/send', {}],
    ] as const) {
      for (const key of [editor, viewer]) expect((await server.call(method, at(map, path), key, body)).status).toBe(403)
      expect((await server.call(method, at(map, path), null, body)).status).toBe(401)
    }
    for (const url of ['file:///etc/passwd', 'nothing', 'https://me:pass@a.b/'])
      expect((await server.call('PUT', at(map), owner, { url })).status).toBe(422)
    const { secret = '' } = await set(map, { url: `${receiver.url}?token=do-not-log` })
    receiver.next({ status: 500 })
    await add(map, 'Never-in-the-log.')
    await rest(1)
    await expect.poll(async () => (await read(map)).webhook?.waiting?.tries).toBe(1)
    expect((await server.call('DELETE', `/api/maps/${map.id}`, owner)).status).toBe(204)
    clock.pass(100 * HOUR)
    expect(receiver.received).toHaveLength(1)
    const log = JSON.stringify(server.log.lines)
    for (const word of [secret, 'do-not-log', 'Never-in', String(receiver.port)]) expect(log).not.toContain(word)
  })
})

test('where the operator allows none, nobody sets one; what was set before is not called', async () => {
  const map = await server.makeMap({ map: FRIDGES })
  await set(map)
  await add(map, 'Nine of ten.')
  await restart({ webhookNetworks: readNetworks('none')! })
  clock.pass(HOUR)
  await expect.poll(() => read(map)).toMatchObject({ allowed: false, webhook: { last: { ok: false } } })
  expect((await server.call('PUT', at(map), map.keys.owner, { url: receiver.url })).status).toBe(403)
  expect(receiver.received).toEqual([])
})
