import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Peers, threeBlocks } from '../../test/index.ts'
import type { BlockId, EpochMs } from '../schema/index.ts'
import {
  clearDeleted,
  deletedBlocks,
  linkBlocks,
  moveBlocks,
  readMap,
  removeBlocks,
  setField,
  setStatement,
} from './index.ts'

const NOW = 1_000 as EpochMs
const [PURPOSE, VALUE] = ['start-0', 'start-1'] as [BlockId, BlockId]
const FRAME = { x: 7, y: 7, w: 280, h: 160, index: 'a1', parentId: '' }

function started() {
  const peers = new Peers(2)
  peers.startTogether(threeBlocks)
  const [ana, ben] = [peers.peer(0), peers.peer(1)]
  linkBlocks(ana, PURPOSE, VALUE)
  setStatement(ana, VALUE, 'Rumpelstilzchen said it')
  setField(ana, VALUE, 'source', 'Rumpelstilzchen pays')
  moveBlocks(ana, new Map([[VALUE, FRAME]]))
  peers.deliverAll()
  return { peers, ana, ben }
}

const holds = (doc: Y.Doc, words: string) => Buffer.from(Y.encodeStateAsUpdate(doc)).includes(words)

test('clears words, fields, place and links of what is deleted, and the bytes with them', () => {
  const { ana } = started()
  const before = readMap(ana).map
  removeBlocks(ana, [VALUE], NOW)
  expect(holds(ana.doc, 'Rumpelstilzchen')).toBe(true)
  expect(clearDeleted(ana, deletedBlocks(ana, NOW))).toBe(1)
  expect(holds(ana.doc, 'Rumpelstilzchen')).toBe(false)
  expect(JSON.stringify([ana.blocks.toJSON(), ana.links.toJSON(), ana.frames.toJSON()])).not.toContain(VALUE)
  expect([...readMap(ana).map.blocks.keys()]).toEqual([...before.blocks.keys()].filter((id) => id !== VALUE))
})

test('leaves what was deleted later, and writes nothing when there is nothing to clear', () => {
  const { ana } = started()
  removeBlocks(ana, [VALUE], NOW)
  const was = Y.encodeStateAsUpdate(ana.doc)
  expect(clearDeleted(ana, deletedBlocks(ana, (NOW - 1) as EpochMs))).toBe(0)
  expect(Buffer.compare(Y.encodeStateAsUpdate(ana.doc), was)).toBe(0)
})

test('leaves a block that came back after it was found deleted', () => {
  const { ana } = started()
  removeBlocks(ana, [VALUE], NOW)
  const found = deletedBlocks(ana)
  expect([...found]).toEqual([VALUE])
  ;(ana.blocks.get(VALUE) as Y.Map<unknown>).set('deletedAt', null)
  expect(clearDeleted(ana, found)).toBe(0)
  expect(readMap(ana).map.blocks.has(VALUE)).toBe(true)
})

test('undo does not bring it back, and whoever was away takes it over', () => {
  const { peers, ana, ben } = started()
  const undo = new Y.UndoManager(ben.doc)
  removeBlocks(ben, [VALUE], NOW)
  peers.deliverAll()
  clearDeleted(ana, deletedBlocks(ana))
  peers.deliverAll()
  undo.undo()
  expect(readMap(ben).map.blocks.has(VALUE)).toBe(false)
  peers.deliverAll()
  expect(readMap(ana).map.blocks.has(VALUE)).toBe(false)
  expect(holds(ana.doc, 'Rumpelstilzchen')).toBe(false)
})
