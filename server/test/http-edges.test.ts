/** What stock clients and hostile ones send before there is a request to speak of. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Everything that comes back until the server closes. */
function exchange(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(request))
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

const SOCKET = 'Host: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'

describe('what cannot be read', () => {
  test.each([
    ['no HTTP at all', 400, '\x16\x03\x01\r\n\r\n'],
    ['headers without end', 431, `GET / HTTP/1.1\r\nHost: here\r\nX: ${'a'.repeat(80_000)}\r\n\r\n`],
    ['two lengths', 400, 'POST /api/maps HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    [
      'a handshake without its key',
      400,
      `GET /sync/a/canvas?key=b HTTP/1.1\r\n${SOCKET}Sec-WebSocket-Version: 13\r\n\r\n`,
    ],
    ['a handshake of long ago', 400, `GET /sync/a/canvas?key=b HTTP/1.1\r\n${SOCKET}Sec-WebSocket-Version: 7\r\n\r\n`],
    ['a handshake by POST', 400, `POST /sync/a/canvas?key=b HTTP/1.1\r\n${SOCKET}\r\n`],
    [
      'a handshake for something else',
      400,
      'GET /sync/a/canvas HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: tls\r\n\r\n',
    ],
    ['a socket beside /sync/', 400, `GET /api/maps HTTP/1.1\r\n${SOCKET}\r\n`],
  ])('%s is answered with problem details', async (_what, status, request) => {
    const answer = await exchange(request)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('application/problem+json')
    expect(problemSchema.parse(JSON.parse(body)).status).toBe(status)
  })
})

test('a client that offers HTTP/2 gets its answer all the same', async () => {
  const offer = 'Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n'
  expect(await exchange(`GET /healthz HTTP/1.1\r\nHost: here\r\n${offer}\r\n`)).toMatch(/^HTTP\/1\.1 200 /)
})

test('an empty person is none', async () => {
  const { id, keys } = await makeSmallMap(server)
  const called = await server.call('GET', `/api/maps/${id}`, keys.viewer, undefined, { 'x-person': '' })
  expect(called.status).toBe(200)
})

test('only a dry run that is asked for as such is one, and nothing else imports by mistake', async () => {
  const { id, keys } = await makeSmallMap(server)
  const file = { format: 'throughline-map', version: 1, blocks: [{ kind: 'value', statement: 'Once' }] }
  const before = await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).text()
  const statuses = await Promise.all(
    ['dry=1', 'dry=true', 'dry=1&dry=1', 'dry'].map(
      async (query) => (await server.call('POST', `/api/maps/${id}/import?${query}`, keys.editor, file)).status,
    ),
  )
  expect(statuses).toEqual([200, 422, 422, 422])
  expect(await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).text()).toBe(before)
})

test('with a public address on https, cookies are for https alone', async () => {
  const proxied = await startTestServer({ publicUrl: 'https://maps.example' })
  const { id, keys } = await proxied.makeMap()
  const opened = await proxied.call('POST', '/api/session', null, { map: id, key: keys.viewer })
  expect(opened.headers.get('set-cookie')).toMatch(/; Secure/)
  await proxied.close()
})

test('one connection that calls too often gets 429 with Retry-After; another one does not', async () => {
  const calls = LIMITS.calls.burst + LIMITS.calls.perSecond
  const ask = 'GET /api/config HTTP/1.1\r\nHost: here\r\n'
  const answers = await exchange(`${`${ask}\r\n`.repeat(calls * 2)}${ask}Connection: close\r\n\r\n`)
  expect(answers).toMatch(/HTTP\/1\.1 429 /)
  expect(answers).toMatch(/Retry-After: \d+/)
  expect(answers.match(/HTTP\/1\.1 200 /g)?.length).toBeGreaterThanOrEqual(LIMITS.calls.burst)
  expect((await server.call('GET', '/api/config')).status).toBe(200)
})
