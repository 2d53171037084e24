/** The HTTP contract: versions of a map. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiffAnswer, MadeMap, RestoreAnswer, VersionList, VersionView } from '@throughline/shared/protocol'
import type { MapFile } from '@throughline/shared/map-file'
import { LIMITS } from '@throughline/shared/schema'
import type * as Y from 'yjs'
import { REST_MS } from '../src/versions/watch-rest.ts'
import { FakeClock } from './fake-clock.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs } from './stock-peer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

const FILE = {
  format: 'throughline-map',
  version: 1,
  title: 'A map',
  blocks: [
    { id: 'why', kind: 'purpose', statement: 'Nothing spoils.' },
    { id: 'fast', kind: 'value', statement: 'It is fast.', tellings: { sales: 'Quick.' } },
  ],
  links: [{ from: 'why', to: 'fast' }],
}

async function read<Answer>(answer: Promise<Response>): Promise<Answer> {
  return (await (await answer).json()) as Answer
}

function on(map: MadeMap, key: string = map.keys.editor) {
  const path = `/api/maps/${map.id}`
  return {
    file: () => read<MapFile>(server.call('GET', path, key)),
    keep: (name: string) => read<VersionView>(server.call('POST', `${path}/versions`, key, { name })),
    list: () => read<VersionList>(server.call('GET', `${path}/versions`, key)),
    version: (id: string) => read<MapFile>(server.call('GET', `${path}/versions/${id}`, key)),
    diff: (id: string, other = 'now') =>
      read<DiffAnswer>(server.call('GET', `${path}/versions/${id}/diff?with=${other}`, key)),
    restore: (id: string, blocks?: readonly string[]) =>
      read<RestoreAnswer>(
        server.call('POST', `${path}/versions/${id}/restore`, key, blocks === undefined ? {} : { blocks }),
      ),
    importing: (statement: string) =>
      server.call('POST', `${path}/import`, key, {
        format: 'throughline-map',
        version: 1,
        blocks: [{ kind: 'proof', statement }],
      }),
  }
}

describe('versions of a map', () => {
  test('are kept by name, listed newest first, and read as map files', async () => {
    const map = await server.makeMap({ map: FILE })
    const ana = on(map)
    const before = await ana.file()
    const first = await ana.keep('Agreed 12 March')
    expect(first).toMatchObject({ name: 'Agreed 12 March', auto: false })
    await ana.importing('Nine of ten.')
    const second = await ana.keep('With a proof')
    expect((await ana.list()).versions.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(await ana.version(first.id)).toEqual(before)
    expect(await ana.version(second.id)).toEqual(await ana.file())
  })

  test('say what is different between two of them, and between one and now', async () => {
    const map = await server.makeMap({ map: FILE })
    const ana = on(map)
    const first = await ana.keep('First')
    expect((await ana.diff(first.id)).changes).toEqual([])
    await ana.importing('Nine of ten.')
    const second = await ana.keep('Second')
    const added = (await ana.diff(first.id)).changes
    expect(added).toMatchObject([{ what: 'added', before: null, says: 'New: the proof “Nine of ten.”' }])
    expect((await ana.diff(first.id, second.id)).changes).toEqual(added)
    expect((await ana.diff(second.id, first.id)).changes).toMatchObject([{ what: 'gone', after: null }])
  })

  test('are put back in place, live, and the map as it was is kept', async () => {
    const map = await server.makeMap({ map: FILE })
    const ana = on(map)
    const first = await ana.keep('First')
    const before = await ana.file()
    await ana.importing('Nine of ten.')
    const ben = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.viewer })
    await ben.synced
    const meanwhile = await ana.file()
    const answer = await ana.restore(first.id)
    expect(answer.changes).toBe(1)
    expect(await ana.file()).toEqual(before)
    expect(await ana.version(answer.before ?? '')).toEqual(meanwhile)
    await expect.poll(() => [...ben.doc.getMap('blocks').values()].filter(isGone).length).toBe(1)
    ben.leave()
    // And there again: a restore is itself undone by one. All of a call is optional, so its body is, too.
    const back = `/api/maps/${map.id}/versions/${answer.before}/restore`
    expect((await server.call('POST', back, map.keys.editor)).status).toBe(200)
    expect(await ana.file()).toEqual(meanwhile)
  })

  test('are put back for one block alone', async () => {
    const map = await server.makeMap({ map: FILE })
    const ana = on(map)
    const first = await ana.keep('First')
    const peer = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
    await peer.synced
    for (const id of ['why', 'fast']) {
      const block = peer.doc.getMap('blocks').get(id) as { set(key: string, value: unknown): void }
      block.set('owner', 'Ruth')
    }
    await expect.poll(async () => (await ana.file()).blocks.map(({ owner }) => owner)).toEqual(['Ruth', 'Ruth'])
    expect((await ana.restore(first.id, ['fast'])).changes).toBe(1)
    expect((await ana.file()).blocks.map(({ id, owner }) => [id, owner])).toEqual([
      ['fast', ''],
      ['why', 'Ruth'],
    ])
    peer.leave()
  })

  test('are kept before many blocks are deleted at once, and not before a few', async () => {
    const blocks = Array.from({ length: 9 }, (_, n) => ({ id: `b${n}`, kind: 'value', statement: `Words ${n}.` }))
    const links = [{ from: 'b8', to: 'b1' }]
    const map = await server.makeMap({ map: { ...FILE, blocks, links } })
    const ana = on(map)
    const before = await ana.file()
    const peer = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
    await peer.synced
    const deletes = (...ids: readonly string[]) =>
      peer.doc.transact(() => {
        for (const id of ids) (peer.doc.getMap('blocks').get(id) as Y.Map<unknown>).set('deletedAt', 1)
      })
    const left = async () => (await ana.file()).blocks.length
    deletes('b0', 'b1', 'b2', 'b3', 'b4')
    await expect.poll(left).toBe(4)
    await expect
      .poll(async () => (await ana.list()).versions)
      .toMatchObject([{ name: 'Before 5 blocks were deleted', auto: true }])
    const [kept] = (await ana.list()).versions
    expect(await ana.version(kept!.id)).toEqual(before)
    deletes('b5', 'b6', 'b7', 'b8')
    await expect.poll(left).toBe(0)
    expect((await ana.list()).versions).toHaveLength(1)
    peer.leave()
  })

  test('one block goes back while three people write in others: nothing else changes, and there and back again', async () => {
    const blocks = ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'value', statement: `As agreed, ${id}.` }))
    const map = await server.makeMap({ map: { ...FILE, blocks, links: [] } })
    const owner = on(map)
    const { id } = await owner.keep('Agreed')
    const peers = await Promise.all(
      ['a', 'b', 'c'].map(async (block) => {
        const peer = joinAs(server.socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
        await peer.synced
        const text = (of: string) =>
          (peer.doc.getXmlFragment(`text:${of}:statement`).get(0) as Y.XmlElement).get(0) as Y.XmlText
        return { ...peer, types: (words: string, of = block) => text(of).insert(text(of).length, words) }
      }),
    )
    const said = async () => Object.fromEntries((await owner.file()).blocks.map((one) => [one.id, one.statement]))
    peers[0]!.types(' And more.', 'd')
    await expect.poll(async () => (await said())['d']).toBe('As agreed, d. And more.')
    for (const peer of peers) peer.types(' One')
    const restored = owner.restore(id, ['d'])
    for (const peer of peers) peer.types(', two')
    const { changes, before } = await restored
    for (const peer of peers) peer.types(', three.')
    expect(changes).toBe(1)
    const written = { a: 'As agreed, a. One, two, three.', b: 'As agreed, b. One, two, three.' }
    await expect.poll(said).toEqual({ ...written, c: 'As agreed, c. One, two, three.', d: 'As agreed, d.' })
    expect((await owner.restore(before!, ['d'])).changes).toBe(1)
    await expect.poll(said).toEqual({ ...written, c: 'As agreed, c. One, two, three.', d: 'As agreed, d. And more.' })
    for (const { leave } of peers) leave()
  })

  test('are for viewers to see and for editors to make', async () => {
    const map = await server.makeMap({ map: FILE })
    const { id } = await on(map).keep('First')
    const path = `/api/maps/${map.id}/versions`
    const { viewer, reader, commenter, editor } = map.keys
    expect((await server.call('GET', path, viewer)).status).toBe(200)
    expect((await server.call('GET', path, reader)).status).toBe(403)
    expect((await server.call('GET', path)).status).toBe(401)
    expect((await server.call('POST', path, commenter, { name: 'Mine' })).status).toBe(403)
    expect((await server.call('POST', `${path}/${id}/restore`, viewer, {})).status).toBe(403)
    expect((await server.call('GET', `${path}/nothing`, viewer)).status).toBe(404)
    expect((await server.call('GET', `${path}/${id}/diff?with=nothing`, viewer)).status).toBe(404)
    for (const wrong of [{}, { name: '' }, { name: 7 }, { name: 'x', more: 1 }])
      expect((await server.call('POST', path, editor, wrong)).status).toBe(422)
    const other = await server.makeMap({ map: FILE })
    expect((await server.call('GET', `/api/maps/${other.id}/versions/${id}`, other.keys.owner)).status).toBe(404)
  })
})

test('as many are kept by name as a map may have, and one more is refused in words', async () => {
  const map = await server.makeMap()
  const path = `/api/maps/${map.id}/versions`
  const keep = (body: object) => server.call('POST', path, map.keys.editor, body)
  for (let n = 0; n < LIMITS.namedVersions; n += 1) expect((await keep({ name: `${n}` })).status).toBe(201)
  const refused = await keep({ name: 'One more' })
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining(`${LIMITS.namedVersions}`) as string })
  // One that may be thinned out still comes in: nobody is kept from going back.
  expect((await keep({ name: 'Before going back', auto: true })).status).toBe(201)
})

function isGone(block: unknown): boolean {
  return (block as { get(key: string): unknown }).get('deletedAt') !== undefined
}

describe('versions by themselves', () => {
  test('are kept when a map comes to rest, with the names of those who worked, and not twice', async () => {
    const clock = new FakeClock()
    const quiet = await startTestServer({ clock })
    try {
      const map = await quiet.makeMap({ map: FILE })
      const list = async () =>
        read<VersionList>(quiet.call('GET', `/api/maps/${map.id}/versions`, map.keys.viewer)).then(
          ({ versions }) => versions,
        )
      const person = await read<{ id: string; token: string }>(
        quiet.call('POST', `/api/maps/${map.id}/people`, map.keys.editor, { name: 'Ana' }),
      )
      const title = async () => {
        clock.pass(50)
        return read<MapFile>(quiet.call('GET', `/api/maps/${map.id}`, map.keys.viewer)).then((file) => file.title)
      }
      const anaCalls = async (...titles: readonly string[]) => {
        const ana = joinAs(quiet.socketUrl, `${map.id}/canvas`, { key: map.keys.editor, person: person.token })
        await ana.synced
        for (const one of titles) {
          ana.doc.getMap('meta').set('title', one)
          await expect.poll(title).toBe(one)
        }
        ana.leave()
      }
      await anaCalls('Another title')
      expect(await list()).toEqual([])
      clock.pass(REST_MS)
      await expect.poll(list).toMatchObject([{ name: '', by: 'Ana', auto: true }])
      await anaCalls('A third', 'Another title')
      clock.pass(REST_MS)
      await anaCalls('A fourth')
      clock.pass(REST_MS)
      await expect.poll(async () => (await list()).length).toBe(2)
    } finally {
      await quiet.close()
    }
  })
})
