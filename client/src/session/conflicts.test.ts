// @vitest-environment jsdom
import { addBlock, openMapDoc, readMap, removeBlocks, setField, setStatement, setStatus } from '@throughline/shared/doc'
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
  return { ana, ben, found: conflictsOnReturn(settled, readMap(ana).map, theirs), theirs }
}

test('what both sides changed is found, with who it was', () => {
  const { ben, found } = apart()
  expect(found.map(({ block, what }) => [block, what])).toEqual([
    [alarm, 'field:gain'],
    [night, 'gone'],
  ])
  expect(found.map(({ by }) => by)).toEqual([ben.doc.clientID, ben.doc.clientID])
})

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
