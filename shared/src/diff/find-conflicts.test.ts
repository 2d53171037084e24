import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, anySteps, buildMap, Peers, take, threeBlocks } from '../../test/index.ts'
import { readMap, writeChanges } from '../doc/index.ts'
import type { Block, BlockId, EpochMs, PositioningMap } from '../schema/index.ts'
import { findConflicts } from './find-conflicts.ts'

const base = buildMap({
  fast: { kind: 'value', statement: 'It is fast.' },
})
const edited = (edit: (block: Record<string, unknown>) => void): PositioningMap => {
  const copy = structuredClone(base)
  for (const block of copy.blocks.values()) edit(block as unknown as Record<string, unknown>)
  return copy
}
const gain = (words: string) => edited((block) => (block['fields'] = { gain: words }))
const status = (value: string) => edited((block) => (block['status'] = value))
const gone: PositioningMap = { ...base, blocks: new Map() }

describe('what two sides made of one map', () => {
  it('shows both values of a field, with what it was', () => {
    const [conflict, ...more] = findConflicts(base, gain('An hour a week'), gain('A day a month'))
    expect(more).toEqual([])
    expect(conflict?.what).toBe('field:gain')
    expect(conflict?.mine).toMatchObject([{ before: '', after: 'An hour a week' }])
    expect(conflict?.theirs).toMatchObject([{ before: '', after: 'A day a month' }])
  })

  it('is quiet where both did the same, or only one did something', () => {
    expect(findConflicts(base, gain('The same'), gain('The same'))).toEqual([])
    expect(findConflicts(base, gain('Mine'), base)).toEqual([])
    expect(findConflicts(base, gain('Mine'), status('proposed'))).toEqual([])
  })

  it('leaves words that merge letter by letter alone', () => {
    const mine = edited((block) => (block['statement'] = 'It is very fast.'))
    const theirs = edited((block) => (block['statement'] = 'It is fast, always.'))
    expect(findConflicts(base, mine, theirs)).toEqual([])
  })

  it('takes the agreed wording along with the status', () => {
    const agreed = edited((block) => {
      block['status'] = 'agreed'
      block['agreed'] = { statement: 'It is fast.', at: '2026-11-28T10:00:00Z' }
    })
    const [conflict] = findConflicts(base, agreed, status('proposed'))
    expect(conflict?.mine.map(({ what }) => what)).toEqual(['status', 'agreed'])
  })

  it('does not take a field for emptied that another kind only hides', () => {
    const proof = edited((block) => {
      block['kind'] = 'proof'
      block['fields'] = {}
    })
    expect(findConflicts(base, gain('Mine'), proof)).toEqual([])
  })

  it('speaks up for a block that one side deleted and the other worked on, and not for one that was only moved', () => {
    const worded = edited((block) => (block['statement'] = 'It is very fast.'))
    const moved = edited((block) => (block['frame'] = { x: 1, y: 1, w: 280, h: 160, index: 'a1', parentId: '' }))
    expect(findConflicts(base, gone, worded).map(({ what }) => what)).toEqual(['gone'])
    expect(findConflicts(base, worded, gone).map(({ what }) => what)).toEqual(['gone'])
    expect(findConflicts(base, gone, moved)).toEqual([])
    expect(findConflicts(base, gone, gone)).toEqual([])
  })

  it('CF1: reads the same from either side, for any three maps', () => {
    const names = (conflicts: ReturnType<typeof findConflicts>) =>
      conflicts.map(({ block, what }) => `${block} ${what}`).toSorted()
    fc.assert(
      fc.property(anyMap, anyMap, anyMap, (from, a, b) => {
        const conflicts = findConflicts(from, a, b)
        expect(names(conflicts)).toEqual(names(findConflicts(from, b, a)))
        expect(JSON.parse(JSON.stringify(conflicts))).toEqual(conflicts)
        expect(findConflicts(from, a, from)).toEqual([])
        expect(findConflicts(from, a, a)).toEqual([])
      }),
    )
  })
})

/** The whole values of a block that mean something by themselves. */
const wholeOf = ({ kind, status, owner, tags, fields }: Block): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['kind', kind],
    ['status', status],
    ['owner', owner],
    ['tags', tags.join(', ')],
    ...Object.entries(fields).map(([name, value]) => [`field:${name}`, value] as const),
  ])

/** Two people do anything to one map, neither knowing of the other; then everything arrives. */
function apart(steps: Parameters<typeof take>[0][]) {
  const peers = new Peers(2)
  peers.startTogether(threeBlocks)
  const from = readMap(peers.peer(0)).map
  for (const [at, step] of steps.entries()) if (step.do !== 'deliver') take({ ...step, by: step.by % 2 }, peers, at)
  const [mine, theirs] = [readMap(peers.peer(0)).map, readMap(peers.peer(1)).map]
  peers.deliverAll()
  return { peers, from, mine, theirs, merged: readMap(peers.peer(0)).map }
}

/** What I changed and is not what stands, though the others did not wish for the same. */
function lostValues(
  from: PositioningMap,
  mine: PositioningMap,
  theirs: PositioningMap,
  merged: PositioningMap,
): readonly string[] {
  return [...from.blocks].flatMap(([id, was]) => {
    const [my, their, now] = [mine.blocks.get(id), theirs.blocks.get(id), merged.blocks.get(id)]
    if (my === undefined || their === undefined || now === undefined) return []
    const isOneKind = new Set([was.kind, my.kind, their.kind]).size === 1
    return [...wholeOf(my)].flatMap(([name, value]) => {
      const others = [was, now, their].map((block) => wholeOf(block).get(name))
      const isShown = isOneKind || !name.startsWith('field:')
      return isShown && !others.includes(value) ? [`${id} ${name}`] : []
    })
  })
}

/** Blocks that I worked on and that are there no more. */
function lostBlocks(from: PositioningMap, mine: PositioningMap, merged: PositioningMap): readonly string[] {
  const words = (block: Block) => JSON.stringify([...wholeOf(block), block.statement, block.detail])
  return [...from.blocks].flatMap(([id, was]) => {
    const my = mine.blocks.get(id)
    return my !== undefined && !merged.blocks.has(id) && words(my) !== words(was) ? [`${id} gone`] : []
  })
}

describe('two people who were apart, once everything has arrived', () => {
  it('lose no whole value and no block without a conflict that holds it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { from, mine, theirs, merged } = apart([...steps])
        const known = new Set(findConflicts(from, mine, theirs).map(({ block, what }) => `${block} ${what}`))
        const lost = [...lostValues(from, mine, theirs, merged), ...lostBlocks(from, mine, merged)]
        expect(lost.filter((name) => !known.has(name))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('CF2: either side can be chosen afterwards', () => {
    const NOW = 1 as EpochMs
    fc.assert(
      fc.property(anySteps, fc.boolean(), (steps, isMine) => {
        const { peers, from, mine, theirs } = apart([...steps])
        for (const conflict of findConflicts(from, mine, theirs)) {
          if (conflict.what === 'gone' || conflict.what === 'kind' || conflict.block === null) continue
          const kinds = [from, mine, theirs].map((map) => map.blocks.get(conflict.block as BlockId)?.kind)
          if (new Set(kinds).size > 1) continue
          const side = isMine ? conflict.mine : conflict.theirs
          writeChanges(peers.peer(0), side, NOW)
          const now = readMap(peers.peer(0)).map.blocks.get(conflict.block)
          const value = now === undefined ? undefined : (wholeOf(now).get(conflict.what) ?? '')
          const after = side[0]?.after
          expect(value).toEqual(Array.isArray(after) ? after.join(', ') : after)
        }
      }),
      { numRuns: 100 },
    )
  })
})
