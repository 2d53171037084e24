/** What is deleted for good is gone from the files; what was deleted long ago goes by itself. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import type { MadeMap } from '@throughline/shared/protocol'
import { silentLog } from '../src/log.ts'
import { KEPT_MS } from '../src/maps/index.ts'
import { DATABASE_FILE, openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { FakeClock } from './fake-clock.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs } from './stock-peer.ts'

const SECRET = 'Rumpelstilzchen'
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function start(clock?: FakeClock): Promise<{ server: TestServer; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-deleted-'))
  const stores = await openSqliteStores(folder, silentLog)
  const server = await startTestServer({ stores, ...(clock ? { clock } : {}) })
  ends.push(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return { server, folder }
}

const filesWithSecret = (folder: string) =>
  readdirSync(folder).filter((name) => !name.endsWith('.lock') && isFileWith(join(folder, name)))
function isFileWith(path: string): boolean {
  try {
    return readFileSync(path).includes(SECRET)
  } catch {
    return false // a folder
  }
}

async function mapWithSecret(server: TestServer): Promise<MadeMap> {
  const block = (id: string, words: string) => ({ id, kind: 'value', statement: words, tellings: { sales: words } })
  return server.makeMap({
    title: 'A map',
    map: {
      format: 'throughline-map',
      version: 1,
      title: 'A map',
      subject: '',
      voices: [{ id: 'sales', name: 'Sales' }],
      blocks: [block('kept', 'What stays'), block('gone', `${SECRET} was here`)],
      links: [['kept', 'gone']],
    } as never,
  })
}

/** By a client, as a gesture does it. */
async function deleteBlock({ socketUrl }: TestServer, map: MadeMap, at: number, clock?: FakeClock): Promise<void> {
  const peer = joinAs(socketUrl, `${map.id}/canvas`, { key: map.keys.editor })
  await peer.synced
  const blocks = peer.doc.getMap<Y.Map<unknown>>('blocks')
  const [id] = [...blocks.keys()].filter((key) =>
    peer.doc.getXmlFragment(`text:${key}:statement`).toString().includes(SECRET),
  )
  blocks.get(id!)?.set('deletedAt', at)
  const isTaken = async () => {
    clock?.pass(100) // a tick
    return (await exported({ socketUrl }, map)) === 1
  }
  await vi.waitUntil(isTaken, { timeout: 10_000 })
  peer.leave()
}

async function exported({ socketUrl }: Pick<TestServer, 'socketUrl'>, map: MadeMap): Promise<number> {
  const url = socketUrl.replace('ws', 'http').replace('/sync', `/api/maps/${map.id}`)
  const answer = await fetch(url, { headers: { authorization: `Bearer ${map.keys.viewer}` } })
  return ((await answer.json()) as { blocks: unknown[] }).blocks.length
}

test('an owner clears what is deleted, at once and for good', async () => {
  const { server, folder } = await start()
  const map = await mapWithSecret(server)
  const path = `/api/maps/${map.id}/deleted`
  await deleteBlock(server, map, Date.now())
  expect(filesWithSecret(folder)).not.toEqual([])
  expect((await server.call('DELETE', path, map.keys.editor)).status).toBe(403)
  const answer = await server.call('DELETE', path, map.keys.owner)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ cleared: 1 })
  expect(filesWithSecret(folder)).toEqual([])
  expect(await (await server.call('DELETE', path, map.keys.owner)).json()).toEqual({ cleared: 0 })
  expect(await exported(server, map)).toBe(1)
})

const secretInZstd = (folder: string) => {
  // Versions lie packed: the words are looked for in every state that any row can still be unpacked to.
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true })
  try {
    const rows = db.prepare('SELECT bytes FROM version_bases').all()
    return rows.filter(({ bytes }) => zstdDecompressSync(bytes as Uint8Array).includes(SECRET)).length
  } finally {
    db.close()
  }
}

test('versions kept before lose the words too, and keep their name', async () => {
  const { server, folder } = await start()
  const map = await mapWithSecret(server)
  const versions = `/api/maps/${map.id}/versions`
  const keep = (name: string) => server.call('POST', versions, map.keys.editor, { name })
  const first = (await (await keep('Agreed 12 March')).json()) as { id: string; at: number }
  await deleteBlock(server, map, Date.now() + 60_000)
  await keep('Without it')
  const list = async () => (await server.call('GET', versions, map.keys.viewer)).json()
  const before = await list()
  const stateOf = async () => (await server.call('GET', `${versions}/${first.id}/state`, map.keys.viewer)).text()
  expect(await stateOf()).toContain(SECRET)
  expect(secretInZstd(folder)).toBe(1)
  expect(await (await server.call('DELETE', `/api/maps/${map.id}/deleted`, map.keys.owner)).json()).toEqual({
    cleared: 1,
  })
  expect(await list()).toEqual(before)
  expect(await stateOf()).not.toContain(SECRET)
  expect(await stateOf()).toContain('What stays')
  expect(secretInZstd(folder)).toBe(0)
  expect(filesWithSecret(folder)).toEqual([])
})

test('what was deleted thirty days ago is cleared by itself, and not earlier', async () => {
  const clock = new FakeClock()
  const { server, folder } = await start(clock)
  const map = await mapWithSecret(server)
  const deletedAt = clock.now()
  await deleteBlock(server, map, deletedAt, clock)
  const isGone = () => filesWithSecret(folder).length === 0
  const later = () => {
    if (isGone()) return true
    clock.pass(6 * 60 * 60 * 1_000)
    return false
  }
  await vi.waitUntil(later, { timeout: 30_000, interval: 10 })
  expect(clock.now() - deletedAt).toBeGreaterThanOrEqual(KEPT_MS)
}, 40_000)
