/** A block that is put back from a version has its place on the brief again, among those that are still there. */
import { expect, test } from 'vitest'
import { Peers, threeBlocks } from '../../test/index.ts'
import { inBriefOrder } from '../brief/index.ts'
import { addBlock, clearDeleted, moveOnBrief, readMap, removeBlocks, type MapDoc } from '../doc/index.ts'
import { blocksOf, type BlockId, type EpochMs } from '../schema/index.ts'
import { restoreState, stateOfDoc } from './index.ts'

const NOW = 1 as EpochMs
const id = (name: string) => name as BlockId
const VALUES = ['a', 'b', 'c', 'd', 'e'].map(id)

function fiveValues(): MapDoc {
  const peers = new Peers(1)
  peers.startTogether((map) => {
    threeBlocks(map)
    for (const [at, value] of VALUES.entries()) {
      const frame = { x: 0, y: 1_000 + at * 200, w: 280, h: 160, index: 'a1', parentId: '' }
      addBlock(map, { kind: 'value', frame, statement: value }, NOW, value)
    }
  })
  return peers.peer(0)
}

function shownIn(doc: MapDoc): string {
  const { map } = readMap(doc)
  const shown = inBriefOrder(map, blocksOf(map, 'value')).map((block) => block.id)
  return shown.filter((one) => VALUES.includes(one)).join('')
}

function move(doc: MapDoc, one: string, before: string): void {
  const { map } = readMap(doc)
  const order = inBriefOrder(map, map.blocks.values()).map((block) => block.id)
  moveOnBrief(doc, order, id(one), id(before))
}

function goes(doc: MapDoc, one: string): void {
  removeBlocks(doc, [id(one)], NOW)
  clearDeleted(doc, new Set([id(one)]))
}

const comesBack = (doc: MapDoc, kept: ReturnType<typeof stateOfDoc>, ...blocks: string[]) =>
  restoreState(doc, kept, { blocks: new Set(blocks.map(id)), now: NOW })

test('in the order of then, where nothing was moved since', () => {
  const doc = fiveValues()
  move(doc, 'e', 'b')
  const kept = stateOfDoc(doc)
  goes(doc, 'e')
  expect(shownIn(doc)).toBe('abcd')
  comesBack(doc, kept, 'e')
  expect(shownIn(doc)).toBe('aebcd')
})

test('beside the nearest neighbour of then, where the others were moved or are gone', () => {
  const doc = fiveValues()
  move(doc, 'e', 'b')
  const kept = stateOfDoc(doc)
  goes(doc, 'e')
  goes(doc, 'b')
  move(doc, 'd', 'a')
  expect(shownIn(doc)).toBe('dac')
  comesBack(doc, kept, 'e', 'b')
  expect(shownIn(doc)).toBe('daebc')
})

test('by reading order alone, where nobody has put anything in a place', () => {
  const doc = fiveValues()
  const kept = stateOfDoc(doc)
  goes(doc, 'b')
  comesBack(doc, kept, 'b')
  expect(shownIn(doc)).toBe('abcde')
  expect(readMap(doc).map.brief.order).toEqual([])
})
