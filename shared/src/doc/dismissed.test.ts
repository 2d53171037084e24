import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Peers, threeBlocks } from '../../test/index.ts'
import { LIMITS, type Dismissal, type EpochMs } from '../schema/index.ts'
import { dismissNotice, EDIT, MapReader, readMap, reopenNotice, type MapDoc } from './index.ts'

const KEY = 'proof-adrift start-2'
const left = (reason: string, by = 'Ruth'): Dismissal => ({ print: 'abc', reason, by, at: 1_000 as EpochMs })

function two() {
  const peers = new Peers(2)
  peers.startTogether(threeBlocks)
  const [ana, ben] = [peers.peer(0), peers.peer(1)]
  const undo = new Y.UndoManager(ana.doc, { trackedOrigins: new Set([EDIT]), captureTimeout: 0 })
  return { peers, ana, ben, undo }
}

const dismissedIn = (map: MapDoc) => [...readMap(map).dismissed]

test('what one leaves, everybody sees left; undo and taking it up again bring it back', () => {
  const { peers, ana, ben, undo } = two()
  dismissNotice(ana, KEY, left('  We enter for awards\nin autumn. '))
  peers.deliverAll()
  expect(dismissedIn(ben)).toEqual([[KEY, left('We enter for awards in autumn.')]])
  undo.undo()
  peers.deliverAll()
  expect(dismissedIn(ben)).toEqual([])
  undo.redo()
  reopenNotice(ana, KEY)
  peers.deliverAll()
  expect(dismissedIn(ben)).toEqual([])
})

test('two who leave it offline end with one reason, the same for both', () => {
  const { peers, ana, ben } = two()
  dismissNotice(ana, KEY, left('In autumn.', 'Ana'))
  dismissNotice(ben, KEY, left('Not ours.', 'Ben'))
  dismissNotice(ben, 'no-purpose', left('Later.', 'Ben'))
  peers.deliverAll()
  expect(dismissedIn(ana)).toEqual(dismissedIn(ben))
  expect(dismissedIn(ana).map(([key]) => key)).toEqual(['no-purpose', KEY])
})

test('a reader that was there all along sees it come and go', () => {
  const { ana } = two()
  const reader = new MapReader(ana)
  const before = reader.read()
  dismissNotice(ana, KEY, left('In autumn.'))
  expect(reader.read().dismissed.get(KEY)?.reason).toBe('In autumn.')
  expect(reader.read().map.blocks.get('start-0' as never)).toBe(before.map.blocks.get('start-0' as never))
  reader.close()
})

test('whatever else a peer puts there is left out and reported, and never too much is kept', () => {
  const { ana } = two()
  const junk: readonly (readonly [string, unknown])[] = [
    ['__proto__', left('x')],
    ['Not A Rule', left('x')],
    ['no-purpose not an id', left('x')],
    ['proof-adrift a', { reason: 'no print' }],
    ['proof-adrift b', { ...left('x'), print: 'x'.repeat(100) }],
    ['proof-adrift c', null],
    ['proof-adrift d', 'words'],
  ]
  for (const [key, value] of junk) ana.dismissed.set(key, value)
  ana.dismissed.set('proof-adrift e', { print: 'p', reason: 'r'.repeat(9_999), by: 7, at: Number.NaN })
  const { dismissed, ignored } = readMap(ana)
  expect([...dismissed]).toEqual([
    ['proof-adrift e', { print: 'p', reason: 'r'.repeat(LIMITS.reasonLength), by: '', at: 0 }],
  ])
  expect(ignored).toEqual([{ path: 'dismissed', problem: `${junk.length} entries are no dismissals` }])
})

test('as many as a map may have are kept, and of one more the last by name is left out', () => {
  const { ana } = two()
  const keyOf = (n: number) => `proof-adrift b${String(n).padStart(5, '0')}`
  ana.doc.transact(() => {
    for (let n = 0; n < LIMITS.dismissals; n += 1) ana.dismissed.set(keyOf(n), left('x'))
  })
  expect(readMap(ana).dismissed.size).toBe(LIMITS.dismissals)
  expect(readMap(ana).ignored).toEqual([])
  ana.dismissed.set(keyOf(LIMITS.dismissals), left('x'))
  const { dismissed, ignored } = readMap(ana)
  expect(dismissed.size).toBe(LIMITS.dismissals)
  expect(dismissed.has(keyOf(LIMITS.dismissals))).toBe(false)
  expect(ignored).toEqual([{ path: 'dismissed', problem: '1 entries are no dismissals' }])
})
