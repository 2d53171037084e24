/** Against a real receiver on this machine: what is called, what is not, and what is said of it. */
import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:net'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { readNetworks } from './networks.ts'
import { createPost, NOT_ALLOWED } from './post.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.close())
let seen = 0
beforeEach(() => {
  seen = receiver.received.length
})

const here = readNetworks('127.0.0.1')!
const outside = readNetworks('public')!

/** A name server that gives other addresses each time it is asked. */
function names(...answers: readonly (readonly string[])[]): { lookup: LookupFunction; asked: () => number } {
  let asked = 0
  const lookup: LookupFunction = (_name, _options, callback) => {
    const addresses = answers[asked] ?? []
    asked += 1
    const found = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
    callback(null, found)
  }
  return { lookup, asked: () => asked }
}

describe('a call out', () => {
  test('brings body and headers, and says how it went', async () => {
    const post = createPost({ networks: here })
    expect(await post(receiver.url, { 'x-one': 'ä'.codePointAt(0)!.toString() }, 'wörds')).toEqual({
      ok: true,
      status: 200,
      why: '',
      restMs: 0,
    })
    expect(receiver.received.at(-1)).toMatchObject({ body: 'wörds', url: '/hook', headers: { 'x-one': '228' } })
    receiver.next({ status: 404 }, { status: 503, headers: { 'retry-after': '90' } })
    expect(await post(receiver.url, {}, '')).toEqual({ ok: false, status: 404, why: '404 Not Found', restMs: 0 })
    expect(await post(receiver.url, {}, '')).toMatchObject({ ok: false, status: 503, restMs: 90_000 })
  })

  test('PO1: goes to no address that is not allowed, in whatever way it is written', async () => {
    const post = createPost({ networks: outside })
    const { port } = receiver
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0', '127.1'])
      expect([host, (await post(`http://${host}:${port}/`, {}, '')).why]).toEqual([host, NOT_ALLOWED])
    expect(receiver.received.length).toBe(seen)
  })

  test('PO1: asks for a name once, and goes to the address that it has looked at', async () => {
    const { lookup, asked } = names(['127.0.0.1'], ['203.0.113.9'])
    const post = createPost({ networks: here, lookup })
    expect(await post(`http://hooks.example:${receiver.port}/hook`, {}, 'x')).toMatchObject({ ok: true })
    expect(asked()).toBe(1)
    expect(receiver.received.at(-1)?.headers.host).toBe(`hooks.example:${receiver.port}`)
  })

  test('PO1: refuses a name with one address inside among others outside', async () => {
    const { lookup } = names(['203.0.113.9', '127.0.0.1'], ['127.0.0.1'])
    const post = createPost({ networks: here, lookup })
    expect(await post(`http://hooks.example:${receiver.port}/`, {}, '')).toMatchObject({ ok: false, why: NOT_ALLOWED })
    expect(receiver.received.length).toBe(seen)
  })

  test('PO2: follows no redirect', async () => {
    const post = createPost({ networks: here })
    receiver.next({ status: 307, headers: { location: receiver.url } })
    expect(await post(receiver.url, {}, '')).toMatchObject({ ok: false, status: 307, why: '307 Temporary Redirect' })
    expect(receiver.received.length).toBe(seen + 1)
  })

  test('PO3: ends in time when nothing comes back, and when it never stops coming', async () => {
    const post = createPost({ networks: here, timeoutMs: 200 })
    receiver.next('silence')
    expect(await post(receiver.url, {}, '')).toMatchObject({ ok: false, why: 'no answer within 0.2 seconds' })
    const endless = createServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\nX-Endless: ')
      const drip = setInterval(() => socket.write('a'), 10)
      socket.on('close', () => clearInterval(drip))
    })
    await new Promise<void>((resolve) => {
      endless.listen(0, '127.0.0.1', resolve)
    })
    const { port } = endless.address() as AddressInfo
    expect(await post(`http://127.0.0.1:${port}/`, {}, '')).toMatchObject({ ok: false, status: null })
    endless.close()
  })

  test('says in words what stood in the way', async () => {
    const unknown: LookupFunction = (_name, _options, callback) => {
      callback(Object.assign(new Error('secret name'), { code: 'ENOTFOUND' }), '', 0)
    }
    const post = createPost({ networks: here, lookup: unknown })
    expect((await post('http://nobody.example/', {}, '')).why).toBe('nobody knows that name')
    expect((await createPost({ networks: here })(`https://127.0.0.1:${receiver.port}/`, {}, '')).why).toMatch(
      /certificate|no connection/,
    )
    const gone = await startReceiver()
    await gone.close()
    expect((await createPost({ networks: here })(gone.url, {}, '')).why).toBe('the connection was refused')
  })
})
