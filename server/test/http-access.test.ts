/** The HTTP contract: who may call what, and how refusals look. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema, type KeyList, type MadeKey, type MadeMap } from '@throughline/shared/protocol'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
let map: MadeMap
beforeAll(async () => {
  server = await startTestServer()
  map = await makeSmallMap(server)
})
afterAll(async () => {
  await server.close()
})

const ORDER = ['reader', 'viewer', 'commenter', 'editor', 'owner'] as const

describe('roles', () => {
  test.each([
    ['GET', '', 'viewer'],
    ['GET', '/text', 'viewer'],
    ['GET', '/notices', 'viewer'],
    ['GET', '/brief', 'reader'],
    ['GET', '/brief.md', 'reader'],
    ['GET', '/keys', 'owner'],
  ] as const)('%s %s needs a %s', async (method, path, needed) => {
    for (const role of ORDER) {
      const { status } = await server.call(method, `/api/maps/${map.id}${path}`, map.keys[role])
      expect([role, status]).toEqual([role, ORDER.indexOf(role) >= ORDER.indexOf(needed) ? 200 : 403])
    }
  })

  test('[AC1] no key is 401, a key of another map and an unknown map are 404', async () => {
    const other = await makeSmallMap(server)
    const statuses = await Promise.all([
      server.call('GET', `/api/maps/${map.id}`),
      server.call('GET', '/api/maps/nowhere'),
      server.call('GET', `/api/maps/${map.id}`, other.keys.owner),
      server.call('GET', '/api/maps/nowhere', map.keys.owner),
      server.call('GET', `/api/maps/${map.id}`, 'nonsense'),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 404, 404, 404])
  })

  test('a weak key can neither change, import, make keys nor delete', async () => {
    const path = `/api/maps/${map.id}`
    const statuses = await Promise.all([
      server.call('POST', `${path}/import`, map.keys.commenter, {}),
      server.call('POST', `${path}/keys`, map.keys.editor, { role: 'owner' }),
      server.call('DELETE', path, map.keys.editor),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403])
  })
})

describe('keys', () => {
  test('are made, listed without their secrets, used and revoked', async () => {
    const path = `/api/maps/${map.id}/keys`
    const answer = await server.call('POST', path, map.keys.owner, { role: 'viewer', label: 'Board' })
    expect(answer.status).toBe(201)
    const made = (await answer.json()) as MadeKey
    expect(made).toMatchObject({ role: 'viewer', label: 'Board', expiresAt: null })
    const text = await (await server.call('GET', path, map.keys.owner)).text()
    expect(text).not.toContain(made.key)
    const { keys } = JSON.parse(text) as KeyList
    expect(keys).toHaveLength(6)
    expect(keys.at(-1)).toEqual({
      id: made.id,
      role: 'viewer',
      label: 'Board',
      createdAt: expect.any(Number),
      expiresAt: null,
      revokedAt: null,
    })
    expect((await server.call('GET', `/api/maps/${map.id}`, made.key)).status).toBe(200)
    expect((await server.call('DELETE', `${path}/${made.id}`, map.keys.owner)).status).toBe(204)
    expect((await server.call('GET', `/api/maps/${map.id}`, made.key)).status).toBe(403)
    expect((await server.call('DELETE', `${path}/none`, map.keys.owner)).status).toBe(404)
  })

  test('expire in the future, and not before', async () => {
    const path = `/api/maps/${map.id}/keys`
    const past = await server.call('POST', path, map.keys.owner, { role: 'viewer', expiresAt: 1 })
    expect(past.status).toBe(422)
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const made = (await (
      await server.call('POST', path, map.keys.owner, { role: 'viewer', expiresAt })
    ).json()) as MadeKey
    expect(made.expiresAt).toBe(Date.parse(expiresAt))
    expect((await server.call('GET', `/api/maps/${map.id}`, made.key)).status).toBe(200)
  })
})

describe('sessions and people', () => {
  const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])

  test('a key becomes a cookie that holds no key, and a browser becomes a person', async () => {
    const opened = await server.call('POST', '/api/session', null, { map: map.id, key: map.keys.editor })
    expect(opened.status).toBe(200)
    expect(await opened.json()).toEqual({ role: 'editor', epoch: expect.any(String), person: null })
    const [set] = opened.headers.getSetCookie()
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Lax/)
    expect(set).not.toMatch(/Secure/)
    expect(set).not.toContain(map.keys.editor)
    const cookie = cookiesOf(opened).join('; ')
    expect((await server.call('GET', `/api/maps/${map.id}`, null, undefined, { cookie })).status).toBe(200)
    const headers = { cookie, origin: server.url }
    const person = await server.call(
      'POST',
      `/api/maps/${map.id}/people`,
      null,
      { name: 'Ana', voice: 'sales' },
      headers,
    )
    expect(person.status).toBe(201)
    const both = [cookie, ...cookiesOf(person)].join('; ')
    const me = await server.call('GET', `/api/session/${map.id}`, null, undefined, { cookie: both })
    expect(await me.json()).toMatchObject({ role: 'editor', person: { name: 'Ana', voice: 'sales' } })
    const again = await server.call(
      'POST',
      '/api/session',
      null,
      { map: map.id, key: map.keys.editor },
      { cookie: both },
    )
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await again.json()).toMatchObject({ person: { name: 'Ana' } })
  })

  test('a change with a cookie needs the Origin of our own page; a Bearer key does not, and beats the cookie', async () => {
    const opened = await server.call('POST', '/api/session', null, { map: map.id, key: map.keys.owner })
    const cookie = cookiesOf(opened).join('; ')
    const path = `/api/maps/${map.id}/keys`
    const body = { role: 'viewer' }
    const statuses = await Promise.all([
      server.call('POST', path, null, body, { cookie }),
      server.call('POST', path, null, body, { cookie, origin: 'https://elsewhere.example' }),
      server.call('POST', path, null, body, { cookie, origin: server.url }),
      server.call('POST', path, map.keys.viewer, body, { cookie, origin: server.url }),
      server.call('POST', '/api/session', null, { map: map.id, key: 'x' }, { origin: 'https://elsewhere.example' }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 201, 403, 403])
  })

  test('a person of another map is refused when named, and only then', async () => {
    const other = await makeSmallMap(server)
    const made = (await (
      await server.call('POST', `/api/maps/${other.id}/people`, other.keys.viewer, { name: 'Ben' })
    ).json()) as { token: string }
    const path = `/api/maps/${map.id}`
    const named = await server.call('GET', path, map.keys.viewer, undefined, { 'x-person': made.token })
    expect(named.status).toBe(403)
    const stale = await server.call('GET', path, map.keys.viewer, undefined, { cookie: `tlp_${map.id}=${made.token}` })
    expect(stale.status).toBe(200)
  })
})

describe('the surface', () => {
  test.each([
    ['GET', '/api/nothing', 404, null],
    ['PUT', '/api/maps', 405, 'POST'],
    ['PATCH', '/api/maps/x/keys', 405, 'GET, HEAD, POST'],
    ['GET', '/api/maps/%E0%A4%A', 400, null],
    ['POST', '/healthz', 405, 'GET, HEAD'],
    ['GET', '/sync/x/canvas', 404, null],
    ['GET', '/no/such/page', 404, null],
    ['GET', '/assets/..%2f..%2fpackage.json', 404, null],
  ])('%s %s is %d, as problem details', async (method, path, status, allow) => {
    const answer = await server.call(method, path)
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow])
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problemSchema.parse(await answer.json()).status).toBe(status)
  })

  test.each(['/', '/m/abc', '/m/abc/brief', '/j/123'])(
    '%s is the client, kept by nobody, with strict headers',
    async (path) => {
      const answer = await server.call('GET', path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('strict-transport-security')).toBeNull()
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('upgrade-insecure-requests')
    },
  )

  test('says that it is alive, ready and how it does', async () => {
    expect((await server.call('GET', '/healthz')).status).toBe(200)
    expect((await server.call('GET', '/readyz')).status).toBe(200)
    expect(await (await server.call('GET', '/metrics')).text()).toMatch(/^throughline_connections \d+$/m)
    expect(await (await server.call('GET', '/api/config')).json()).toEqual({
      tldrawLicenseKey: null,
      publicUrl: null,
      needsAdminKey: false,
      sendsMail: false,
      version: 'test',
    })
  })

  test('no key ever stands in the log', () => {
    const logged = JSON.stringify(server.log.lines)
    for (const key of Object.values(map.keys)) expect(logged).not.toContain(key)
  })

  test('with an operator’s key, making a map and the metrics need it; with a public address, links use it', async () => {
    const guarded = await startTestServer({ adminKey: 'a-secret-of-the-operator', publicUrl: 'https://maps.example' })
    const statuses = [
      await guarded.call('POST', '/api/maps', null, {}),
      await guarded.call('POST', '/api/maps', 'wrong', {}),
      await guarded.call('GET', '/metrics'),
      await guarded.call('GET', '/healthz', null, undefined, { origin: 'https://elsewhere.example' }),
      await guarded.call('GET', '/api/config', null, undefined, { origin: 'https://elsewhere.example' }),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 401, 200, 403])
    const made = await guarded.call('POST', '/api/maps', 'a-secret-of-the-operator', {})
    expect(await made.json()).toMatchObject({ url: expect.stringMatching(/^https:\/\/maps\.example\/m\//) })
    await guarded.close()
  })
})
