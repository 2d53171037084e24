/** A canvas that is locked, as stock clients and the HTTP API meet it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginThread, openCommentsDoc, readComments } from '@throughline/shared/comments'
import { FRAME, SYNC, type Problem } from '@throughline/shared/protocol'
import type { EpochMs } from '@throughline/shared/schema'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { FORGOTTEN_MS } from '../src/workshop/rules/index.ts'
import { FakeClock } from './fake-clock.ts'
import { LogSink } from './log-sink.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer, until, type StockPeer } from './stock-peer.ts'
import { meeting, WorkshopWorld, type Who } from './workshop-world.ts'

const LOCK = { type: 'lock' }
const UNLOCK = { type: 'unlock' }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const joins = (at: TestServer, { map }: WorkshopWorld, { key, token }: Who): StockPeer =>
  joinAs(at.socketUrl, `${map.id}/canvas`, { key, ...(token === '' ? {} : { person: token }) })

const writesTitle = ({ doc }: StockPeer, title: string) => doc.getMap('meta').set('title', title)
const sees = ({ doc }: StockPeer, title: string) => until(doc, () => doc.getMap('meta').get('title') === title)
const titleOf = ({ doc }: StockPeer) => doc.getMap('meta').get('title')

/** Ana facilitates; Emil edits by a link of his own, and so does whoever has the key alone. */
async function locked(at: TestServer = server) {
  const { world, ana, ben } = await meeting(at)
  const emil = await world.person('Emil', world.map.keys.editor)
  const peers = { ana: joins(at, world, ana), emil: joins(at, world, emil) }
  await Promise.all([peers.ana.synced, peers.emil.synced])
  return { world, ana, ben, emil, peers, leave: () => Object.values(peers).forEach((peer) => peer.leave()) }
}

/** Whatever was sent before this has been dealt with: the server answers in order. */
async function isHeard({ provider, doc }: StockPeer): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    provider.ws?.addEventListener('message', ({ data }: MessageEvent) => {
      const bytes = new Uint8Array(data as ArrayBuffer)
      if (bytes[0] === FRAME.sync && bytes[1] === SYNC.step2) resolve()
    })
  })
  const vector = Y.encodeStateVector(doc)
  provider.ws?.send(new Uint8Array([FRAME.sync, SYNC.step1, vector.length, ...vector]))
  await answered
}

describe('a locked canvas', () => {
  test('[CN7] takes no edit but the facilitator’s; nobody is sent away, and what was made meanwhile comes when it opens', async () => {
    const { world, ana, peers, leave } = await locked()
    writesTitle(peers.emil, 'Before')
    await sees(peers.ana, 'Before')
    await world.tells(ana, LOCK)
    writesTitle(peers.emil, 'Meanwhile')
    peers.emil.doc.getMap('blocks').delete('them')
    await isHeard(peers.emil)
    expect(titleOf(peers.ana)).toBe('Before')
    peers.ana.doc.getMap('meta').set('subject', 'Cold')
    await until(peers.emil.doc, () => peers.emil.doc.getMap('meta').get('subject') === 'Cold')
    expect((await (await server.call('GET', `/api/maps/${world.map.id}`, ana.key)).json()) as object).toMatchObject({
      title: 'Before',
      subject: 'Cold',
    })
    await world.tells(ana, UNLOCK)
    await sees(peers.ana, 'Meanwhile')
    expect(peers.ana.doc.getMap('blocks').has('them')).toBe(false)
    // And goes on: what builds on it is not left waiting.
    writesTitle(peers.emil, 'After')
    await sees(peers.ana, 'After')
    expect(peers.emil.provider.wsconnected).toBe(true)
    leave()
  })

  test('is met by whoever comes while it is locked, with a key alone or with edits made offline', async () => {
    const { world, ana, emil, peers, leave } = await locked()
    peers.emil.provider.disconnect()
    writesTitle(peers.emil, 'Offline')
    await world.tells(ana, LOCK)
    peers.emil.provider.connect()
    const script = joins(server, world, { ...emil, token: '' })
    await Promise.all([script.synced, until(peers.ana.doc, () => true)])
    await expect.poll(() => peers.emil.provider.synced).toBe(true)
    script.doc.getMap('meta').set('subject', 'By a script')
    await Promise.all([isHeard(script), isHeard(peers.emil)])
    expect(peers.ana.doc.getMap('meta').toJSON()).toMatchObject({ title: 'A map' })
    await world.tells(ana, UNLOCK)
    await sees(peers.ana, 'Offline')
    await until(peers.ana.doc, () => peers.ana.doc.getMap('meta').get('subject') === 'By a script')
    script.leave()
    leave()
  })

  test('[CN7] gives no receipt for what it did not take, also not by what comes after it is open', async () => {
    const { world, ana, emil, peers, leave } = await locked()
    const query = `key=${emil.key}&person=${emil.token}&app=1`
    const raw = new RawPeer(`${server.socketUrl}/${world.map.id}/canvas?${query}`)
    const is =
      (...start: readonly number[]) =>
      (frame: Uint8Array) =>
        start.every((byte, at) => frame[at] === byte)
    await raw.frame(is(FRAME.lock, 0))
    await raw.frame(is(FRAME.sync, SYNC.step1))
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(update))
    for (const value of [1, 2, 3]) doc.getMap('free').set('a', value)
    const sends = (kind: number, bytes: Uint8Array) => raw.send(FRAME.sync, kind, bytes.length, ...bytes)
    await world.tells(ana, LOCK)
    const told = await raw.frame(is(FRAME.lock, 1))
    expect(decoding.readVarString(decoding.createDecoder(told.subarray(2)))).toBe('Ana')
    sends(SYNC.update, updates[0]!)
    raw.send(FRAME.probe, 1)
    await raw.frame(is(FRAME.probe, 1))
    raw.frames.length = 0
    await world.tells(ana, UNLOCK)
    // It has not been told yet, and builds on what was not taken.
    sends(SYNC.update, updates[1]!)
    await raw.frame(is(FRAME.lock, 0))
    await raw.frame(is(FRAME.sync, SYNC.step1))
    raw.send(FRAME.probe, 2)
    await raw.frame(is(FRAME.probe, 2))
    expect(raw.frames.filter(is(FRAME.receipt))).toEqual([])
    sends(SYNC.step2, Y.encodeStateAsUpdate(doc))
    expect([...(await raw.frame(is(FRAME.receipt)))]).toEqual([FRAME.receipt, 3])
    await until(peers.ana.doc, () => peers.ana.doc.getMap('free').get('a') === 3)
    raw.socket.close()
    leave()
  })

  test('opens for whoever is made a facilitator, and closes for whoever stops being one', async () => {
    const { world, ana, emil, peers, leave } = await locked()
    await world.tells(ana, LOCK)
    writesTitle(peers.emil, 'Kept')
    await isHeard(peers.emil)
    await world.tells(ana, { type: 'promote', person: emil.id })
    await sees(peers.ana, 'Kept')
    await world.tells(ana, { type: 'step-down' })
    writesTitle(peers.ana, 'Not any more')
    await isHeard(peers.ana)
    expect(titleOf(peers.emil)).toBe('Kept')
    await world.tells(emil, { type: 'end' })
    await sees(peers.emil, 'Not any more')
    leave()
  })

  test('is a stage’s to set, leaves comments alone, and refuses what the HTTP API would write with 423', async () => {
    const { world, ana, emil, leave } = await locked()
    await world.tells(ana, { type: 'end' })
    const stages = [{ kind: 'talk', edits: false }, { kind: 'talk' }]
    await world.tells(ana, { type: 'start', programme: { title: 'Ours', stages } })
    const comments = joinAs(server.socketUrl, `${world.map.id}/comments`, { key: emil.key, person: emil.token })
    await comments.synced
    const place = { is: 'place', x: 1, y: 2 } as const
    const author = { person: emil.id, name: 'Emil' }
    beginThread(openCommentsDoc(comments.doc), author, place, { text: 'Why?' }, 1 as EpochMs)
    const anas = joinAs(server.socketUrl, `${world.map.id}/comments`, { key: ana.key, person: ana.token })
    await until(anas.doc, () => readComments(openCommentsDoc(anas.doc)).threads.length === 1)
    const file = { format: 'throughline-map', version: 1, blocks: [{ id: 'a', kind: 'proof', statement: 'Seen' }] }
    const path = `/api/maps/${world.map.id}/import`
    const shows = ({ token }: Who) => ({ 'x-person': token })
    const answer = await server.call('POST', path, emil.key, file, shows(emil))
    expect([answer.status, ((await answer.json()) as Problem).kind]).toEqual([423, 'locked'])
    expect((await server.call('POST', `${path}?dry=1`, emil.key, file, shows(emil))).status).toBe(200)
    expect((await server.call('POST', path, ana.key, file, shows(ana))).status).toBe(200)
    await world.tells(ana, { type: 'next' })
    expect((await server.call('POST', path, emil.key, { ...file, blocks: [] }, shows(emil))).status).toBe(200)
    comments.leave()
    anas.leave()
    leave()
  })
})

test('a restart keeps the lock', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-lock-'))
  const open = async () => startTestServer({ stores: await openSqliteStores(folder, new LogSink()) })
  const before = await open()
  const { world, ana, emil, leave } = await locked(before)
  await world.tells(ana, LOCK)
  leave()
  await before.close()
  const after = await open()
  const again = await WorkshopWorld.at(after.url, world.map)
  const peers = { ana: joins(after, again, ana), emil: joins(after, again, emil) }
  await Promise.all([peers.ana.synced, peers.emil.synced])
  writesTitle(peers.emil, 'Kept')
  await isHeard(peers.emil)
  expect(titleOf(peers.ana)).toBe('A map')
  await again.tells(ana, UNLOCK)
  await sees(peers.ana, 'Kept')
  for (const peer of Object.values(peers)) peer.leave()
  await after.close()
  await rm(folder, { recursive: true })
})

test('[LO4] a lock that somebody has left is open after an hour, and not while they are there', async () => {
  const clock = new FakeClock()
  const late = await startTestServer({ clock })
  const { world, ana, ben } = await meeting(late)
  const emil = await world.person('Emil', world.map.keys.editor)
  await world.tells(ana, LOCK)
  const isLocked = async () => ((await world.sees(ben)).lock ?? null) !== null
  const anas = world.listens(ana)
  await expect.poll(() => anas.last?.lock).toEqual({ by: 'Ana' })
  clock.pass(2 * FORGOTTEN_MS)
  expect(await isLocked()).toBe(true)
  anas.leave()
  await expect.poll(async () => (await world.sees(ben)).people.find(({ name }) => name === 'Ana')?.here).toBe(false)
  clock.pass(FORGOTTEN_MS - 60_000)
  expect(await isLocked()).toBe(true)
  clock.pass(120_000)
  await expect.poll(isLocked).toBe(false)
  const file = { format: 'throughline-map', version: 1, blocks: [] }
  const answer = await late.call('POST', `/api/maps/${world.map.id}/import`, emil.key, file, { 'x-person': emil.token })
  expect(answer.status).toBe(200)
  await late.close()
})
