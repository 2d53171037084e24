/** Writers are asked at once what they bring, also by a map that is large and that nobody has opened since the start. */
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { FRAME, madeMap, SYNC } from '@throughline/shared/protocol'
import { DATABASE_FILE } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { startProcess, type ServerProcess } from './start-process.ts'
import { joinAs, RawPeer, until } from './stock-peer.ts'

const BLOCKS = 5_000
const STEP_1_OF_NOBODY = [FRAME.sync, SYNC.step1, 1, 0]

let folder: string | null = null
let server: ServerProcess | null = null
afterEach(async () => {
  await server?.end('SIGKILL')
  if (folder !== null) rmSync(folder, { recursive: true })
  server = folder = null
})

const syncOf = ({ url }: ServerProcess) => `${url.replace('http', 'ws')}/sync`

/** Ana has it open and is offline; the server has started again since, and has a snapshot of it. */
async function coldMap() {
  const DATA_DIR = (folder = mkdtempSync(join(tmpdir(), 'throughline-greeting-')))
  const first = (server = await startProcess({ DATA_DIR }))
  const blocks = Array.from({ length: BLOCKS }, (_, n) => ({ id: `b${n}`, kind: 'value', statement: `Said ${n}` }))
  const answer = await fetch(`${first.url}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ map: { format: 'throughline-map', version: 1, title: 'Large', blocks } }),
  })
  const map = madeMap.parse(await answer.json())
  const ana = joinAs(syncOf(first), `${map.id}/canvas`, { key: map.keys.editor })
  await ana.synced
  ana.doc.getMap('meta').set('subject', 'Before')
  // Her edit makes the first snapshot fall due.
  const db = new DatabaseSync(join(DATA_DIR, DATABASE_FILE), { readOnly: true })
  const covered = () => db.prepare('SELECT docs.seq, snapshots.seq AS covered FROM docs LEFT JOIN snapshots').all()
  await expect.poll(covered, { timeout: 30_000 }).toEqual([{ seq: 2, covered: 2 }])
  db.close()
  const doc = ana.doc
  ana.provider.destroy()
  await first.end('SIGTERM')
  server = null
  return { map, doc, DATA_DIR }
}

const kindOf = (frame: Uint8Array) => (frame[0] === FRAME.sync ? frame[1] : undefined)

test('the question comes first, then the state, and what was edited offline arrives', async () => {
  const { map, doc, DATA_DIR } = await coldMap()
  const again = (server = await startProcess({ DATA_DIR }))
  const raw = new RawPeer(`${syncOf(again)}/${map.id}/canvas?key=${map.keys.editor}`)
  await raw.opened
  raw.send(...STEP_1_OF_NOBODY)
  await raw.frame((frame) => kindOf(frame) === SYNC.step2)
  const kinds = raw.frames.map(kindOf).filter((kind) => kind !== undefined)
  expect(kinds[0]).toBe(SYNC.step1)
  expect(kinds.filter((kind) => kind === SYNC.step1)).toHaveLength(1)
  raw.socket.close()

  // What is asked covers all but what Ana has edited since: her answer holds that, and the list of what was deleted.
  const asked = raw.frames.find((frame) => kindOf(frame) === SYNC.step1)!
  const offline = new Y.Doc()
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(doc))
  offline.getMap('meta').set('subject', 'Offline')
  expect(Y.encodeStateAsUpdate(offline, asked.subarray(3)).length).toBeLessThan(1_000)
  const ana = joinAs(syncOf(again), `${map.id}/canvas`, { key: map.keys.editor })
  const ben = joinAs(syncOf(again), `${map.id}/canvas`, { key: map.keys.viewer })
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(offline))
  await until(ben.doc, () => ben.doc.getMap('meta').get('subject') === 'Offline')
  expect(ben.doc.getMap('blocks').size).toBe(BLOCKS)
  ana.leave()
  ben.leave()
}, 60_000)

test('where it is damaged how far the snapshot goes, the question comes late, and nothing is missing', async () => {
  const { map, doc, DATA_DIR } = await coldMap()
  const db = new DatabaseSync(join(DATA_DIR, DATABASE_FILE))
  expect(db.prepare("UPDATE snapshots SET vector = x'0101ff7f'").run().changes).toBe(1)
  db.close()
  const again = (server = await startProcess({ DATA_DIR }))
  const ana = joinAs(syncOf(again), `${map.id}/canvas`, { key: map.keys.editor })
  doc.getMap('meta').set('subject', 'Offline')
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(doc))
  const ben = joinAs(syncOf(again), `${map.id}/canvas`, { key: map.keys.viewer })
  await until(ben.doc, () => ben.doc.getMap('meta').get('subject') === 'Offline')
  expect(ben.doc.getMap('blocks').size).toBe(BLOCKS)
  expect(again.lines.filter((line) => line.includes('damaged state vector passed over'))).toHaveLength(1)
  ana.leave()
  ben.leave()
}, 60_000)
