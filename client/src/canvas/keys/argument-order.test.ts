import {
  NOTHING_DECIDED,
  type Block,
  type BlockId,
  type BlockKind,
  type LinkId,
  type PositioningMap,
} from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { argumentOrder } from './argument-order.ts'

/** `name: [kind, y]`, and links as `from to`. */
function sketch(blocks: Record<string, readonly [BlockKind, number]>, links: readonly string[]): PositioningMap {
  const made = Object.entries(blocks).map(([id, [kind, y]]) => ({
    id: id as BlockId,
    kind,
    frame: { x: 0, y, w: 1, h: 1, index: 'a1', parentId: '' },
  }))
  return {
    title: '',
    subject: '',
    voices: [],
    blocks: new Map(made.map((block) => [block.id, block as unknown as Block])),
    links: links.map((pair, at) => {
      const [from, to] = pair.split(' ') as [BlockId, BlockId]
      return { id: `link${at}` as LinkId, from, to, relation: 'relates' }
    }),
    brief: NOTHING_DECIDED,
  }
}

test('walks a purpose, its values from top to bottom, and behind each value its audiences and proofs', () => {
  const map = sketch(
    {
      alarm: ['value', 100],
      inspection: ['value', 0],
      why: ['purpose', 50],
      managers: ['audience', 40],
      nights: ['proof', 90],
      readings: ['proof', 20],
      law: ['proof', 10],
    },
    ['why alarm', 'why inspection', 'alarm managers', 'nights alarm', 'readings inspection', 'law why'],
  )
  expect(argumentOrder(map)).toEqual(['why', 'inspection', 'readings', 'alarm', 'managers', 'nights', 'law'])
})

test('leaves nothing out: what hangs on nothing comes last, kind by kind', () => {
  const map = sketch({ stray: ['proof', 0], lone: ['audience', 0], why: ['purpose', 9] }, [])
  expect(argumentOrder(map)).toEqual(['why', 'lone', 'stray'])
})

test('[AO1] comes to an end on a cycle', () => {
  const map = sketch({ a: ['value', 0], b: ['audience', 0], c: ['value', 1] }, ['a b', 'c b', 'a c'])
  expect(argumentOrder(map).toSorted()).toEqual(['a', 'b', 'c'])
})
