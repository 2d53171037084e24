/** Comments over the wire: whose they are says the connection, not the client. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { beginThread, openCommentsDoc, readComments } from '@throughline/shared/comments'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import type { KeyId, PersonId, SecretHash } from '../src/stores/index.ts'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer, until } from './stock-peer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

async function person(id: string, key: string, name: string): Promise<{ id: string; token: string }> {
  const response = await fetch(`${server.url}/api/maps/${id}/people`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  return (await response.json()) as { id: string; token: string }
}

const PLACE = { is: 'place', x: 1, y: 2 } as const

test('a comment under one’s own name reaches everybody; one under another’s closes with 4403 and reaches nobody', async () => {
  const { id, keys } = await makeSmallMap(server)
  const [ana, ben] = [await person(id, keys.editor, 'Ana'), await person(id, keys.commenter, 'Ben')]
  const owner = joinAs(server.socketUrl, `${id}/comments`, { key: keys.owner })
  const his = joinAs(server.socketUrl, `${id}/comments`, { key: keys.commenter, person: ben.token })
  await Promise.all([owner.synced, his.synced])
  const seen = () => readComments(openCommentsDoc(owner.doc)).threads.map(({ by, comments }) => [by, comments[0]?.text])
  beginThread(openCommentsDoc(his.doc), { person: ben.id, name: 'Ben' }, PLACE, { text: 'Mine' }, 1 as EpochMs)
  await until(owner.doc, () => seen().length === 1)
  beginThread(openCommentsDoc(his.doc), { person: ana.id, name: 'Ana' }, PLACE, { text: 'Hers?' }, 2 as EpochMs)
  expect(await his.closed).toBe(4403)
  const late = joinAs(server.socketUrl, `${id}/comments`, { key: keys.viewer })
  await late.synced
  expect(readComments(openCommentsDoc(late.doc)).threads.map(({ by }) => by)).toEqual([ben.id])
  expect(seen()).toEqual([[ben.id, 'Mine']])
  for (const peer of [owner, his, late]) peer.leave()
})

test('what builds on something that never came is not kept, and its sender is told to come back', async () => {
  const { id, keys } = await makeSmallMap(server)
  const elsewhere = new Y.Doc()
  elsewhere.getMap('free').set('a', 1)
  const halfway = Y.encodeStateVector(elsewhere)
  elsewhere.getMap('free').set('a', 2)
  const peer = new RawPeer(`${server.socketUrl}/${id}/comments?key=${keys.commenter}`)
  await peer.opened
  const update = Y.encodeStateAsUpdate(elsewhere, halfway)
  expect(update.length).toBeLessThan(128)
  peer.socket.send(new Uint8Array([0, 2, update.length, ...update]))
  expect(await peer.closed).toMatchObject({ code: 4529 })
})

test('what is no comment is said in the log, once', async () => {
  const { id, keys } = await makeSmallMap(server)
  const ben = await person(id, keys.commenter, 'Ben')
  const his = joinAs(server.socketUrl, `${id}/comments`, { key: keys.commenter, person: ben.token })
  await his.synced
  const said = () =>
    server.log.all('malformed part of a document ignored').filter(({ fields }) => fields.doc === `${id}/comments`)
  const { entries } = openCommentsDoc(his.doc)
  entries.set(`${ben.id}.odd`, 'no comment at all')
  await vi.waitUntil(() => said().length > 0, { timeout: 10_000 })
  // Looked through again, it is not said again.
  entries.set(`${ben.id}.more`, 'nor this')
  entries.set(`${ben.id}.lost`, { thread: `${ben.id}.gone`, name: 'Ben', at: 1, text: 'To whom?' })
  await vi.waitUntil(() => said().length > 1, { timeout: 10_000 })
  expect(said().map(({ fields }) => fields.problem)).toEqual(['entries are no comments', 'answers to no thread'])
  his.leave()
})

test('people of a map are listed for viewers, and whoever is one may be called otherwise', async () => {
  const { id, keys } = await makeSmallMap(server)
  const ben = await person(id, keys.commenter, 'Guest Comma')
  const people = `/api/maps/${id}/people`
  const renamed = await server.call(
    'POST',
    `${people}/me`,
    keys.commenter,
    { name: ' Ben\nOder ' },
    { 'x-person': ben.token },
  )
  expect([renamed.status, await renamed.json()]).toEqual([200, { id: ben.id, name: 'Ben Oder', voice: null }])
  const list = await server.call('GET', people, keys.viewer)
  expect(await list.json()).toEqual({ people: [{ id: ben.id, name: 'Ben Oder', voice: null }] })
  expect((await server.call('GET', people, keys.reader)).status).toBe(403)
  expect((await server.call('POST', `${people}/me`, keys.owner, { name: 'Nobody' })).status).toBe(422)
  expect(
    (await server.call('POST', `${people}/me`, keys.owner, { name: '\u0000' }, { 'x-person': ben.token })).status,
  ).toBe(422)
})

test('of very many people the newest are listed', async () => {
  const stores = openMemoryStores()
  const crowded = await startTestServer({ stores })
  const { id, keys } = await makeSmallMap(crowded)
  for (let n = 0; n <= LIMITS.peopleListed; n += 1)
    await stores.people.add({
      ...{ id: `p${n}` as PersonId, map: id as MapId, key: 'k' as KeyId, token: `t${n}` as SecretHash },
      ...{ name: `Guest ${n}`, voice: null, createdAt: n as EpochMs },
    })
  const answer = await crowded.call('GET', `/api/maps/${id}/people`, keys.viewer)
  const { people } = (await answer.json()) as { people: { id: string }[] }
  expect([people.length, people[0]?.id, people.at(-1)?.id]).toEqual([LIMITS.peopleListed, 'p1000', 'p1'])
  await crowded.close()
})
