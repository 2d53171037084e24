/** fast-check: a map and what somebody has made of it: most of it as it was, some edited, some gone, some new. */
import * as fc from 'fast-check'
import { compareText, compositionOf, type Block, type BlockId, type PositioningMap } from '../src/schema/index.ts'
import { anyBlock, anyMap } from './any-map.ts'
import { linksBetween } from './build-map.ts'

const PARTS = [
  'kind',
  'statement',
  'detail',
  'status',
  'owner',
  'tags',
  'fields',
  'tellings',
  'agreed',
  'frame',
] as const satisfies readonly (keyof Block)[]

type Fate = Block | null

/** Two maps at random share few blocks, and of those that they share everything differs: nobody works like that. */
export const anyTwoStates: fc.Arbitrary<readonly [PositioningMap, PositioningMap]> = fc
  .tuple(anyMap, anyMap)
  .chain(([before, other]) => {
    const fates = [...before.blocks.values()].map((block): fc.Arbitrary<Fate> =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(block) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 4, arbitrary: anyEdit(block, before) },
      ),
    )
    return fc.record({
      before: fc.constant(before),
      fates: fc.tuple(...fates),
      added: fc.subarray([...other.blocks.values()].filter(({ id }) => !before.blocks.has(id))),
      about: fc.constantFrom<Partial<PositioningMap>>(
        {},
        { title: other.title },
        { subject: other.subject },
        { brief: other.brief },
        { brief: { ...before.brief, off: [...before.blocks.keys()] } },
      ),
      links: fc.subarray([...before.links]),
      pairs: fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 3 }),
    })
  })
  .map(({ before, fates, added, about, links, pairs }) => {
    const there = [...fates.filter((block) => block !== null), ...added].toSorted((a, b) => compareText(a.id, b.id))
    const blocks = new Map(there.map((block) => [block.id, block]))
    const at = (n: number) => there[n % Math.max(1, there.length)]?.id ?? ''
    const wanted = [...links.map(({ from, to }) => [from, to]), ...pairs.map(([a, b]) => [at(a), at(b)])] as const
    const sound = wanted.filter((pair): pair is [BlockId, BlockId] => pair.every((id) => blocks.has(id as BlockId)))
    const after = { ...before, ...about, blocks, links: linksBetween(blocks, sound) }
    return [before, { ...after, brief: compositionOf(after.brief, (id) => blocks.has(id)) }] as const
  })

/** The same block with a part or two of another; fields that its kind has not are kept, as a document keeps them. */
function anyEdit(block: Block, { voices }: PositioningMap): fc.Arbitrary<Block> {
  return fc
    .tuple(anyBlock(block.id, voices), fc.subarray([...PARTS], { minLength: 1, maxLength: 3 }))
    .map(([other, parts]) => ({ ...block, ...Object.fromEntries(parts.map((part) => [part, other[part]])) }))
}
