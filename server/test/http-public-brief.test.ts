/** What readers are shown of a brief: the map as it is, or a version that an owner has chosen. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ShownBrief } from '@throughline/shared/brief'
import type { MadeMap, PublicBrief, VersionView } from '@throughline/shared/protocol'
import { openMapDoc, setLogo, setStatement, setSubject, type MapDoc } from '@throughline/shared/doc'
import type { BlockId, MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { SAMPLES } from './sample-pictures.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs } from './stock-peer.ts'

const VALUE = 'v' as BlockId
const stores = openMemoryStores()
let server: TestServer
let map: MadeMap
beforeAll(async () => {
  server = await startTestServer({ stores })
})
afterAll(() => server.close())
beforeEach(async () => {
  const value = {
    id: 'v',
    kind: 'value',
    statement: 'Said then',
    status: 'agreed',
    agreed: { statement: 'Said then', at: '2026-05-12T10:00:00Z' },
  }
  map = await server.makeMap({ map: { format: 'throughline-map', version: 1, title: 'T', blocks: [value] } })
})

const at = (path: string) => `/api/maps/${map.id}${path}`
const get = (path: string, role: 'reader' | 'viewer' | 'owner') => server.call('GET', at(path), map.keys[role])
const freeze = (version: string | null, role: 'owner' | 'editor' = 'owner') =>
  server.call('PUT', at('/brief/public'), map.keys[role], { version })
const revisionNow = async () =>
  ((await (await get('/brief', 'viewer')).json()) as { readonly revision: number }).revision

async function edit(change: (doc: MapDoc) => void): Promise<void> {
  const before = await revisionNow()
  const ana = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
  await ana.synced
  change(openMapDoc(ana.doc))
  await expect.poll(revisionNow).toBeGreaterThan(before)
  ana.leave()
}

const keep = async (name: string): Promise<VersionView> =>
  (await (await server.call('POST', at('/versions'), map.keys.editor, { name })).json()) as VersionView

test('a frozen brief says in every form what its version said, and its version; others see the map', async () => {
  const launch = await keep('Launch')
  expect(await (await freeze(launch.id)).json()).toEqual({
    version: { id: launch.id, name: 'Launch', at: launch.at },
    lost: false,
  })
  await edit((doc) => {
    setStatement(doc, VALUE, 'Said later')
    setSubject(doc, 'Later subject')
  })
  for (const path of [
    '/brief',
    '/brief/page',
    '/brief.md',
    '/brief.html',
    '/brief?lens=message-house',
    '/brief?wording=agreed',
  ]) {
    const text = await (await get(path, 'reader')).text()
    expect(text).toContain('Said then')
    expect(text).not.toMatch(/later/i)
    expect(await (await get(path, 'viewer')).text()).toMatch(/later/i)
  }
  expect(await (await get('/brief', 'reader')).json()).toMatchObject({ revision: 0, version: { name: 'Launch' } })
  expect(await (await get('/brief.md', 'reader')).text()).toContain('Version “Launch” of ')
  const copy = (await (await get('/brief?part=one-liner', 'reader')).json()) as { readonly text: string }
  expect(copy.text).toBe('Said then.')
  for (const form of ['pdf', 'docx', 'png']) expect((await get(`/brief.${form}`, 'reader')).status).toBe(200)

  await freeze(null)
  expect(await (await get('/brief', 'reader')).text()).toContain('Said later')
})

test('nothing of what came later is told of a printed copy', async () => {
  const launch = await keep('Launch')
  await freeze(launch.id)
  await edit((doc) => setStatement(doc, VALUE, 'Said later'))
  const answer = await get(`/brief/changes?since=${launch.at}`, 'reader')
  expect(await answer.json()).toEqual({ since: launch.at, lines: [] })
})

test('the logo of a frozen brief is that of its version', async () => {
  const sent = await fetch(`${server.url}${at('/assets')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${map.keys.editor}`, 'content-type': 'image/png' },
    body: SAMPLES.png.bytes,
  })
  const { id: asset, width, height } = (await sent.json()) as { id: string; width: number; height: number }
  expect((await get('/brief/logo', 'reader')).status).toBe(404)
  await edit((doc) => setLogo(doc, { asset, width, height, alt: 'A circle' }))
  const shown = await get('/brief/logo', 'reader')
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await shown.arrayBuffer()).equals(SAMPLES.png.bytes)).toBe(true)
  await freeze((await keep('With it')).id)
  await edit((doc) => setLogo(doc, null))
  expect([(await get('/brief/logo', 'reader')).status, (await get('/brief/logo', 'viewer')).status]).toEqual([200, 404])
})

test('only an owner chooses, among versions that stay; a version that is gone shows nothing', async () => {
  const launch = await keep('Launch')
  expect((await freeze(launch.id, 'editor')).status).toBe(403)
  expect((await get('/brief/public', 'reader')).status).toBe(403)
  expect(await (await get('/brief/public', 'viewer')).json()).toEqual({
    version: null,
    lost: false,
  } satisfies PublicBrief)
  expect((await freeze('nobody')).status).toBe(404)
  const auto = (await (
    await server.call('POST', at('/versions'), map.keys.editor, { name: '', auto: true })
  ).json()) as VersionView
  expect((await freeze(auto.id)).status).toBe(422)
  await freeze(launch.id)
  await stores.versions.remove(map.id as MapId, [launch.id as VersionId])
  const refused = await get('/brief', 'reader')
  expect([refused.status, await refused.text()]).toEqual([
    404,
    expect.stringContaining('stays on a version that is gone'),
  ])
  expect(await (await get('/brief/public', 'owner')).json()).toEqual({ version: null, lost: true })
})

test('the page of the brief has in one answer what it shows, and a reader learns from it what the brief says', async () => {
  await edit((doc) => setSubject(doc, 'Vardeholm'))
  const page = (await (await get('/brief/page', 'reader')).json()) as ShownBrief
  expect(page).toEqual({
    brief: await (await get('/brief', 'reader')).json(),
    audiences: [],
    pieces: {
      'one-liner': [{ audience: null, text: 'Vardeholm: Said then.' }],
      pitch: [{ audience: null, text: 'Vardeholm: Said then.' }],
      audience: [],
      proofs: [{ audience: null, text: '' }],
    },
  })
  expect((await get('/brief/page?audience=nobody', 'reader')).status).toBe(422)
  expect((await server.call('GET', at('/brief/page'), 'a-key-of-no-map')).status).toBe(404)
})

test('a file is saved under the title in its own letters, without what no file system takes', async () => {
  const named = await server.makeMap({ title: 'ורדהולם: 2026/27 (“טיוטה”)' })
  const answer = await server.call('GET', `/api/maps/${named.id}/brief.md`, named.keys.reader)
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^inline; filename="2026-27\.md"; filename\*=UTF-8''[\w%.!~-]+$/)
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('ורדהולם 2026 27 (“טיוטה”).md')
})
