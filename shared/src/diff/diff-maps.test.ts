import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, anyTwoStates, buildMap } from '../../test/index.ts'
import { compositionOf, type PositioningMap } from '../schema/index.ts'
import { applyChanges } from './apply-changes.ts'
import { diffMaps } from './diff-maps.ts'

/** Any two maps at all, and a map that somebody has worked on. */
const anyPair = fc.oneof(fc.tuple(anyMap, anyMap), anyTwoStates)

/** All that a map says, in an order of its own making: neither ids of links nor times are part of it. */
function said({ title, subject, voices, blocks, links, brief }: PositioningMap) {
  return {
    brief: compositionOf(brief, (id) => blocks.has(id)),
    title,
    subject,
    voices,
    blocks: [...blocks.values()].map(({ fields, tellings, ...block }) => ({
      ...block,
      createdAt: 0,
      fields: Object.entries(fields).toSorted(),
      tellings: [...tellings].toSorted(),
    })),
    links: links.map(({ from, to, relation }) => ({ from, to, relation })),
  }
}

describe('the difference between two states of a map', () => {
  it('DF1: applied to the first, it gives the second, for any two maps', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        expect(said(applyChanges(a, diffMaps(a, b)))).toEqual(said(b))
      }),
      { numRuns: 300 },
    )
  })

  it('DF1: travels as JSON', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const changes = diffMaps(a, b)
        expect(JSON.parse(JSON.stringify(changes))).toEqual(changes)
      }),
    )
  })

  it('DF2: is nothing between a map and itself read again', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(diffMaps(map, structuredClone(map))).toEqual([])
      }),
    )
  })

  it('tells a rewording from a move, and a new link from a cut one', () => {
    const before = buildMap({
      why: { kind: 'purpose', to: ['fast'] },
      fast: { kind: 'value', statement: 'It is fast.' },
      shown: { kind: 'proof' },
    })
    const after = buildMap({
      why: { kind: 'purpose' },
      fast: { kind: 'value', statement: 'It is very fast.' },
      shown: {
        kind: 'proof',
        to: ['fast'],
        with: { frame: { x: 1, y: 2, w: 236, h: 112, index: 'a1', parentId: '' } },
      },
    })
    expect(diffMaps(before, after)).toEqual([
      { block: 'fast', what: 'reworded', before: 'It is fast.', after: 'It is very fast.' },
      {
        block: 'shown',
        what: 'moved',
        before: null,
        after: { x: 1, y: 2, w: 236, h: 112, index: 'a1', parentId: '' },
      },
      { block: 'shown', what: 'linked', before: null, after: 'fast' },
      { block: 'why', what: 'unlinked', before: 'fast', after: null },
    ])
  })
})
