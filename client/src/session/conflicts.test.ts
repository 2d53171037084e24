// @vitest-environment jsdom
import {
  addBlock,
  openMapDoc,
  readMap,
  removeBlocks,
  setField,
  setOwner,
  setStatement,
  setStatus,
} from '@throughline/shared/doc'
import type { BlockId, EpochMs, MapId } from '@throughline/shared/schema'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Conflicts, conflictsOnReturn, writeSide, type OpenConflict } from './conflicts.ts'
import { forgetConflicts } from './device/kept-conflicts.ts'

const NOW = 1 as EpochMs
const alarm = 'alarm' as BlockId
const night = 'night' as BlockId
const map = 'map-1' as MapId
const FRAME = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }

afterEach(() => window.localStorage.clear())

/** Ana was away, the others went on: what she has, what the server had when she left, what it has beyond her edits. */
function apart() {
  const server = new Y.Doc()
  for (const [id, kind] of [
    [alarm, 'value'],
    [night, 'proof'],
  ] as const)
    addBlock(openMapDoc(server), { kind, statement: 'As it was', frame: FRAME }, NOW, id)
  const settled = Y.encodeStateAsUpdate(server)
  const ana = openMapDoc(new Y.Doc())
  Y.applyUpdate(ana.doc, settled)
  setStatement(ana, night, 'As it was, and more')
  setField(ana, alarm, 'gain', 'An hour a week')
  setStatus(ana, alarm, 'proposed')
  const ben = openMapDoc(new Y.Doc())
  Y.applyUpdate(ben.doc, settled)
  setField(ben, alarm, 'gain', 'A day a month')
  setStatus(ben, alarm, 'draft')
  removeBlocks(ben, [night], NOW)
  const theirs = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ana.doc))
  return { ana, ben, found: conflictsOnReturn(settled, [], readMap(ana).map, [theirs]), theirs }
}

test('what both sides changed is found, with who it was', () => {
  const { ben, found } = apart()
  expect(found.map(({ block, what }) => [block, what])).toEqual([
    [alarm, 'field:gain'],
    [night, 'gone'],
  ])
  expect(found.map(({ by }) => by)).toEqual([ben.doc.clientID, ben.doc.clientID])
})

test('of a value that the server has let go of it is said that there was one, until it is heard what it was', () => {
  const { ana, server, settled, unsent } = onOneLine(20)
  const ben = openMapDoc(new Y.Doc())
  ben.doc.clientID = 10
  Y.applyUpdate(ben.doc, settled)
  setField(ben, alarm, 'gain', 'A day a month')
  const heard = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVectorFromUpdate(settled))
  // His comes first, then hers, late, which Yjs lets stand.
  for (const update of [heard, ...unsent]) Y.applyUpdate(server, update)
  const answer = Y.encodeStateAsUpdate(server, Y.encodeStateVector(ana.doc))
  const mine = readMap(ana).map
  const conflicts = new Conflicts(map, 'epoch', () => {})
  const sides = () => conflicts.all.map(({ what, by, theirs }) => [what, by, theirs[0]?.after])
  conflicts.add(conflictsOnReturn(settled, unsent, mine, [answer]))
  expect(sides()).toEqual([['field:gain', 10, undefined]])
  expect(new Conflicts(map, 'epoch', () => {}).all).toEqual(conflicts.all)
  conflicts.add(conflictsOnReturn(settled, unsent, mine, [heard]))
  conflicts.add(conflictsOnReturn(settled, unsent, mine, [answer]))
  expect(sides()).toEqual([['field:gain', 10, 'A day a month']])
  conflicts.settle(conflicts.all[0]?.id ?? '', 'theirs', ana, NOW)
  for (const again of [heard, answer]) conflicts.add(conflictsOnReturn(settled, unsent, mine, [again]))
  expect(conflicts.all).toEqual([])
})

test('what others have built on was known to them, and hides nothing that they did afterwards', () => {
  const { ana, settled, unsent } = onOneLine(20)
  const ben = openMapDoc(new Y.Doc())
  Y.applyUpdate(ben.doc, settled)
  // Hers arrived; only the receipt did not.
  for (const update of unsent) Y.applyUpdate(ben.doc, update)
  setField(ben, alarm, 'gain', 'A day a month')
  setStatus(ben, alarm, 'draft')
  setOwner(ben, alarm, 'Ben')
  setOwner(ana, alarm, 'Ana')
  const answer = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ana.doc))
  const found = conflictsOnReturn(settled, unsent, readMap(ana).map, [answer])
  expect(found.map(({ what, mine, theirs }) => [what, mine[0]?.after, theirs[0]?.after])).toEqual([
    ['owner', 'Ana', 'Ben'],
  ])
})

/** Ana has set a gain; what she sends is listed in `unsent` as it happens. */
function onOneLine(client: number) {
  const server = new Y.Doc()
  addBlock(openMapDoc(server), { kind: 'value', statement: 'As it was', frame: FRAME }, NOW, alarm)
  const settled = Y.encodeStateAsUpdate(server)
  const ana = openMapDoc(new Y.Doc())
  ana.doc.clientID = client
  Y.applyUpdate(ana.doc, settled)
  const unsent: Uint8Array[] = []
  ana.doc.on('update', (update: Uint8Array) => unsent.push(update))
  setField(ana, alarm, 'gain', 'An hour a week')
  return { ana, server, settled, unsent }
}

test('either side can be made to stand once both are merged', () => {
  const { ana, found, theirs } = apart()
  Y.applyUpdate(ana.doc, theirs)
  for (const side of ['mine', 'theirs'] as const) {
    for (const conflict of found) writeSide(ana, conflict, side, NOW)
    const { blocks } = readMap(ana).map
    expect([blocks.get(alarm)?.fields.gain, blocks.get(night)?.statement]).toEqual(
      side === 'mine' ? ['An hour a week', 'As it was, and more'] : ['A day a month', undefined],
    )
  }
})

test('they are there until somebody decides: over a reload, in every window, each once', () => {
  const { ana, ben, found } = apart()
  const onChange = vi.fn<(all: readonly OpenConflict[]) => void>()
  const first = new Conflicts(map, 'epoch', onChange)
  first.add(found)
  first.add(found)
  first.meet([{ client: ben.doc.clientID, name: 'Ben' }])
  const second = new Conflicts(map, 'epoch', () => {})
  expect(second.all.map(({ what, who }) => [what, who])).toEqual([
    ['field:gain', 'Ben'],
    ['gone', 'Ben'],
  ])
  second.settle(second.all[0]?.id ?? '', 'mine', ana, NOW)
  window.dispatchEvent(new StorageEvent('storage', { key: 'throughline:conflicts:map-1/epoch' }))
  expect(first.all).toHaveLength(1)
  expect(onChange).toHaveBeenCalledTimes(3)
  forgetConflicts(map, 'epoch')
  expect(new Conflicts(map, 'epoch', () => {}).all).toHaveLength(1)
  forgetConflicts(map, null)
  expect(new Conflicts(map, 'epoch', () => {}).all).toEqual([])
})
