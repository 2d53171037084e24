import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Peers, threeBlocks } from '../../test/index.ts'
import { LIMITS, type BlockId, type Decision, type EpochMs } from '../schema/index.ts'
import { clearDeleted, decideProposal, EDIT, readMap, reconsiderProposal, removeBlocks, type MapDoc } from './index.ts'

const BLOCK = 'start-0' as BlockId
const DECISION: Decision = {
  is: 'accepted',
  block: BLOCK,
  wording: 'A person answers first.',
  author: 'Ben',
  by: 'Ana',
  at: 1_000 as EpochMs,
  reason: '',
}

function two() {
  const peers = new Peers(2)
  peers.startTogether(threeBlocks)
  const [ana, ben] = [peers.peer(0), peers.peer(1)]
  const undo = new Y.UndoManager(ana.doc, { trackedOrigins: new Set([EDIT]), captureTimeout: 0 })
  return { peers, ana, ben, undo }
}

const statement = (map: MapDoc) => readMap(map).map.blocks.get(BLOCK)?.statement

test('accepted, a wording is the statement, with its author beside it; one undo takes back both', () => {
  const { peers, ana, ben, undo } = two()
  const before = statement(ana)
  decideProposal(ana, 'ben.1', DECISION)
  peers.deliverAll()
  expect(statement(ben)).toBe('A person answers first.')
  expect(readMap(ben).decided.get('ben.1')).toEqual(DECISION)
  undo.undo()
  peers.deliverAll()
  expect(statement(ben)).toBe(before)
  expect(readMap(ben).decided.size).toBe(0)
})

test('declined or kept as dissent it leaves the statement alone, and can be reconsidered', () => {
  const { ana } = two()
  const before = statement(ana)
  decideProposal(ana, 'ben.1', { ...DECISION, is: 'declined', reason: ' Too\nlong. ' })
  decideProposal(ana, 'ben.2', { ...DECISION, is: 'dissent' })
  expect(statement(ana)).toBe(before)
  expect([...readMap(ana).decided.values()].map(({ is, reason }) => [is, reason])).toEqual([
    ['declined', 'Too long.'],
    ['dissent', ''],
  ])
  reconsiderProposal(ana, 'ben.1')
  expect([...readMap(ana).decided.keys()]).toEqual(['ben.2'])
})

test('nothing is decided about a block that is gone, and with its words for good goes what was decided about it', () => {
  const { ana } = two()
  decideProposal(ana, 'ben.1', { ...DECISION, is: 'dissent' })
  removeBlocks(ana, [BLOCK], 5 as EpochMs)
  decideProposal(ana, 'ben.2', DECISION)
  expect([...readMap(ana).decided.keys()]).toEqual(['ben.1'])
  clearDeleted(ana, new Set([BLOCK]))
  expect(readMap(ana).decided.size).toBe(0)
})

test('whatever else a peer puts there is left out and reported, and never too much is kept', () => {
  const { ana } = two()
  const junk: readonly (readonly [string, unknown])[] = [
    ['__proto__', DECISION],
    ['no thread', DECISION],
    ['ben.3', { ...DECISION, is: 'perhaps' }],
    ['ben.4', { ...DECISION, block: 'not an id' }],
    ['ben.5', { ...DECISION, wording: 7 }],
    ['ben.6', null],
  ]
  for (const [key, value] of junk) ana.decided.set(key, value)
  ana.decided.set('ben.7', { ...DECISION, at: Number.NaN, reason: 'r'.repeat(9_999), by: {} })
  const { decided, ignored } = readMap(ana)
  expect([...decided]).toEqual([['ben.7', { ...DECISION, at: 0, reason: 'r'.repeat(LIMITS.reasonLength), by: '' }]])
  expect(ignored).toEqual([{ path: 'decided', problem: `${junk.length} entries are no decisions` }])
  ana.doc.transact(() => {
    for (let n = 0; n <= LIMITS.decisions; n += 1) ana.decided.set(`flood.${n}`, { ...DECISION })
  })
  expect(readMap(ana).decided.size).toBe(LIMITS.decisions)
})
