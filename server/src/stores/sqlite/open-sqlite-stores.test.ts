import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import { LogSink } from '../../../test/log-sink.ts'
import { silentLog } from '../../log.ts'
import { describeAssetStore } from '../asset-store.contract.ts'
import { describeDocStore } from '../doc-store.contract.ts'
import { newMapEpoch, type DocName } from '../names.ts'
import type { Stores } from '../stores.ts'
import { describeNewsStore } from '../news-store.contract.ts'
import { describeTables } from '../tables.contract.ts'
import { describeChangeStore } from '../change-store.contract.ts'
import { describeVersionStore } from '../version-store.contract.ts'
import { describeWorkshopStore } from '../workshop-store.contract.ts'
import { DATABASE_FILE, openSqliteStores } from './open-sqlite-stores.ts'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const open = () => openSqliteStores(newFolder(), silentLog)
describeDocStore('sqlite', open)
describeTables('sqlite', open)
describeAssetStore('sqlite and disk', open)
describeVersionStore('sqlite', open)
describeChangeStore('sqlite', open)
describeNewsStore('sqlite', open)
describeWorkshopStore('sqlite', open)

/** An update a word, each of a writer of its own. */
function saying(...words: readonly string[]): readonly Uint8Array[] {
  return words.map((word) => {
    const said = new Y.Doc()
    said.getMap('words').set(word, true)
    return Y.encodeStateAsUpdate(said)
  })
}

const doc = 'map/a' as DocName
const now = 1 as EpochMs

test('[DS2] what was appended is there for the next process', async () => {
  const folder = newFolder()
  const before = await openSqliteStores(folder, silentLog)
  await before.docs.append(doc, new Uint8Array([1, 2]), now)
  await before.close()
  const after = await openSqliteStores(folder, silentLog)
  expect((await after.docs.load(doc)).parts.map((part) => [...part])).toEqual([[1, 2]])
  await after.close()
})

test('[DS6] a row whose bytes have changed is left out, counted, and kept aside over a compaction', async () => {
  const folder = newFolder()
  const log = new LogSink()
  const before = await openSqliteStores(folder, log)
  const updates = saying('one', 'two', 'three')
  for (const update of updates) await before.docs.append(doc, update, now)
  await before.close()
  const file = new DatabaseSync(join(folder, DATABASE_FILE))
  file.exec("UPDATE updates SET bytes = x'FFFF' WHERE seq = 2")
  file.close()
  const after = await openSqliteStores(folder, log)
  const { parts, damaged, seq } = await after.docs.load(doc)
  expect(parts.map((part) => Buffer.from(part))).toEqual([updates[0], updates[2]].map((part) => Buffer.from(part!)))
  expect({ damaged, seq: Number(seq) }).toEqual({ damaged: 1, seq: 3 })
  await after.docs.compact(doc)
  await after.close()
  const look = new DatabaseSync(join(folder, DATABASE_FILE))
  expect(
    look
      .prepare('SELECT doc, seq FROM set_aside')
      .all()
      .map((row) => ({ ...row })),
  ).toEqual([{ doc, seq: 2 }])
  look.close()
  expect(log.all('damaged row set aside')).toHaveLength(1)
})

test('a second server on the same folder is refused in plain words', async () => {
  const folder = newFolder()
  const first = await openSqliteStores(folder, silentLog)
  await expect(openSqliteStores(folder, silentLog)).rejects.toThrow(
    `Another Throughline server is already using DATA_DIR ${folder}.`,
  )
  await first.close()
  await (await openSqliteStores(folder, silentLog)).close()
})

test('a database of a later version is refused, and left alone', async () => {
  const folder = newFolder()
  await (await openSqliteStores(folder, silentLog)).close()
  const file = new DatabaseSync(join(folder, DATABASE_FILE))
  file.exec('PRAGMA user_version = 99')
  file.close()
  await expect(openSqliteStores(folder, silentLog)).rejects.toMatchObject({ kind: 'storage-unavailable' })
})

describe('when the writer thread ends', () => {
  const writerScript = new URL('./test-threads/dies-when-told.ts', import.meta.url)
  const tell = (folder: string, times: number) => writeFileSync(join(folder, `${DATABASE_FILE}.die`), String(times))
  const append = (stores: Stores) => stores.docs.append(doc, new Uint8Array([1]), now)

  test('[GC4] what was underway is refused, and the next thread carries on', async () => {
    const folder = newFolder()
    const stores = await openSqliteStores(folder, silentLog, { writerScript })
    expect(await append(stores)).toBe(1)
    tell(folder, 1)
    await expect(append(stores)).rejects.toMatchObject({ kind: 'storage-unavailable' })
    await vi.waitUntil(() => append(stores).catch(() => null), { timeout: 10_000, interval: 20 })
    expect((await stores.docs.load(doc)).parts).toHaveLength(2)
    await stores.close()
  })

  test('[GC4] one that ends again and again is lost, and said to be once', async () => {
    const folder = newFolder()
    const onLost = vi.fn<() => void>()
    const stores = await openSqliteStores(folder, silentLog, { writerScript, onLost })
    tell(folder, 99)
    await vi.waitUntil(
      async () => {
        await append(stores).catch(() => null)
        return onLost.mock.calls.length > 0
      },
      { timeout: 10_000, interval: 20 },
    )
    await expect(append(stores)).rejects.toMatchObject({ kind: 'storage-unavailable' })
    expect(onLost).toHaveBeenCalledTimes(1)
    await stores.close()
  })
})

describe('[VS7] a version that is rewritten', () => {
  const map = 'map' as MapId
  const version = (id: string) => ({ id: id as VersionId, name: id, at: now, by: '', auto: false })
  /** They hardly compress by themselves. */
  const figures = Array.from({ length: 500 }, (_, n) => Math.sin(n).toString(36)).join(' ')
  async function withVersions(ids: readonly string[]) {
    const folder = newFolder()
    const stores = await openSqliteStores(folder, silentLog)
    await stores.maps.make({
      map: { id: map, title: '', createdAt: now, epoch: newMapEpoch() },
      keys: [],
      canvas: new Uint8Array([1]),
    })
    for (const id of ids) await stores.versions.add(map, version(id), `${figures} ${id}`)
    const inFile = <Answer>(work: (file: DatabaseSync) => Answer): Answer => {
      const file = new DatabaseSync(join(folder, DATABASE_FILE))
      try {
        return work(file)
      } finally {
        file.close()
      }
    }
    return { stores, inFile }
  }

  test('is taken away when it is damaged, and the others stay', async () => {
    const { stores, inFile } = await withVersions(['first', 'second', 'third'])
    inFile((file) => file.exec("UPDATE versions SET bytes = x'FFFF' WHERE id = 'second'"))
    expect(await stores.versions.rewrite(map, (state) => state.replace('first', ''))).toEqual(['second'])
    expect((await stores.versions.list(map)).map(({ id }) => id)).toEqual(['third', 'first'])
    expect((await stores.versions.read(map, 'third' as VersionId))?.state).toMatch(/third$/)
    await stores.close()
  })

  test('gets a new base also when the base alone holds what is to go', async () => {
    const { stores, inFile } = await withVersions(['first', 'second'])
    await stores.versions.remove(map, ['first' as VersionId])
    const bases = () =>
      inFile((file) => file.prepare('SELECT bytes FROM version_bases').all()).map(({ bytes }) =>
        zstdDecompressSync(bytes as Uint8Array).toString(),
      )
    expect(bases()).toEqual([expect.stringMatching(/first$/)])
    await stores.versions.rewrite(map, (state) => state.replace('first', ''))
    expect(bases()).toEqual([expect.stringMatching(/second$/)])
    await stores.close()
  })
})
