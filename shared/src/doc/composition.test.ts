import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Peers, threeBlocks } from '../../test/index.ts'
import { inBriefOrder } from '../brief/index.ts'
import { blocksOf, LIMITS, type BlockId, type EpochMs } from '../schema/index.ts'
import {
  addBlock,
  bringBack,
  bringOntoBrief,
  clearDeleted,
  EDIT,
  keepOffBrief,
  MapReader,
  moveOnBrief,
  readMap,
  removeBlocks,
  type MapDoc,
} from './index.ts'

const id = (name: string) => name as BlockId
const VALUES = ['a', 'b', 'c', 'd', 'e'].map(id)

/** Five values below each other, and two people who have them. */
function two() {
  const peers = new Peers(2)
  peers.startTogether((map) => {
    threeBlocks(map)
    for (const [at, value] of VALUES.entries()) {
      const frame = { x: 0, y: 1_000 + at * 200, w: 280, h: 160, index: 'a1', parentId: '' }
      addBlock(map, { kind: 'value', frame, statement: value }, 0 as EpochMs, value)
    }
  })
  const [ana, ben] = [peers.peer(0), peers.peer(1)]
  return { peers, ana, ben }
}

const orderIn = (map: MapDoc): readonly BlockId[] => {
  const read = readMap(map).map
  return inBriefOrder(read, blocksOf(read, 'value')).map((block) => block.id)
}
const shownIn = (map: MapDoc) =>
  orderIn(map)
    .filter((one) => VALUES.includes(one))
    .join('')
const wholeOrder = (map: MapDoc): readonly BlockId[] => {
  const read = readMap(map).map
  return inBriefOrder(read, read.blocks.values()).map((block) => block.id)
}
const move = (map: MapDoc, one: string, before: string | null) =>
  moveOnBrief(map, wholeOrder(map), id(one), before === null ? null : id(before))

test('a block is put before another, or last; everybody sees it, and one undo takes it back', () => {
  const { peers, ana, ben } = two()
  const undo = new Y.UndoManager(ana.doc, { trackedOrigins: new Set([EDIT]), captureTimeout: 0 })
  move(ana, 'd', 'b')
  peers.deliverAll()
  expect(shownIn(ben)).toBe('adbce')
  move(ana, 'a', null)
  expect(shownIn(ana)).toBe('dbcea')
  undo.undo()
  expect(shownIn(ana)).toBe('adbce')
  undo.undo()
  peers.deliverAll()
  expect([shownIn(ana), shownIn(ben)]).toEqual(['abcde', 'abcde'])
  expect(readMap(ben).map.brief.order).toEqual([])
})

test('two who move different blocks at once both get what they want', () => {
  const { peers, ana, ben } = two()
  move(ana, 'e', 'a')
  move(ben, 'b', null)
  peers.deliverAll()
  expect([shownIn(ana), shownIn(ben)]).toEqual(['eacdb', 'eacdb'])
})

test('two who keep off and move the same block lose neither', () => {
  const { peers, ana, ben } = two()
  keepOffBrief(ana, id('c'))
  move(ben, 'c', 'a')
  peers.deliverAll()
  expect(readMap(ana).map.brief).toEqual(readMap(ben).map.brief)
  expect(readMap(ben).map.brief.off).toEqual(['c'])
  expect(shownIn(ben)).toBe('cabde')
  bringOntoBrief(ben, id('c'))
  expect(readMap(ben).map.brief.off).toEqual([])
})

test('the order stays when cards are moved, and a new block comes last', () => {
  const { ana } = two()
  move(ana, 'e', 'a')
  const frame = { x: 0, y: -900, w: 280, h: 160, index: 'a1', parentId: '' }
  addBlock(ana, { kind: 'value', frame, statement: 'new' }, 0 as EpochMs, id('new'))
  expect(orderIn(ana).at(-1)).toBe('new')
})

test('what was decided about a block goes with it and comes back with it, and is gone once it is cleared', () => {
  const { ana } = two()
  move(ana, 'e', 'a')
  keepOffBrief(ana, id('e'))
  removeBlocks(ana, [id('e')], 1 as EpochMs)
  expect(readMap(ana).map.brief).toMatchObject({ off: [] })
  bringBack(ana, id('e'))
  expect(readMap(ana).map.brief.off).toEqual(['e'])
  expect(shownIn(ana)).toBe('eabcd')
  removeBlocks(ana, [id('e')], 1 as EpochMs)
  clearDeleted(ana, new Set([id('e')]))
  expect(JSON.stringify([...ana.brief.entries()])).not.toContain('e"')
})

test('however often blocks are moved between the same two, each stands where it was put', () => {
  const { ana } = two()
  for (let n = 0; n < 120; n += 1) {
    move(ana, n % 2 === 0 ? 'c' : 'd', 'b')
    const shown = shownIn(ana)
    expect(shown.indexOf(n % 2 === 0 ? 'cb' : 'db')).toBeGreaterThanOrEqual(0)
  }
})

test('any moves by two people, exchanged at any time, end in one order of all blocks', () => {
  const anyMove = fc.tuple(fc.nat(1), fc.nat(7), fc.option(fc.nat(7)), fc.boolean())
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 25 }), (moves) => {
      const { peers, ana, ben } = two()
      for (const [who, what, before, meet] of moves) {
        const map = who === 0 ? ana : ben
        const order = wholeOrder(map)
        const [moved, ahead] = [order[what], before === null ? null : order[before]]
        if (moved === undefined || ahead === undefined) continue
        moveOnBrief(map, order, moved, ahead)
        const others = order.filter((one) => one !== moved)
        const at = ahead === null || ahead === moved ? -1 : others.indexOf(ahead)
        const wanted = ahead === null ? [...others, moved] : at === -1 ? order : others.toSpliced(at, 0, moved)
        expect(wholeOrder(map)).toEqual(wanted)
        if (meet) peers.deliverAll()
      }
      peers.deliverAll()
      expect(wholeOrder(ana)).toEqual(wholeOrder(ben))
      expect(wholeOrder(ana).toSorted()).toEqual([...readMap(ana).map.blocks.keys()])
    }),
    { numRuns: 60 },
  )
})

test('whatever else a peer puts there is left out and counted; a reader that was there all along sees the rest', () => {
  const { ana } = two()
  const reader = new MapReader(ana)
  const before = reader.read().map
  ana.doc.transact(() => {
    for (const [key, value] of [
      ['place:a', 'first'],
      ['place:b', Number.NaN],
      ['order', { a: 1 }],
      ['off:a', 1],
      ['off:not an id', true],
      ['off:', true],
      ['colour', 'red'],
      ['accent', 'red'],
      ['logo', { asset: 'https://elsewhere.example/logo.png', width: 1, height: 1, alt: '' }],
      ['place:nobody', 3],
    ] as const)
      ana.brief.set(key, value)
    ana.brief.set('off:d', true)
    ana.brief.set('place:d', -7.5)
  })
  const { map, ignored } = reader.read()
  expect(map.brief).toEqual({ order: ['d'], off: ['d'], accent: '', logo: null })
  expect(ignored).toEqual([{ path: 'brief', problem: '9 entries are no decision about the brief' }])
  expect(map.blocks.get(id('a'))).toBe(before.blocks.get(id('a')))
  expect(reader.read().map.brief).toBe(map.brief)
  reader.close()
})

test('what a logo shows is as long as somebody listens to, and one line', () => {
  const { ana } = two()
  const asset = `${'a'.repeat(64)}.png`
  const shows = (alt: string) => {
    ana.brief.set('logo', { asset, width: 40, height: 24, alt })
    return readMap(ana).map.brief.logo?.alt
  }
  expect(shows('x'.repeat(LIMITS.altLength))).toHaveLength(LIMITS.altLength)
  expect(shows('x'.repeat(LIMITS.altLength + 1))?.length).toBeLessThanOrEqual(LIMITS.altLength)
  expect(shows('a\nlogo')).toBe('a logo')
})
