/** Pictures by HTTP: who may send and see them, what is taken for one, and how they are served. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { madeAsset, problemSchema, type MadeAsset, type MadeMap } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { SAMPLES } from './sample-pictures.ts'
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

function send(
  bytes: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
  { to = map, on = server }: { to?: MadeMap; on?: TestServer } = {},
): Promise<Response> {
  return fetch(`${on.url}/api/maps/${to.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${to.keys.editor}`, 'content-type': 'image/png', ...headers },
    body: bytes as string,
  })
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

async function made(answer: Response): Promise<MadeAsset> {
  expect(answer.status).toBe(201)
  return madeAsset.parse(await answer.json())
}

async function refusal(answer: Response): Promise<readonly [number, string]> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const { status, detail } = problemSchema.parse(await answer.json())
  expect(status).toBe(answer.status)
  return [status, detail]
}

describe('what is taken', () => {
  test.each(Object.entries(SAMPLES))('%s comes back byte for byte, as what it is', async (_name, { type, bytes }) => {
    const answer = await send(bytes, { 'content-type': 'image/anything' })
    const { id, url, ...rest } = await made(answer)
    expect(rest).toEqual({ type, width: 40, height: 24 })
    expect(url).toBe(`/api/maps/${map.id}/assets/${id}`)
    expect(answer.headers.get('location')).toBe(url)
    const shown = await server.call('GET', url, map.keys.viewer)
    expect(shown.headers.get('content-type')).toBe(type)
    expect(Buffer.compare(Buffer.from(await shown.arrayBuffer()), bytes)).toBe(0)
  })

  test('the same picture twice is one picture; another map has its own', async () => {
    const other = await makeSmallMap(server)
    const [first, second, theirs] = await Promise.all([
      made(await send(SAMPLES.gif.bytes)),
      made(await send(SAMPLES.gif.bytes)),
      made(await send(SAMPLES.gif.bytes, {}, { to: other })),
    ])
    expect(second).toEqual(first)
    expect(theirs.id).toBe(first.id)
    expect((await server.call('GET', theirs.url, map.keys.owner)).status).toBe(404)
  })
})

describe('what is refused', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  test.each([
    ['a page that says it is a picture', html, 'image/png', 415],
    ['a program behind the first bytes of a picture', `\x89PNG\r\n\x1A\n${html}`, 'image/png', 415],
    ['nothing at all', '', 'image/png', 415],
    ['JSON', '{}', 'application/json', 415],
    ['a picture that is called something else', SAMPLES.png.bytes, 'text/html', 415],
  ])('%s', async (_name, body, type, status) => {
    expect((await refusal(await send(body, { 'content-type': type })))[0]).toBe(status)
  })

  test('SVG, with the reason, whatever it is called', async () => {
    for (const type of ['image/svg+xml', 'image/png'])
      expect(await refusal(await send('<svg xmlns="http://www.w3.org/2000/svg"/>', { 'content-type': type }))).toEqual([
        415,
        expect.stringContaining('SVG'),
      ])
  })

  test('what is too large, in bytes or in pixels', async () => {
    const large = Buffer.concat([SAMPLES.png.bytes, Buffer.alloc(LIMITS.pictureBytes)])
    expect(await refusal(await send(large))).toEqual([413, expect.stringContaining('10 MB')])
    const edge = large.subarray(0, LIMITS.pictureBytes)
    await made(await send(edge))
    const wide = Buffer.from(SAMPLES.png.bytes)
    wide.writeUInt32BE(LIMITS.pictureSide + 1, 16)
    expect((await refusal(await send(wide)))[0]).toBe(413)
  })

  test('one more than a map holds', async () => {
    const full = await makeSmallMap(server)
    const nth = (n: number) => Buffer.concat([SAMPLES.png.bytes, Buffer.from(String(n))])
    for (let from = 0; from < LIMITS.pictures; from += 50)
      await Promise.all(Array.from({ length: 50 }, async (_, n) => made(await send(nth(from + n), {}, { to: full }))))
    expect(await refusal(await send(nth(LIMITS.pictures), {}, { to: full }))).toEqual([
      413,
      expect.stringContaining(`${LIMITS.pictures} pictures`),
    ])
    await made(await send(nth(0), {}, { to: full }))
  })

  test('everything, when the disk is full', async () => {
    const stores = openMemoryStores()
    const add = () => Promise.reject(new AppError('storage-full', 'The disk is full.'))
    const full = await startTestServer({ stores: { ...stores, assets: { ...stores.assets, add } } })
    const to = await makeSmallMap(full)
    expect((await refusal(await send(SAMPLES.png.bytes, {}, { to, on: full })))[0]).toBe(507)
    await full.close()
  })
})

describe('who may', () => {
  test('editors send, viewers see, everybody else is refused', async () => {
    const { url } = await made(await send(SAMPLES.png.bytes))
    const statuses: unknown[] = []
    for (const role of ['reader', 'viewer', 'commenter', 'editor', 'owner'] as const) {
      const sent = await send(SAMPLES.png.bytes, bearer(map.keys[role]))
      const seen = await server.call('GET', url, map.keys[role])
      statuses.push([role, sent.status, seen.status])
    }
    expect(statuses).toEqual([
      ['reader', 403, 403],
      ['viewer', 403, 200],
      ['commenter', 403, 200],
      ['editor', 201, 200],
      ['owner', 201, 200],
    ])
    const other = await makeSmallMap(server)
    expect((await send(SAMPLES.png.bytes, bearer(other.keys.owner))).status).toBe(404)
    expect((await server.call('GET', url)).status).toBe(401)
  })

  test('with a cookie pictures are shown; sending needs a page of this server', async () => {
    const session = await server.call('POST', '/api/session', null, { map: map.id, key: map.keys.editor })
    const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { url } = await made(await send(SAMPLES.png.bytes))
    expect((await server.call('GET', url, null, undefined, { cookie })).status).toBe(200)
    const sendAs = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/maps/${map.id}/assets`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'image/png', ...headers },
        body: SAMPLES.png.bytes as Uint8Array as never,
      })
    expect((await sendAs({})).status).toBe(403)
    expect((await sendAs({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await sendAs({ origin: server.url })).status).toBe(201)
  })
})

describe('how they are served', () => {
  test('inert, for this person alone, and for ever', async () => {
    const { id, url } = await made(await send(SAMPLES.png.bytes))
    const { headers } = await server.call('GET', url, map.keys.viewer)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(SAMPLES.png.bytes.length),
      'content-disposition': `inline; filename="${id}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${id}"`,
    })
  })

  test('HEAD has the same headers and no body; who has it already is told so', async () => {
    const { id, url } = await made(await send(SAMPLES.png.bytes))
    const head = await server.call('HEAD', url, map.keys.viewer)
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(SAMPLES.png.bytes.length),
      '',
    ])
    const again = await server.call('GET', url, map.keys.viewer, undefined, { 'if-none-match': `"${id}"` })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('what is a picture and a program at once is served as the picture alone', async () => {
    const both = Buffer.from('GIF89a=1;\n<script>alert(1)</script>', 'latin1')
    const answer = await made(await send(both))
    const { headers } = await server.call('GET', answer.url, map.keys.viewer)
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/gif', 'nosniff'])
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  test('unknown ones, and other methods, get a problem', async () => {
    const path = `/api/maps/${map.id}/assets`
    for (const id of ['nothing', `${'0'.repeat(64)}.png`, '..%2f..%2fthroughline.db', '%00'])
      expect([id, (await refusal(await server.call('GET', `${path}/${id}`, map.keys.viewer)))[0]]).toEqual([id, 404])
    expect((await server.call('GET', path, map.keys.owner)).status).toBe(405)
    expect((await server.call('DELETE', `${path}/x`, map.keys.owner)).status).toBe(405)
  })

  test('deleting the map deletes them', async () => {
    const stores = openMemoryStores()
    const own = await startTestServer({ stores })
    const to = await makeSmallMap(own)
    const { id } = await made(await send(SAMPLES.png.bytes, {}, { to, on: own }))
    expect(await stores.assets.find(to.id as never, id as never)).not.toBeNull()
    expect((await own.call('DELETE', `/api/maps/${to.id}`, to.keys.owner)).status).toBe(204)
    expect(await stores.assets.find(to.id as never, id as never)).toBeNull()
    await own.close()
  })
})
