/**
 * `node server/test/frozen/freeze.ts`: a database of today's shape with real content, for `frozen.test.ts` of all days to
 * come. Two maps, one with a history longer than a snapshot, one in many scripts; a key, a person, a deleted block.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { FRAME, type MadeMap } from '@throughline/shared/protocol'
import { updateFrame } from '../../src/rooms/frames.ts'
import { MIGRATIONS } from '../../src/stores/sqlite/migrations.ts'
import { DATABASE_FILE } from '../../src/stores/sqlite/open-sqlite-stores.ts'
import { startProcess, type ServerProcess } from '../start-process.ts'
import { joinAs, RawPeer } from '../stock-peer.ts'

const EDITS = 700
const out = (ending: string) => fileURLToPath(new URL(`./schema-${MIGRATIONS.length}.${ending}`, import.meta.url))

async function post(server: ServerProcess, path: string, key: string | null, body: object): Promise<unknown> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** Each change an update of its own, receipted before the next is sent, so that none is merged with another. */
async function edit(server: ServerProcess, map: MadeMap, changes: readonly ((doc: Y.Doc) => void)[]): Promise<void> {
  const sync = `${server.url.replace('http', 'ws')}/sync`
  const reader = joinAs(sync, `${map.id}/canvas`, { key: map.keys.viewer })
  await reader.synced
  const peer = new RawPeer(`${sync}/${map.id}/canvas?key=${map.keys.editor}&app=1`)
  await peer.opened
  for (const change of changes) {
    const before = Y.encodeStateVector(reader.doc)
    reader.doc.transact(() => change(reader.doc))
    peer.frames.length = 0
    peer.socket.send(updateFrame(Y.encodeStateAsUpdate(reader.doc, before)))
    await peer.frame(([type]) => type === FRAME.receipt)
  }
  peer.socket.close()
  reader.leave()
}

function say(doc: Y.Doc, id: string, text: string, words: string): void {
  const fragment = doc.getXmlFragment(`text:${id}:${text}`)
  fragment.delete(0, fragment.length)
  const paragraph = new Y.XmlElement('paragraph')
  fragment.insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText(words)])
}

const blocksOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('blocks')
const idsOf = (doc: Y.Doc) => [...blocksOf(doc).keys()].toSorted()

async function freeze(DATA_DIR: string): Promise<void> {
  let server = await startProcess({ DATA_DIR })
  const example = (await post(server, '/api/maps', null, { template: 'example', title: 'Vardeholm' })) as MadeMap
  const other = (await post(server, '/api/maps', null, { title: 'Ærø — 東京 🙂', subject: 'All kinds' })) as MadeMap
  await post(server, `/api/maps/${other.id}/keys`, other.keys.owner, { role: 'commenter', label: 'Élodie’s team' })
  await post(server, `/api/maps/${other.id}/people`, other.keys.editor, { name: 'Élodie' })
  await edit(server, example, [
    ...Array.from({ length: EDITS }, (_, n) => (doc: Y.Doc) => void doc.getMap('meta').set('subject', `As of ${n}`)),
    (doc) => say(doc, idsOf(doc)[0]!, 'statement', 'Words that were said in between'),
  ])
  await server.end('SIGTERM')
  server = await startProcess({ DATA_DIR })
  await edit(server, example, [
    (doc) => void blocksOf(doc).get(idsOf(doc)[1]!)?.set('deletedAt', 1_700_000_000_000),
    (doc) => say(doc, idsOf(doc)[2]!, 'detail', 'Said after the snapshot, and kept.'),
  ])
  await edit(server, other, [
    (doc) => {
      const block = { kind: 'value', status: 'draft', owner: '', tags: ['a', 'é'], createdAt: 1, createdBy: '' }
      blocksOf(doc).set('first', new Y.Map(Object.entries(block)))
      say(doc, 'first', 'statement', 'שלום, привет, 東京 🙂')
      say(doc, 'first', 'telling:sales', 'Told by sales.')
    },
  ])
  const keys = { [example.id]: example.keys.editor, [other.id]: other.keys.editor }
  const maps: Record<string, unknown> = {}
  for (const [id, key] of Object.entries(keys)) {
    const answer = await fetch(`${server.url}/api/maps/${id}`, { headers: { authorization: `Bearer ${key}` } })
    maps[id] = await answer.json()
  }
  await server.end('SIGTERM')
  writeFileSync(out('json'), `${JSON.stringify({ keys, maps }, null, 2)}\n`)
}

if (existsSync(out('db'))) throw new Error(`${out('db')} exists; what is frozen stays as it is.`)
const folder = mkdtempSync(join(tmpdir(), 'throughline-freeze-'))
try {
  await freeze(folder)
  const db = new DatabaseSync(join(folder, DATABASE_FILE))
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  copyFileSync(join(folder, DATABASE_FILE), out('db'))
} finally {
  rmSync(folder, { recursive: true })
}
