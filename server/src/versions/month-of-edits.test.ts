/** A month of work on one map, with a clock in the hand: what is kept of it stays bounded. */
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { beginMap, openMapDoc, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile } from '@throughline/shared/map-file'
import { BLOCK_KINDS, DEFAULT_VOICES, type MapId } from '@throughline/shared/schema'
import { AUTOMATIC_AT_MOST } from '@throughline/shared/versions'
import type * as Y from 'yjs'
import { FakeClock } from '../../test/fake-clock.ts'
import { FakePeer } from '../../test/fake-peer.ts'
import { Touches } from '../changes/index.ts'
import { silentLog } from '../log.ts'
import { Metrics } from '../metrics.ts'
import { firstUpdate, Rooms } from '../rooms/index.ts'
import { docName, newMapEpoch, partsOfDocName } from '../stores/index.ts'
import { DATABASE_FILE, openSqliteStores } from '../stores/sqlite/open-sqlite-stores.ts'
import { Versions } from './versions.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-month-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MAP = 'month' as MapId
const EDITS = 10_000
const DAYS = 30
const BURSTS_A_DAY = 6
const EDITS_A_BURST = Math.ceil(EDITS / DAYS / BURSTS_A_DAY)
const DAY_MS = 24 * 3_600_000

/** As large as a map that a team works on for a month: statements and details of the length that people write. */
const FILE = {
  format: 'throughline-map',
  version: 1,
  blocks: Array.from({ length: 300 }, (_, n) => ({
    id: `block-${n}`,
    kind: BLOCK_KINDS[n % BLOCK_KINDS.length],
    statement: words(n, 14),
    detail: words(n + 1, 60),
    tellings: { sales: words(n + 2, 10) },
  })),
}

/** Map, thing, person and time, as SQLite lays them down. */
const BYTES_A_TOUCH = 70

function inFile(file: string): { readonly versionBytes: number; readonly touches: number } {
  const db = new DatabaseSync(file)
  const figure = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0])
  const versionBytes =
    figure('SELECT sum(length(bytes)) FROM versions') + figure('SELECT sum(length(bytes)) FROM version_bases')
  const touches = figure('SELECT count(*) FROM touches')
  db.close()
  return { versionBytes, touches }
}

/** Words that do not repeat in the way that a packer likes best. */
function words(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) =>
    Math.abs(Math.sin(seed * 97 + at))
      .toString(36)
      .slice(3, 9),
  ).join(' ')
}

test('10,000 edits over 30 days: versions within their bound, each whole, and all of it under twice the current map', async () => {
  const clock = new FakeClock()
  const stores = await openSqliteStores(folder, silentLog)
  const metrics = new Metrics()
  const rooms: Rooms = new Rooms({
    docs: stores.docs,
    maps: stores.maps,
    clock,
    log: silentLog,
    metrics,
    onEdited(edited) {
      const { map } = partsOfDocName(edited.name)
      versions.edited(map, edited)
      touches.touched(map, edited.touched)
    },
  })
  const { people, versions: store, changes } = stores
  const versions = new Versions({ store, visits: changes, people, rooms, clock, log: silentLog })
  const touches = new Touches({ store: changes, clock, log: silentLog })
  await stores.maps.make({
    map: { id: MAP, title: '', createdAt: clock.now(), epoch: newMapEpoch() },
    keys: [],
    canvas: firstUpdate((map) => {
      beginMap(map, { title: 'A month', subject: '', voices: DEFAULT_VOICES }, UNTRACKED)
      placeContent(map, contentOfNewMap(importMapFile(FILE, 'make'), clock.now()), clock.now(), UNTRACKED)
    }),
  })
  const ana = new FakePeer(7)
  let edits = 0
  for (let burst = 0; burst < DAYS * BURSTS_A_DAY; burst += 1) {
    await rooms.use(docName(MAP, 'canvas'), async (room) => {
      ana.join(room)
      for (let n = 0; n < EDITS_A_BURST; n += 1, edits += 1) {
        work(ana.doc, edits)
        if (n % 8 === 7) clock.pass(320)
      }
      await room.settled()
      ana.leave()
    })
    // It comes to rest: what the timer does, with its end waited for.
    await versions.close()
    await touches.flush()
    clock.pass(DAY_MS / BURSTS_A_DAY)
  }
  expect(edits).toBeGreaterThanOrEqual(EDITS)

  const kept = await versions.list(MAP)
  expect(kept.length).toBeGreaterThan(DAYS)
  expect(kept.length).toBeLessThanOrEqual(AUTOMATIC_AT_MOST)
  for (const { id } of kept) expect((await versions.read(MAP, id)).state.map.blocks.size).toBeGreaterThan(8)

  await stores.docs.compact(docName(MAP, 'canvas'))
  const { parts } = await stores.docs.load(docName(MAP, 'canvas'))
  const current = parts.reduce((sum, { length }) => sum + length, 0)
  await rooms.close(new AppError('restarting', 'The month is over.'))
  await stores.close()
  metrics.close()
  const { versionBytes, touches: touched } = inFile(join(folder, DATABASE_FILE))
  // Of the file itself some 140 kB are tables that are there for any number of maps, and free pages for the next writes.
  expect(current + versionBytes + touched * BYTES_A_TOUCH).toBeLessThan(2 * current)
}, 120_000)

/** As people work: mostly words, now and then a place, a field, a status. */
function work(doc: Y.Doc, n: number): void {
  const map = openMapDoc(doc)
  const ids = [...map.blocks.keys()].toSorted()
  const id = ids[(n * 7) % ids.length] ?? ''
  const block = map.blocks.get(id) as Y.Map<unknown>
  if (n % 10 === 0) map.frames.push([{ key: id, val: [n % 900, (n * 3) % 700, 280, 160, 'a1', ''] }])
  else if (n % 10 === 1) block.set('field:gain', `An hour a day, as of ${n}.`)
  else if (n % 10 === 2) block.set('status', n % 20 === 2 ? 'proposed' : 'draft')
  else {
    const text = (doc.getXmlFragment(`text:${id}:statement`).get(0) as Y.XmlElement).get(0) as Y.XmlText
    if (text.length > 120) text.delete(0, 40)
    text.insert(text.length, ` word ${n}`)
  }
}
