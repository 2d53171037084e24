/** Looks for what was sealed in the files themselves, byte by byte. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { LogSink } from '../../../test/log-sink.ts'
import { silentLog } from '../../log.ts'
import { newMapEpoch, type KeyId, type SecretHash } from '../names.ts'
import type { Stores } from '../stores.ts'
import type { KeptWriting } from '../workshop-store.ts'
import { backupTo, restoreFrom } from './backup-file.ts'
import { DATABASE_FILE, openSqliteStores } from './open-sqlite-stores.ts'
import { verifyFile } from './verify-file.ts'

const CAST = fileURLToPath(new URL('../../../test/cast-until-killed.ts', import.meta.url))

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-sealed-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const now = 1 as EpochMs
/** An update that changes nothing. */
const NO_WORDS = new Uint8Array([0, 0])
const MAPS = ['map-a', 'map-b', 'map-c'] as MapId[]

async function withMaps(): Promise<{ readonly folder: string; readonly stores: Stores }> {
  const folder = newFolder()
  const stores = await openSqliteStores(folder, silentLog)
  await makeMaps(stores)
  return { folder, stores }
}

async function makeMaps(stores: Stores): Promise<void> {
  for (const id of MAPS)
    await stores.maps.make({
      map: { id, title: '', createdAt: now, epoch: newMapEpoch() },
      keys: [],
      canvas: NO_WORDS,
    })
}

/** Everything in the folder, the log too. */
function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder).map((name) => join(folder, name))
  return Buffer.concat(files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)))
}

function rowsOf(folder: string, table: string, where = '1'): readonly Buffer[] {
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true })
  try {
    const rows = db.prepare(`SELECT bytes FROM ${table} WHERE ${where}`).all()
    // Of a key, what it is; of a sealed row, its end.
    return rows.map(({ bytes }) => Buffer.from(bytes as Uint8Array).subarray(-64))
  } finally {
    db.close()
  }
}

const isIn = (bytes: Buffer, sought: readonly (Buffer | string)[]) =>
  sought.filter((one) => bytes.includes(one)).map(String)

const person = (n: number) => `person-${n}-${'x'.repeat(10)}`
const votes = Array.from({ length: 12 }, (_, n) => `vote-${n}`)

async function castAll({ workshops }: Stores): Promise<void> {
  const casting = MAPS.flatMap((map) =>
    votes.flatMap((vote) =>
      Array.from({ length: 9 }, (_, n) =>
        workshops.save(map, {
          run: '1',
          state: '{}',
          ballots: [{ vote, person: person(n), dots: { [`chosen-${n}`]: 1 } }],
        }),
      ),
    ),
  )
  await Promise.all(casting)
}

test('[WK4] nothing of a closed vote is in the files, nor is its key', async () => {
  const { folder, stores } = await withMaps()
  await castAll(stores)
  const before = bytesIn(folder)
  const [keys, ballots] = [rowsOf(folder, 'workshop_keys', "what <> 'writing'"), rowsOf(folder, 'workshop_sealed')]
  expect([keys.length, ballots.length]).toEqual([36, 324])
  const plain = [0, 5, 8].flatMap((n) => [person(n), `chosen-${n}`])
  expect(isIn(before, plain)).toEqual([])
  expect(isIn(before, keys)).toHaveLength(36)
  for (const [n, vote] of votes.toSorted((a, b) => (a.at(-1)! < b.at(-1)! ? -1 : 1)).entries())
    for (const map of MAPS) await stores.workshops.save(map, { run: '1', state: `{"n":${n}}`, closed: [vote] })
  await vi.waitFor(() => expect(isIn(bytesIn(folder), [...keys, ...ballots])).toEqual([]), 5_000)
  expect(isIn(bytesIn(folder), plain)).toEqual([])
  await stores.close()
})

test('[WK1] [WK4] a process that is killed between has counts or ballots, never both and never neither', async () => {
  for (let round = 0; round < 4; round += 1) {
    const folder = newFolder()
    const child = fork(CAST, [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const said: string[] = []
    const reading = createInterface({ input: child.stdout! })
    // Somewhere between two answers, another one each time.
    reading.on('line', (line) => said.push(line) === 7 + round && setImmediate(() => child.kill('SIGKILL')))
    await Promise.all([once(child, 'exit'), once(reading, 'close')])
    const stores = await openSqliteStores(folder, silentLog)
    const kept = await stores.workshops.load('map' as MapId)
    const counts = JSON.parse(kept!.state) as Record<string, number>
    const open = Map.groupBy(kept!.ballots, ({ vote }) => vote)
    expect([...open.keys()].filter((vote) => vote in counts)).toEqual([])
    for (const [, ballots] of open) expect(new Set(ballots.map((one) => one.person)).size).toBe(ballots.length)
    const all = (vote: string) => open.get(vote)?.filter(({ dots }) => dots['chosen'] === 2).length
    const answered = said.map((line) => line.split(' ') as [string, string])
    expect(answered.filter(([, vote]) => counts[vote] !== 12 && all(vote) !== 6)).toEqual([])
    expect(answered.filter(([what, vote]) => what === 'closed' && counts[vote] !== 12)).toEqual([])
    // The log that the killed one left behind is emptied, and holds no key of a closed vote.
    expect(rowsOf(folder, 'workshop_keys', "what <> 'writing'")).toHaveLength(open.size)
    expect(statSync(join(folder, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    await stores.close()
  }
}, 60_000)

test('[WK5] [WK8] private writing is in no file, and a deleted map leaves nothing of its workshop', async () => {
  const { folder, stores } = await withMaps()
  const [map] = MAPS
  const write = (id: string, text: string, readers: KeptWriting['readers']) =>
    stores.workshops.save(map!, {
      run: '1',
      state: '{}',
      writings: [{ id, prompt: 'purpose', person: `author-of-${id}`, voice: 'sales', text, late: false, readers }],
    })
  await write('aaaa', 'Nobody shall read this', 'author')
  await write('bbbb', 'Everybody may read this', 'all')
  await write('cccc', 'And this with a name', 'all-named')
  const found = bytesIn(folder)
  expect(isIn(found, ['Nobody shall', 'author-of-aaaa', 'author-of-bbbb'])).toEqual([])
  expect(isIn(found, ['Everybody may', 'And this', 'author-of-cccc'])).toHaveLength(3)
  const sealed = [...rowsOf(folder, 'workshop_sealed'), ...rowsOf(folder, 'workshop_keys')]
  expect(sealed).toHaveLength(4)
  await stores.maps.remove(map!)
  expect(isIn(bytesIn(folder), [...sealed, 'Everybody may', 'author-of-cccc'])).toEqual([])
  await stores.close()
})

test('[WK5] a row that was moved or changed is left out, said so, and found by verify', async () => {
  const folder = newFolder()
  const log = new LogSink()
  const stores = await openSqliteStores(folder, log)
  await makeMaps(stores)
  const [map] = MAPS
  const writing = { prompt: 'p', person: 'ana', voice: null, text: 'one', late: false, readers: 'author' } as const
  const writings = ['a', 'b', 'c'].map((id) => ({ ...writing, id }))
  await stores.workshops.save(map!, { run: '1', state: '{}', writings })
  const db = new DatabaseSync(join(folder, DATABASE_FILE))
  db.exec("UPDATE workshop_sealed SET bytes = (SELECT bytes FROM workshop_sealed WHERE id = 'a') WHERE id = 'b'")
  db.exec("UPDATE workshop_sealed SET bytes = x'00' WHERE id = 'c'")
  db.close()
  expect((await stores.workshops.load(map!))?.writings.map(({ id }) => id)).toEqual(['a'])
  const said = ['map-a: private writing is damaged', 'map-a: private writing is damaged']
  expect(verifyFile(join(folder, DATABASE_FILE)).problems).toEqual(said)
  expect(log.all('sealed row cannot be read')).toHaveLength(2)
  await stores.close()
})

test('[BK5] a backup has nothing that was sealed in it, and what comes of it says how much is lost', async () => {
  const { folder, stores } = await withMaps()
  const [map, other] = MAPS as [MapId, MapId]
  const writing = (id: string, more: Partial<KeptWriting>): KeptWriting => ({
    ...{ id, prompt: 'p', person: `author-of-${id}`, voice: 'sales', text: `text of ${id}`, late: false },
    readers: 'author',
    ...more,
  })
  const key = { id: 'key' as KeyId, map, hash: 'hash' as SecretHash, role: 'commenter', label: 'Workshop' } as const
  await stores.workshops.save(map, {
    run: '1',
    state: '{"course":1}',
    writings: [
      writing('a', {}),
      writing('b', {}),
      writing('c', { readers: 'all' }),
      writing('d', { readers: 'all-named' }),
    ],
    ballots: [{ vote: 'v', person: 'ben', dots: { chosen: 3 } }],
    code: { code: 'QRSTUV', key: { ...key, createdAt: now, expiresAt: null, revokedAt: null } },
  })
  await stores.workshops.save(other, { run: '7', state: '{}' })
  const sealed = [...rowsOf(folder, 'workshop_sealed'), ...rowsOf(folder, 'workshop_keys')]
  const here = newFolder()
  expect(backupTo(folder, join(here, 'saved.db')).problems).toEqual([])
  await stores.close()
  expect(isIn(bytesIn(here), [...sealed, 'QRSTUV', 'author-of-c', 'text of a'])).toEqual([])
  expect(isIn(bytesIn(here), ['text of c', 'author-of-d'])).toHaveLength(2)

  const there = newFolder()
  restoreFrom(there, join(here, 'saved.db'), '')
  const restored = await openSqliteStores(there, silentLog)
  const [c, d] = [writing('c', { readers: 'all', person: '' }), writing('d', { readers: 'all-named' })]
  const kept = { run: '1', state: '{"course":1}', writings: [c, d], ballots: [], lost: 2, code: null }
  expect(await restored.workshops.load(map)).toEqual(kept)
  expect((await restored.workshops.load(other))?.lost).toBe(0)
  await restored.workshops.save(map, { run: '1', state: '{}', writings: [writing('e', {})] })
  expect((await restored.workshops.load(map))?.lost).toBe(2)
  await restored.close()
})
