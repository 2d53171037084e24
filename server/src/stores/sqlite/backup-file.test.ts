import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AssetId } from '@throughline/shared/protocol'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { silentLog } from '../../log.ts'
import { docName, newMapEpoch } from '../names.ts'
import type { KnownMap } from '../map-store.ts'
import type { Stores } from '../stores.ts'
import { backupTo, restoreFrom } from './backup-file.ts'
import { DATABASE_FILE, openSqliteStores } from './open-sqlite-stores.ts'
import { verifyFile } from './verify-file.ts'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const map = 'map' as MapId
const now = 1 as EpochMs

function says(word: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('meta').set('title', word)
  return Y.encodeStateAsUpdate(doc)
}

async function withMap(folder: string, word: string): Promise<Stores> {
  const stores = await openSqliteStores(folder, silentLog)
  await stores.maps.make({
    map: { id: map, title: word, createdAt: now, epoch: newMapEpoch() },
    keys: [],
    canvas: says(word),
  })
  return stores
}

async function mapIn(folder: string): Promise<KnownMap | null> {
  const stores = await openSqliteStores(folder, silentLog)
  const record = await stores.maps.get(map)
  await stores.close()
  return record
}

test('[BK1] a backup is made while the server writes, and is sound', async () => {
  const folder = newFolder()
  const stores = await withMap(folder, 'Kept')
  const writing = Promise.all(
    Array.from({ length: 300 }, (_, n) => stores.docs.append(docName(map, 'canvas'), says(String(n)), now)),
  )
  const found = backupTo(folder, join(folder, 'saved.db'))
  await writing
  await stores.close()
  expect([found.maps, found.documents, found.problems]).toEqual([1, 1, []])
  expect(verifyFile(join(folder, 'saved.db'))).toEqual(found)
  expect(verifyFile(join(folder, DATABASE_FILE)).updates).toBe(301)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('[BK2] [BK3] [BK4] a restore brings the backup back, keeps what was there, and needs the server stopped', async () => {
  const [here, elsewhere] = [newFolder(), newFolder()]
  await (await withMap(here, 'Then')).close()
  const then = await mapIn(here)
  const saved = join(elsewhere, 'saved.db')
  backupTo(here, saved)
  expect(() => backupTo(here, saved)).toThrow('exists already')
  rmSync(join(here, DATABASE_FILE))
  const running = await withMap(here, 'Now')
  expect(() => restoreFrom(here, saved, '2026-01-02T03:04:05Z')).toThrow('stop it, then restore')
  await running.close()
  const { kept } = restoreFrom(here, saved, '2026-01-02T03:04:05Z')
  const restored = await mapIn(here)
  expect(restored).toEqual({ ...then, epoch: restored?.epoch })
  expect(restored?.epoch).not.toBe(then?.epoch)
  expect(verifyFile(kept!).maps).toBe(1)
  expect(existsSync(kept!)).toBe(true)
  const fresh = join(newFolder(), 'new')
  expect(restoreFrom(fresh, saved, '').kept).toBeNull()
  expect((await mapIn(fresh))?.title).toBe('Then')
})

test('[BK1] [BK2] pictures go with their maps, there and back, and what was there is kept', async () => {
  const [here, elsewhere] = [newFolder(), newFolder()]
  const picture = `${'a'.repeat(64)}.png` as AssetId
  const stores = await withMap(here, 'Seen')
  await stores.assets.add(map, picture, new Uint8Array([1, 2, 3]), { count: 9, bytes: 99 })
  const saved = join(elsewhere, 'saved.db')
  backupTo(here, saved)
  await stores.assets.removeAll(map)
  await stores.close()
  for (const folder of [here, join(elsewhere, 'new')]) {
    restoreFrom(folder, saved, '2026-01-02T03:04:05Z')
    const restored = await openSqliteStores(folder, silentLog)
    expect((await restored.assets.find(map, picture))?.size).toBe(3)
    await restored.close()
  }
  expect(readdirSync(here)).toContain('assets.replaced-2026-01-02T030405Z')
  const live = new DatabaseSync(join(here, DATABASE_FILE))
  expect(live.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'backup%'").all()).toEqual([])
  live.close()
})

test('[VF1] [VF2] finds a damaged part and a missing one, and a damaged backup is not restored', async () => {
  const folder = newFolder()
  const stores = await withMap(folder, 'Sound')
  for (const word of ['a', 'b', 'c']) await stores.docs.append(docName(map, 'canvas'), says(word), now)
  await stores.close()
  const file = join(folder, DATABASE_FILE)
  const db = new DatabaseSync(file)
  db.exec("UPDATE updates SET bytes = x'00ff' WHERE seq = 2; DELETE FROM updates WHERE seq = 3")
  db.close()
  expect(verifyFile(file).problems).toEqual([
    'map/canvas: part 2 is damaged',
    'map/canvas: 4 updates should follow its snapshot, 3 do',
  ])
  expect(() => restoreFrom(newFolder(), file, '')).toThrow('not sound')
})

test('what is no database is said in a sentence', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'text.db'), 'a letter to nobody in particular, long enough to be read as a page')
  expect(() => verifyFile(join(folder, 'text.db'))).toThrow('is no database')
  expect(() => verifyFile(join(folder, 'none.db'))).toThrow('There is no file')
  expect(() => backupTo(folder, join(folder, 'saved.db'))).toThrow('is DATA_DIR right?')
  const later = new DatabaseSync(join(folder, 'later.db'))
  later.exec('PRAGMA user_version = 999')
  later.close()
  expect(() => restoreFrom(newFolder(), join(folder, 'later.db'), '')).toThrow('written by a newer Throughline')
})
