/** Sockets at the edge: a crowd in one map, an office behind one address. What is full for one is not for the others. */
import { expect, test } from 'vitest'
import { LIMITS } from '@throughline/shared/schema'
import { makeSmallMap } from './small-map.ts'
import { startTestServer } from './start-test-server.ts'
import { RawPeer } from './stock-peer.ts'

const AT_ONCE = 100

test(
  'a map and an address take what they are said to take, and one more is told 429',
  { timeout: 120_000 },
  async () => {
    expect(LIMITS.connectionsPerMap).toBeGreaterThanOrEqual(600)
    expect(LIMITS.connectionsPerAddress).toBeGreaterThanOrEqual(3_000)
    const server = await startTestServer({ trustProxy: 'loopback' })
    const maps = await Promise.all([1, 2, 3].map(() => makeSmallMap(server)))
    const open: RawPeer[] = []
    const join = (nth: number, from: string) => {
      const map = maps[nth]!
      const headers = { 'x-forwarded-for': from }
      return new RawPeer(`${server.socketUrl}/${map.id}/canvas?key=${map.keys.viewer}`, { headers })
    }
    const fill = async (nth: number, count: number) => {
      for (let n = 0; n < count; n += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, count - n) }, () => join(nth, '192.0.2.1'))
        await Promise.all(some.map(({ opened }) => opened))
        open.push(...some)
      }
    }
    const statusOf = (peer: RawPeer) =>
      new Promise<number>((resolve) => {
        peer.socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
        void peer.opened.then(() => resolve(101))
      })
    await fill(0, LIMITS.connectionsPerMap)
    expect(await statusOf(join(0, '192.0.2.2'))).toBe(429)
    await fill(1, LIMITS.connectionsPerMap)
    await fill(2, LIMITS.connectionsPerAddress - 2 * LIMITS.connectionsPerMap)
    expect(await statusOf(join(2, '192.0.2.1'))).toBe(429)
    // The sixty people at another address, and the calls of everybody.
    const other = join(2, '192.0.2.2')
    expect(await statusOf(other)).toBe(101)
    expect((await server.call('GET', `/api/maps/${maps[0]!.id}`, maps[0]!.keys.viewer)).status).toBe(200)
    // One that goes makes room.
    const gone = open.pop()!
    gone.socket.close()
    await gone.closed
    await expect.poll(() => statusOf(join(2, '192.0.2.1'))).toBe(101)
    for (const { socket } of [...open, other]) socket.terminate()
    await server.close()
  },
)
