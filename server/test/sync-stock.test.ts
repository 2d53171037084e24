/** The WebSocket contract, with the stock client. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { setTitle, openMapDoc } from '@throughline/shared/doc'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, until } from './stock-peer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

const newMap = () => makeSmallMap(server)
const titleOf = (doc: Y.Doc) => doc.getMap('meta').get('title')

describe('the stock client', () => {
  test('two people see each other’s edits, and a third who comes late sees the same', async () => {
    const { id, keys } = await newMap()
    const [ana, ben] = ['owner', 'editor'].map((role) =>
      joinAs(server.socketUrl, `${id}/canvas`, { key: keys[role as 'owner'] }),
    )
    await Promise.all([ana!.synced, ben!.synced])
    expect(ana!.doc.getMap('blocks').has('a')).toBe(true)
    setTitle(openMapDoc(ana!.doc), 'By Ana')
    await until(ben!.doc, () => titleOf(ben!.doc) === 'By Ana')
    setTitle(openMapDoc(ben!.doc), 'By Ben')
    await until(ana!.doc, () => titleOf(ana!.doc) === 'By Ben')
    const cleo = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
    await cleo.synced
    expect(titleOf(cleo.doc)).toBe('By Ben')
    for (const peer of [ana!, ben!, cleo]) peer.leave()
  })

  test('what was edited offline arrives on return', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    const ben = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await Promise.all([ana.synced, ben.synced])
    ana.provider.disconnect()
    setTitle(openMapDoc(ana.doc), 'On a train')
    ana.provider.connect()
    await until(ben.doc, () => titleOf(ben.doc) === 'On a train')
    expect(titleOf(ana.doc)).toBe('On a train')
    ana.leave()
    ben.leave()
  })

  test('a viewer reads, is seen, and changes nothing: its update closes with 4403', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    const cleo = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
    await Promise.all([ana.synced, cleo.synced])
    const seen = new Promise<void>((resolve) =>
      ana.provider.awareness.on('change', () => ana.provider.awareness.getStates().has(cleo.doc.clientID) && resolve()),
    )
    cleo.provider.awareness.setLocalStateField('user', { name: 'Cleo' })
    await seen
    setTitle(openMapDoc(cleo.doc), 'Hacked')
    expect(await cleo.closed).toBe(4403)
    const late = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
    await late.synced
    expect(titleOf(late.doc)).toBe('Start')
    for (const peer of [ana, cleo, late]) peer.leave()
  })

  test('a commenter may write the comments and not the canvas', async () => {
    const { id, keys } = await newMap()
    const ben = joinAs(server.socketUrl, `${id}/comments`, { key: keys.commenter })
    const ana = joinAs(server.socketUrl, `${id}/comments`, { key: keys.owner })
    await Promise.all([ana.synced, ben.synced])
    ben.doc.getMap('threads').set('t', 1)
    await until(ana.doc, () => ana.doc.getMap('threads').get('t') === 1)
    const canvas = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.commenter })
    await canvas.synced
    setTitle(openMapDoc(canvas.doc), 'Hacked')
    expect(await canvas.closed).toBe(4403)
    for (const peer of [ana, ben, canvas]) peer.leave()
  })

  test.each([
    ['no key', '', 4401],
    ['a key that nobody has', 'nonsense', 4404],
  ])('%s closes for good', async (_what, key, code) => {
    const { id } = await newMap()
    const peer = joinAs(server.socketUrl, `${id}/canvas`, { key })
    expect(await peer.closed).toBe(code)
    peer.leave()
  })

  test('an unknown map, an unknown document and another map’s key close with 4404, a reader’s with 4403', async () => {
    const other = await newMap()
    const { id, keys } = await newMap()
    for (const [room, key, code] of [
      ['nowhere/canvas', keys.owner, 4404],
      [`${id}/minutes`, keys.owner, 4404],
      [`${id}/canvas`, other.keys.owner, 4404],
      [`${id}/canvas`, keys.reader, 4403],
    ] as const) {
      const peer = joinAs(server.socketUrl, room, { key })
      expect(await peer.closed).toBe(code)
      peer.leave()
    }
  })

  test('somebody who leaves is gone for the others at once', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    const ben = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await Promise.all([ana.synced, ben.synced])
    const { awareness } = ana.provider
    const change = (isSo: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => isSo() && resolve()
        awareness.on('change', look)
        look()
      })
    ben.provider.awareness.setLocalStateField('user', { name: 'Ben' })
    await change(() => awareness.getStates().has(ben.doc.clientID))
    // As if the network were cut: the client says no good-bye.
    ;(ben.provider.ws as unknown as { terminate(): void }).terminate()
    await change(() => !awareness.getStates().has(ben.doc.clientID))
    // And it is seen again as soon as it is back, with the same clock as before.
    await change(() => awareness.getStates().has(ben.doc.clientID))
    expect(awareness.getStates().get(ben.doc.clientID)).toEqual({ user: { name: 'Ben' } })
    ana.leave()
    ben.leave()
  })
})
