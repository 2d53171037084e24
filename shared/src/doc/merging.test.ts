import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anySteps, assertSound, Peers, take, threeBlocks } from '../../test/index.ts'
import type { Block, BlockId } from '../schema/index.ts'
import { MapReader, openMapDoc, readMap } from './index.ts'

const anyOrder = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 12 })

describe('three people edit offline, and everything arrives in any order', () => {
  test('[MR2] [MR3] everybody reads one and the same sound map', () => {
    fc.assert(
      fc.property(anySteps, anyOrder, (steps, order) => {
        const peers = new Peers(3)
        peers.startTogether(threeBlocks)
        for (const [at, step] of steps.entries()) take(step, peers, at)
        peers.deliverAll(order)
        const reads = peers.maps.map((map) => readMap(map))
        for (const { map, ignored } of reads) {
          assertSound(map)
          expect(ignored).toEqual([])
          expect(map).toEqual(reads[0]?.map)
        }
        peers.close()
      }),
      { numRuns: 100 },
    )
  })

  test('[MR2] a newcomer who gets the whole state at once reads the same', () => {
    fc.assert(
      fc.property(anySteps, anyOrder, (steps, order) => {
        const peers = new Peers(3)
        peers.startTogether(threeBlocks)
        for (const [at, step] of steps.entries()) take(step, peers, at)
        peers.deliverAll(order)
        const late = openMapDoc(new Y.Doc())
        Y.applyUpdateV2(late.doc, Y.encodeStateAsUpdateV2(peers.peer(2).doc))
        expect(readMap(late)).toEqual(readMap(peers.peer(0)))
        peers.close()
      }),
      { numRuns: 40 },
    )
  })

  test('[MR4] a reader that was there all along reads what a fresh one reads, and keeps what has not changed', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const peers = new Peers(3)
        const readers = peers.maps.map((map) => new MapReader(map))
        peers.startTogether(threeBlocks)
        for (const [at, step] of steps.entries()) {
          const before = readers.map((reader) => reader.read().map.blocks)
          take(step, peers, at)
          for (const [n, reader] of readers.entries()) {
            const read = reader.read()
            expect(read).toEqual(readMap(peers.peer(n)))
            expect(drawnAgain(before[n] ?? new Map(), read.map.blocks)).toEqual([])
          }
        }
        for (const reader of readers) reader.close()
        peers.close()
      }),
      { numRuns: 40 },
    )
  })
})

/** Blocks that say the same as before and yet are other objects. */
function drawnAgain(before: ReadonlyMap<BlockId, Block>, after: ReadonlyMap<BlockId, Block>): readonly Block[] {
  return [...after.values()].filter((block) => {
    const old = before.get(block.id)
    // Voices that change places change the order of tellings, and that is drawn.
    const order = ({ tellings }: Block) => [...tellings.keys()]
    return (
      old !== undefined && old !== block && isDeepStrictEqual(old, block) && isDeepStrictEqual(order(old), order(block))
    )
  })
}

test('the random edits do build something: blocks, links and tellings in many runs', () => {
  const built = fc.sample(anySteps, { numRuns: 100, seed: 7 }).map((steps) => {
    const peers = new Peers(3)
    peers.startTogether(threeBlocks)
    for (const [at, step] of steps.entries()) take(step, peers, at)
    peers.deliverAll()
    return readMap(peers.peer(0)).map
  })
  expect(built.filter((map) => map.links.length > 0).length).toBeGreaterThan(20)
  expect(built.filter((map) => map.blocks.size > 3).length).toBeGreaterThan(20)
  expect(
    built.filter((map) => [...map.blocks.values()].some((block) => block.tellings.size > 0)).length,
  ).toBeGreaterThan(20)
})
