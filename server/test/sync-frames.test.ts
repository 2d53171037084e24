/** The WebSocket contract, with frames written by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setTitle, openMapDoc } from '@throughline/shared/doc'
import { FRAME } from '@throughline/shared/protocol'
import { awarenessEntry, awarenessFrame, step2Frame, updateFrame } from '../src/rooms/frames.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer } from './stock-peer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

const newMap = () => makeSmallMap(server)
const rawUrl = (id: string, key: string, extra = '') => `${server.socketUrl}/${id}/canvas?key=${key}${extra}`
const json = (state: unknown) => new TextEncoder().encode(JSON.stringify(state))

/** What lib0 reads as Infinity, and would never finish writing. */
const ENDLESS = [...Array.from({ length: 147 }, () => 0x80), 1]

function titleUpdate(title: string): Uint8Array {
  const doc = new Y.Doc()
  setTitle(openMapDoc(doc), title)
  return Y.encodeStateAsUpdate(doc)
}

describe('frames by hand', () => {
  test.each([
    ['an unknown type', [77]],
    ['an unknown kind of sync', [0, 9, 0]],
    ['nothing at all', []],
    ['a length beyond the end', [0, 2, 200, 1, 2]],
    ['an update that is none', [0, 2, 3, 255, 255, 255]],
    ['a state vector that is none', [0, 0, 2, 255, 255]],
    ['presence that breaks off', [1, 3, 1, 5, 200]],
    ['presence of an endless id', [1, 153, 1, 1, ...ENDLESS, 5, 2, 123, 125]],
    ['presence with an endless clock', [1, 153, 1, 1, 5, ...ENDLESS, 2, 123, 125]],
    ['an update of endless length', [0, 2, 154, 1, 1, 1, 9, 0, 0, ...ENDLESS, 0]],
  ])('[CN1] [RM5] %s closes that connection alone, with 4400', async (_what, bytes) => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await ana.synced
    const bad = new RawPeer(rawUrl(id, keys.editor))
    await bad.opened
    bad.send(...bytes)
    expect((await bad.closed).code).toBe(4400)
    expect(ana.provider.wsconnected).toBe(true)
    ana.leave()
  })

  test('presence that is no JSON closes with 4400 and reaches nobody', async () => {
    const { id, keys } = await newMap()
    const bad = new RawPeer(rawUrl(id, keys.viewer))
    await bad.opened
    bad.socket.send(awarenessFrame([awarenessEntry(5, 1, new TextEncoder().encode('{nope'))]))
    expect((await bad.closed).code).toBe(4400)
  })

  test('a text frame closes with 1003, an update over 4 MB with 4413', async () => {
    const { id, keys } = await newMap()
    const talker = new RawPeer(rawUrl(id, keys.editor))
    await talker.opened
    talker.socket.send('hello')
    expect((await talker.closed).code).toBe(1003)
    const heavy = new RawPeer(rawUrl(id, keys.editor))
    await heavy.opened
    heavy.socket.send(updateFrame(new Uint8Array(4 * 1024 * 1024 + 1)))
    expect((await heavy.closed).code).toBe(4413)
  })

  test('a broken WebSocket frame ends that connection and nothing else', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await ana.synced
    const bad = new RawPeer(rawUrl(id, keys.editor))
    await bad.opened
    // Reserved bits set, not masked: the crash of many servers of this kind.
    ;(bad.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(Buffer.from([0xf2, 0x7f, 1]))
    expect((await bad.closed).code).toBeGreaterThan(1000)
    expect((await server.call('GET', '/healthz')).status).toBe(200)
    expect(ana.provider.wsconnected).toBe(true)
    ana.leave()
  })

  test('[CN2] a viewer gets no step 1, and its step 2 is ignored', async () => {
    const { id, keys } = await newMap()
    const cleo = new RawPeer(rawUrl(id, keys.viewer, '&app=1'))
    await cleo.opened
    cleo.socket.send(step2Frame(titleUpdate('Hacked')))
    // The receipt says that the step 2 was dealt with.
    await cleo.frame(([type]) => type === FRAME.receipt)
    expect(cleo.frames.some(([type, kind]) => type === FRAME.sync && kind === 0)).toBe(false)
    const file = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as { title: string }
    expect(file.title).toBe('Start')
    cleo.socket.close()
  })

  test('receipts count updates and answers of this connection, no-ops too, and go to those who asked', async () => {
    const { id, keys } = await newMap()
    const ana = new RawPeer(rawUrl(id, keys.editor, '&app=1'))
    const ben = new RawPeer(rawUrl(id, keys.editor))
    await Promise.all([ana.opened, ben.opened])
    const update = titleUpdate('Receipted')
    ana.socket.send(step2Frame(update))
    ana.socket.send(updateFrame(update))
    ana.socket.send(updateFrame(update))
    await ana.frame(([type, count]) => type === FRAME.receipt && count === 3)
    const counts = ana.frames.filter(([type]) => type === FRAME.receipt).map(([, count]) => count!)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    await ben.frame(([type, kind]) => type === FRAME.sync && kind === 2)
    expect(ben.frames.some(([type]) => type! >= 100)).toBe(false)
    ana.socket.close()
    ben.socket.close()
  })

  test('[CN6] a probe is answered with itself, to those who asked for our frames; a long one closes', async () => {
    const { id, keys } = await newMap()
    const viewer = new RawPeer(rawUrl(id, keys.viewer, '&app=1'))
    await viewer.opened
    viewer.send(FRAME.probe, 42)
    expect([...(await viewer.frame(([type]) => type === FRAME.probe))]).toEqual([FRAME.probe, 42])
    viewer.send(FRAME.probe, ...new Uint8Array(20))
    expect((await viewer.closed).code).toBe(4400)
    const stock = new RawPeer(rawUrl(id, keys.viewer))
    await stock.opened
    stock.send(FRAME.probe, 42)
    expect((await stock.closed).code).toBe(4400)
  })

  test('an awareness id belongs to the connection that brought it', async () => {
    const { id, keys } = await newMap()
    const ana = new RawPeer(rawUrl(id, keys.editor))
    const ben = new RawPeer(rawUrl(id, keys.viewer))
    await Promise.all([ana.opened, ben.opened])
    const isPresence = ([type, , count]: Uint8Array) => type === FRAME.awareness && count! > 0
    ana.socket.send(awarenessFrame([awarenessEntry(7, 1, json({ me: 'Ana' }))]))
    await ben.frame(isPresence)
    ben.socket.send(awarenessFrame([awarenessEntry(7, 9, json({ me: 'Ben, as Ana' })), awarenessEntry(8, 1, json({}))]))
    await ana.frame((frame) => isPresence(frame) && frame[3] === 8)
    const query = new RawPeer(rawUrl(id, keys.viewer))
    await query.opened
    query.send(FRAME.queryAwareness)
    const all = await query.frame(isPresence)
    expect(Buffer.from(all).toString()).toContain('"Ana"')
    expect(Buffer.from(all).toString()).not.toContain('as Ana')
    for (const peer of [ana, ben, query]) peer.socket.close()
  })

  test('frame 102 tells an app client whose an awareness id is', async () => {
    const { id, keys } = await newMap()
    const ana = new RawPeer(rawUrl(id, keys.editor, '&app=1'))
    const ben = new RawPeer(rawUrl(id, keys.viewer))
    await Promise.all([ana.opened, ben.opened])
    ben.socket.send(awarenessFrame([awarenessEntry(9, 1, json({}))]))
    const frame = await ana.frame(([type, count]) => type === FRAME.people && count === 1)
    expect(frame[2]).toBe(9)
    expect(Buffer.from(frame).toString()).toMatch(/key-.*viewer$/s)
    ana.socket.close()
    ben.socket.close()
  })

  test('an update whose ground is missing is kept until the ground comes', async () => {
    const { id, keys } = await newMap()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getArray('late').push([1])
    doc.getArray('late').push([2])
    const ana = new RawPeer(rawUrl(id, keys.editor, '&app=1'))
    await ana.opened
    ana.socket.send(updateFrame(updates[1]!))
    await ana.frame(([type, count]) => type === FRAME.receipt && count === 1)
    ana.socket.send(updateFrame(updates[0]!))
    await ana.frame(([type, count]) => type === FRAME.receipt && count === 2)
    const ben = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await ben.synced
    expect(ben.doc.getArray('late').toArray()).toEqual([1, 2])
    ana.socket.close()
    ben.leave()
  })

  test('a malformed part of a document is ignored by readers and reported once', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await ana.synced
    ana.doc.getMap('blocks').set('odd', 'no block at all')
    ana.doc.getArray('drawing').push([{ key: 'shape:odd', val: { type: 'video', props: {} } }])
    const logged = async (path: string) => {
      for (;;) {
        const lines = server.log
          .all('malformed part of a document ignored')
          .filter(({ fields }) => fields.path === path)
        if (lines.length > 0) return lines
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    expect(await logged('blocks/odd')).toHaveLength(1)
    expect(await logged('drawing/shape:odd')).toHaveLength(1)
    // Looked through again, it is not said again.
    ana.doc.getMap('blocks').set('later', 'nor this')
    expect(await logged('blocks/later')).toHaveLength(1)
    expect(await logged('drawing/shape:odd')).toHaveLength(1)
    const file = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as { blocks: unknown[] }
    expect(file.blocks).toHaveLength(1)
    ana.leave()
  })
})
