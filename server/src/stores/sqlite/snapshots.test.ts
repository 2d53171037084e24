/** What happens to updates when a snapshot is damaged, half made, or never read back. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { LogSink } from '../../../test/log-sink.ts'
import { silentLog } from '../../log.ts'
import { docName, newMapEpoch, type DocName } from '../names.ts'
import type { DocStore } from '../doc-store.ts'
import { backupTo } from './backup-file.ts'
import { unpackSnapshot } from './packed-snapshot.ts'
import { DATABASE_FILE, openSqliteStores } from './open-sqlite-stores.ts'
import { verifyFile } from './verify-file.ts'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-snapshots-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const name = 'map/canvas' as DocName
const now = 1 as EpochMs

/** Somebody who types: every word is an update on the disk. */
function writerOf(docs: DocStore, doc = new Y.Doc()) {
  const saves: Promise<unknown>[] = []
  doc.on('update', (update: Uint8Array) => saves.push(docs.append(name, update, now)))
  return {
    doc,
    async say(...words: readonly string[]) {
      for (const word of words) doc.getArray('words').push([word])
      await Promise.all(saves.splice(0))
    },
  }
}

async function wordsIn(folder: string, log = new LogSink()) {
  const stores = await openSqliteStores(folder, log)
  const { parts, damaged } = await stores.docs.load(name)
  await stores.close()
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  return { words: doc.getArray('words').toArray(), damaged, log }
}

function inFile<Answer>(folder: string, work: (db: DatabaseSync) => Answer): Answer {
  const db = new DatabaseSync(join(folder, DATABASE_FILE))
  try {
    return work(db)
  } finally {
    db.close()
  }
}

test('[SN2] a new snapshot that rots before it was read back costs nothing, and it is said loudly', async () => {
  const folder = newFolder()
  const log = new LogSink()
  const snapshotScript = new URL('./test-threads/snapshot-rots.ts', import.meta.url)
  const stores = await openSqliteStores(folder, log, { snapshotScript })
  const { say } = writerOf(stores.docs)
  await say('one', 'two', 'three')
  await expect(stores.docs.compact(name)).rejects.toThrow(/did not read back/)
  expect(log.all('snapshot did not read back as it was written')).toHaveLength(1)
  await say('four')
  await stores.close()
  expect(await wordsIn(folder)).toMatchObject({ words: ['one', 'two', 'three', 'four'], damaged: 0 })
  expect(verifyFile(join(folder, DATABASE_FILE)).problems).toEqual([])
})

test('[SN2] a process that dies between writing and reading back has both, and a rotten one is passed over', async () => {
  const folder = newFolder()
  const snapshotScript = new URL('./test-threads/snapshot-dies.ts', import.meta.url)
  const stores = await openSqliteStores(folder, silentLog, { snapshotScript })
  const { say } = writerOf(stores.docs)
  await say('one', 'two')
  await expect(stores.docs.compact(name)).rejects.toMatchObject({ kind: 'storage-unavailable' })
  await say('three')
  await stores.close()
  expect(inFile(folder, (db) => db.prepare('SELECT seq FROM snapshots').all())).toHaveLength(1)
  expect((await wordsIn(folder)).words).toEqual(['one', 'two', 'three'])
  inFile(folder, (db) => db.exec("UPDATE snapshots SET bytes = x'FFFF'"))
  const { words, damaged, log } = await wordsIn(folder)
  expect({ words, damaged }).toEqual({ words: ['one', 'two', 'three'], damaged: 0 })
  expect(log.all('damaged snapshot passed over; the one before and its updates have everything')).toHaveLength(1)
  const again = await openSqliteStores(folder, silentLog)
  await again.docs.compact(name)
  await again.close()
  expect(inFile(folder, (db) => db.prepare('SELECT seq FROM snapshots').get()?.['seq'])).toBe(3)
  expect((await wordsIn(folder)).words).toEqual(['one', 'two', 'three'])
  expect(verifyFile(join(folder, DATABASE_FILE)).problems).toEqual([])
})

test('[SN3] a snapshot that rots after all is set aside, and the updates after it are still there', async () => {
  const folder = newFolder()
  const stores = await openSqliteStores(folder, silentLog)
  const { say } = writerOf(stores.docs)
  await say('one')
  await stores.docs.compact(name)
  const late = new Y.Doc()
  late.getArray('words').push(['late'])
  await stores.docs.append(name, Y.encodeStateAsUpdate(late), now)
  await stores.close()
  inFile(folder, (db) => db.exec("UPDATE snapshots SET bytes = x'FFFF'"))
  expect(await wordsIn(folder)).toMatchObject({ words: ['late'], damaged: 1 })
  const again = await openSqliteStores(folder, silentLog)
  await again.docs.compact(name)
  await again.close()
  expect(inFile(folder, (db) => db.prepare('SELECT seq FROM set_aside').all())).toHaveLength(1)
})

test('[DS9] a state vector that rots, or belongs to another snapshot, is passed over and found by verify', async () => {
  const folder = newFolder()
  const file = join(folder, DATABASE_FILE)
  const stores = await openSqliteStores(folder, silentLog)
  const { say } = writerOf(stores.docs)
  await say('one')
  await stores.docs.compact(name)
  const early = inFile(folder, (db) => db.prepare('SELECT vector, vector_sum AS sum FROM snapshots').get())
  await say('two')
  await stores.docs.compact(name)
  await stores.close()
  expect(verifyFile(file).problems).toEqual([])
  const put = (sql: string, ...values: (Uint8Array | number)[]) =>
    inFile(folder, (db) => db.prepare(`UPDATE snapshots SET ${sql}`).run(...values))
  for (const broken of [
    () => put('vector = zeroblob(4)'),
    () => put('vector = ?, vector_sum = ?', early?.['vector'] as Uint8Array, early?.['sum'] as number),
  ]) {
    broken()
    const log = new LogSink()
    const again = await openSqliteStores(folder, log)
    const { vector, parts, damaged } = await again.docs.load(name)
    await again.close()
    expect({ vector, parts: parts.length, damaged }).toEqual({ vector: null, parts: 1, damaged: 0 })
    expect(log.lines).toHaveLength(1)
    expect(verifyFile(file).problems).toEqual([expect.stringContaining('state vector beside part 2 is damaged')])
  }
})

test('a snapshot lies packed where that is smaller, and a byte that rots in it is found', async () => {
  const folder = newFolder()
  const file = join(folder, DATABASE_FILE)
  const stores = await openSqliteStores(folder, silentLog)
  const { doc, say } = writerOf(stores.docs)
  const words = Array.from({ length: 400 }, (_, n) => `People who answer at night, the ${n}th time`)
  await say(...words)
  await stores.docs.compact(name)
  await stores.close()
  const lies = inFile(folder, (db) => db.prepare('SELECT length(bytes) AS bytes, unpacked FROM snapshots').get())
  expect(lies?.['unpacked']).toBe(Y.encodeStateAsUpdate(doc).length)
  expect(Number(lies?.['bytes'])).toBeLessThan(Number(lies?.['unpacked']) / 2)
  expect((await wordsIn(folder)).words).toEqual(words)
  expect(verifyFile(file).problems).toEqual([])
  for (const rot of [
    // In the middle of what is packed; and how long it is: too short, far too long, and as if it were not packed.
    'bytes = CAST(substr(bytes, 1, 300) || zeroblob(1) || substr(bytes, 302) AS BLOB)',
    'unpacked = unpacked - 1',
    'unpacked = 9007199254740991',
    'unpacked = NULL',
  ]) {
    const copy = join(newFolder(), DATABASE_FILE)
    copyFileSync(file, copy)
    inFile(dirname(copy), (db) => db.exec(`UPDATE snapshots SET ${rot}`))
    expect(verifyFile(copy).problems).toContain(`${name}: part 400 is damaged`)
    expect(await wordsIn(dirname(copy))).toMatchObject({ words: [], damaged: 1 })
  }
})

test('20,000 edits of the same ten values leave a file of the document’s size, not of its history’s', async () => {
  const folder = newFolder()
  const file = join(folder, DATABASE_FILE)
  const stores = await openSqliteStores(folder, silentLog)
  const { doc, say } = writerOf(stores.docs)
  const values = doc.getMap('values')
  let sent = 0
  doc.on('update', (update: Uint8Array) => (sent += update.length))
  for (let edit = 1; edit <= 20_000; edit += 1) {
    values.set(String(edit % 10), `the value as of edit ${edit}`)
    if (edit % 500 !== 0) continue
    await say()
    const { bytes } = (await stores.docs.compact(name))!
    // The snapshot, the one before while the new one is read back, the updates of a round, and some free pages.
    expect(statSync(file).size).toBeLessThan(3 * bytes + 400_000)
    // SQLite's log is put into the database every 1,000 pages.
    expect(statSync(`${file}-wal`).size).toBeLessThan(8 * 1024 * 1024)
  }
  await stores.close()
  expect(statSync(file).size).toBeLessThan(sent / 2)
}, 60_000)

/** Where these bytes are: files in the folder that have them anywhere, and snapshots in packed form. */
function filesWith(folder: string, words: string): readonly string[] {
  const packed = inFile(folder, (db) => db.prepare('SELECT doc, bytes, unpacked FROM snapshots').all())
  const snapshots = packed.filter((row) => Buffer.from(unpackSnapshot(row)).includes(words))
  return [...snapshots.map(({ doc }) => `the snapshot of ${String(doc)}`), ...rawFilesWith(folder, words)]
}

function rawFilesWith(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words))
    .map(({ name: file }) => file)
}

test('[DS8] what was deleted and purged is in no file, and in no later backup', async () => {
  const folder = newFolder()
  const stores = await openSqliteStores(folder, silentLog)
  const { doc, say } = writerOf(stores.docs)
  const secrets = Array.from({ length: 300 }, (_, n) => `Rumpelstilzchen ${n} ${'x'.repeat(n * 7)}`)
  for (const [at, secret] of secrets.entries()) {
    await say(secret, `Harmless ${at}`)
    if (at % 100 === 50) await stores.docs.compact(name)
  }
  const words = doc.getArray<string>('words')
  for (let at = words.length - 1; at >= 0; at -= 1) if (words.get(at).startsWith('Rumpel')) words.delete(at)
  await say()
  expect(filesWith(folder, 'Rumpelstilzchen')).not.toEqual([])
  await stores.docs.purge(name)
  expect(filesWith(folder, 'Rumpelstilzchen')).toEqual([])
  expect(filesWith(folder, 'Harmless 299')).toEqual([`the snapshot of ${name}`])
  backupTo(folder, join(folder, 'later.db'))
  await stores.close()
  expect(filesWith(folder, 'Rumpelstilzchen')).toEqual([])
})

test('[MS2] of a deleted map nothing is left in any file', async () => {
  const folder = newFolder()
  const map = 'map' as MapId
  const stores = await openSqliteStores(folder, silentLog)
  const canvas = new Y.Doc()
  canvas.getMap('meta').set('title', 'Rumpelstilzchen')
  const made = { map: { id: map, title: 'Rumpelstilzchen', createdAt: now, epoch: newMapEpoch() }, keys: [] }
  await stores.maps.make({ ...made, canvas: Y.encodeStateAsUpdate(canvas) })
  await stores.docs.compact(docName(map, 'canvas'))
  const { say } = writerOf(stores.docs)
  await say(...Array.from({ length: 500 }, (_, n) => `Rumpelstilzchen ${n}`))
  expect(filesWith(folder, 'Rumpelstilzchen')).not.toEqual([])
  await stores.maps.remove(map)
  expect(filesWith(folder, 'Rumpelstilzchen')).toEqual([])
  await stores.close()
})
