/** HTTP at the edge of each limit: exactly so much is taken, one more is answered with its status and a sentence. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { takePicture } from '../src/assets/index.ts'
import { SAMPLES } from './sample-pictures.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function expectRefusal(answer: Response, status: number, says: RegExp): Promise<void> {
  const problem = problemSchema.parse(await answer.json())
  expect([answer.status, problem.status]).toEqual([status, status])
  expect(problem.detail).toMatch(says)
}

/** The same JSON, with blanks until it has so many bytes. */
const padded = (json: object, bytes: number) => JSON.stringify(json).padEnd(bytes, ' ')

describe('bodies', () => {
  test('a map file', async () => {
    const make = (bytes: number) => server.call('POST', '/api/maps', null, padded({ title: 'Full' }, bytes))
    expect((await make(LIMITS.mapFileBytes)).status).toBe(201)
    await expectRefusal(await make(LIMITS.mapFileBytes + 1), 413, /larger than the server takes/)
  })

  test('any other', async () => {
    const { id, keys } = await makeSmallMap(server)
    const make = (bytes: number) =>
      server.call('POST', `/api/maps/${id}/keys`, keys.owner, padded({ role: 'viewer' }, bytes))
    expect((await make(LIMITS.smallBodyBytes)).status).toBe(201)
    await expectRefusal(await make(LIMITS.smallBodyBytes + 1), 413, /larger than the server takes/)
  })

  test('a map file that nests', async () => {
    const deep = (depth: number) => ({ map: { format: 'throughline-map', version: 1, deep: nest(depth - 1) } })
    expect((await server.call('POST', '/api/maps', null, deep(LIMITS.mapFileDepth))).status).toBe(201)
    await expectRefusal(
      await server.call('POST', '/api/maps', null, deep(LIMITS.mapFileDepth + 1)),
      422,
      /nests deeper/,
    )
  })
})

function nest(depth: number): unknown {
  return Array.from({ length: depth }).reduce((inner) => [inner], 0)
}

test('headers: as many cookies as a browser with hundreds of maps has', async () => {
  const ask = (bytes: number) => fetch(`${server.url}/api/config`, { headers: { cookie: 'c='.padEnd(bytes, 'x') } })
  expect((await ask(LIMITS.headerBytes - 1_024)).status).toBe(200)
  expect((await ask(LIMITS.headerBytes + 1)).status).toBe(431)
  expect((await ask(100)).status).toBe(200)
})

test('headers that never end are cut off in time, and nobody else waits', { timeout: 60_000 }, async () => {
  const began = performance.now()
  const { hostname, port } = new URL(server.url)
  const cut = new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write('GET /sync/a/canvas HTTP/1.1\r\nX-Slow: '))
    const drip = setInterval(() => socket.write('a'), 500)
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(drip)
      resolve(answer)
    })
  })
  expect((await server.call('GET', '/healthz')).status).toBe(200)
  expect(await cut).toMatch(/^HTTP\/1\.1 408 /)
  const took = performance.now() - began
  expect(took).toBeGreaterThanOrEqual(LIMITS.headersMs)
  // A body may take longer than that; a whole request is cut as well, by the same sweep.
  expect(took).toBeLessThan(LIMITS.requestMs)
})

test('a picture of as many pixels as a browser bears, and one line more', () => {
  const sized = (width: number, height: number) => {
    const png = Buffer.from(SAMPLES.png.bytes)
    png.writeUInt32BE(width, 16)
    png.writeUInt32BE(height, 20)
    return png
  }
  const side = LIMITS.pictureSide
  expect(takePicture(sized(side, 10)).width).toBe(side)
  expect(() => takePicture(sized(side + 1, 10))).toThrow(/pixels/)
  const height = LIMITS.picturePixels / 10_000
  expect(takePicture(sized(10_000, height)).height).toBe(height)
  expect(() => takePicture(sized(10_000, height + 1))).toThrow(/pixels/)
})

test('pictures of one map, together', { timeout: 60_000 }, async () => {
  const { id, keys } = await makeSmallMap(server)
  const send = (n: number, bytes: number) => {
    const body = Buffer.concat([SAMPLES.png.bytes, Buffer.from(`${n} `)], bytes)
    const headers = { authorization: `Bearer ${keys.editor}`, 'content-type': 'image/png' }
    return fetch(`${server.url}/api/maps/${id}/assets`, { method: 'POST', headers, body })
  }
  const whole = LIMITS.picturesBytes / LIMITS.pictureBytes
  for (let n = 0; n < whole; n += 1) expect((await send(n, LIMITS.pictureBytes)).status).toBe(201)
  await expectRefusal(await send(whole, 1_000), 413, /no room left/)
})

test('50 new maps a second from one place on this machine', async () => {
  expect(LIMITS.calls.perSecond).toBeGreaterThanOrEqual(50)
  const made = await Promise.all(Array.from({ length: 200 }, () => server.call('POST', '/api/maps', null, {})))
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]))
})
