/** Frames that nobody would send: the process, the document and everybody else stay as they are. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyFrame } from './any-frame.ts'
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

test('400 random, truncated and mistyped frames harm nobody', async () => {
  const { id, keys } = await makeSmallMap(server)
  const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.owner })
  await ana.synced
  let lost = 0
  ana.provider.on('connection-close', () => (lost += 1))
  const url = `${server.socketUrl}/${id}/canvas?key=${keys.editor}&app=1`
  await fc.assert(
    fc.asyncProperty(fc.array(anyFrame, { minLength: 1, maxLength: 10 }), async (frames) => {
      const bad = new RawPeer(url)
      await bad.opened
      for (const frame of frames) bad.socket.send(frame)
      bad.socket.close()
      await bad.closed
    }),
    { numRuns: 40 },
  )
  const late = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
  await late.synced
  expect(late.doc.getMap('blocks').has('a')).toBe(true)
  expect(lost).toBe(0)
  expect((await server.call('GET', `/api/maps/${id}`, keys.viewer)).status).toBe(200)
  expect(server.log.all('upgrade failed')).toEqual([])
  ana.leave()
  late.leave()
})
