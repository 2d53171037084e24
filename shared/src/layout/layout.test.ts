import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BLOCK_KINDS,
  DEFAULT_SIZES,
  isBackwards,
  isIndexKey,
  MIN_SIZE,
  relationOf,
  type Block,
  type BlockId,
  type BlockKind,
  type EpochMs,
  type Link,
  type LinkId,
  type PlacedFrame,
  type VoiceId,
} from '../schema/index.ts'
import { collide, GAP, type Box } from './geometry.ts'
import { comfortableCard, estimateCard, layOutAdded, layOutMap, placeLoose, type MapToLayOut } from './index.ts'

function block(id: string, kind: BlockKind, statement = 'A person answers.', frame: PlacedFrame | null = null): Block {
  return {
    id: id as BlockId,
    kind,
    statement,
    detail: '',
    status: 'draft',
    owner: '',
    tags: [],
    fields: {},
    tellings: new Map(),
    agreed: null,
    createdAt: 0 as EpochMs,
    frame,
  }
}

function mapOf(blocks: readonly Block[], pairs: readonly (readonly [string, string])[]): MapToLayOut {
  const byId = new Map(blocks.map((one) => [one.id, one]))
  const links = pairs.flatMap(([a, b], at): readonly Link[] => {
    const [from, to] = [byId.get(a as BlockId), byId.get(b as BlockId)]
    if (from === undefined || to === undefined || from === to) return []
    const [start, end] = isBackwards(from.kind, to.kind) ? [to, from] : [from, to]
    return [{ id: `l${at}` as LinkId, from: start.id, to: end.id, relation: relationOf(start.kind, end.kind) }]
  })
  return { blocks: byId, links }
}

const anyStatement = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ minLength: 300, maxLength: 2_000 }),
)

function anyMap(most: number): fc.Arbitrary<MapToLayOut> {
  return fc
    .array(fc.tuple(fc.constantFrom(...BLOCK_KINDS), anyStatement), { maxLength: most, size: 'max' })
    .chain((kinds) => {
      const end = fc.nat({ max: Math.max(0, kinds.length - 1) }).map((at) => `b${at}`)
      const blocks = kinds.map(([kind, statement], at) => block(`b${at}`, kind, statement))
      return fc.array(fc.tuple(end, end), { maxLength: most * 2, size: 'max' }).map((pairs) => mapOf(blocks, pairs))
    })
}

function overlaps(boxes: readonly Box[], gap = GAP): number {
  return boxes.reduce((sum, box, at) => sum + boxes.slice(at + 1).filter((other) => collide(box, other, gap)).length, 0)
}

const boxesOf = (frames: ReadonlyMap<BlockId, PlacedFrame>) => [...frames.values()]

describe('a whole map', () => {
  test('[LY1] gives every block a frame, and no two come closer than the gap', () => {
    fc.assert(
      fc.property(anyMap(200), (map) => {
        const frames = layOutMap(map)
        expect([...frames.keys()].toSorted()).toEqual([...map.blocks.keys()].toSorted())
        expect(overlaps(boxesOf(frames))).toBe(0)
        for (const { index, parentId } of frames.values()) expect([isIndexKey(index), parentId]).toEqual([true, ''])
      }),
      { numRuns: 12 },
    )
  }, 30_000)

  test('[LY2] is laid out the same whatever the order its links come in', () => {
    fc.assert(
      fc.property(anyMap(40), (map) => {
        expect(layOutMap({ ...map, links: map.links.toReversed() })).toEqual(layOutMap(map))
      }),
      { numRuns: 30 },
    )
  })

  test('reads from left to right: purpose, value, audience, with the proof below its value', () => {
    const map = mapOf(
      [block('p', 'purpose'), block('v', 'value'), block('a', 'audience'), block('x', 'proof')],
      [
        ['p', 'v'],
        ['v', 'a'],
        ['x', 'v'],
      ],
    )
    const at = (id: string) => layOutMap(map).get(id as BlockId)!
    expect(at('v').x).toBeGreaterThan(at('p').x + at('p').w + 150)
    expect(at('a').x).toBeGreaterThan(at('v').x + at('v').w + 150)
    expect(at('x').y).toBeGreaterThan(at('v').y + at('v').h)
    expect(at('x').x).toBe(at('v').x)
  })

  test('puts two values that serve crosswise in the order that crosses least', () => {
    const blocks = [block('v1', 'value'), block('v2', 'value'), block('a1', 'audience'), block('a2', 'audience')]
    const frames = layOutMap(
      mapOf(blocks, [
        ['v1', 'a2'],
        ['v2', 'a1'],
      ]),
    )
    const y = (id: string) => frames.get(id as BlockId)!.y
    expect(Math.sign(y('v1') - y('v2'))).toBe(Math.sign(y('a2') - y('a1')))
  })

  test('lays out blocks whose ids mean something to JavaScript', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '_root']
    const blocks = names.flatMap((name) => [block(name, 'value'), block(`${name}-heard`, 'audience')])
    const frames = layOutMap(
      mapOf(
        blocks,
        names.map((name) => [name, `${name}-heard`]),
      ),
    )
    expect([...frames.keys()].toSorted()).toEqual(blocks.map(({ id }) => id).toSorted())
  })

  test('with 40 values is no tower', () => {
    const blocks = Array.from({ length: 40 }, (_, at) => [block(`v${at}`, 'value'), block(`a${at}`, 'audience')]).flat()
    const frames = boxesOf(
      layOutMap(
        mapOf(
          blocks,
          Array.from({ length: 40 }, (_, at) => [`v${at}`, `a${at}`] as const),
        ),
      ),
    )
    const width = Math.max(...frames.map(({ x, w }) => x + w))
    const height = Math.max(...frames.map(({ y, h }) => y + h))
    expect(width / height).toBeGreaterThan(1)
    expect(width / height).toBeLessThan(2.6)
  })

  test('of 500 linked blocks takes less than a second on a busy machine', () => {
    const kindAt = (at: number): BlockKind => (at < 10 ? 'purpose' : BLOCK_KINDS[1 + (at % 3)]!)
    const blocks = Array.from({ length: 500 }, (_, at) => block(`b${at}`, kindAt(at)))
    const pairs = blocks.map((_, at) => [`b${at}`, `b${(at * 7 + 11) % 500}`] as const)
    const start = performance.now()
    layOutMap(mapOf(blocks, pairs))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('blocks that nobody has placed', () => {
  const placed = (id: string, kind: BlockKind, x: number, y: number) =>
    block(id, kind, '', { x, y, ...DEFAULT_SIZES[kind], index: 'a5', parentId: '' })

  test('stand near what they are linked with, on top of nothing, and above it in the pile', () => {
    const map = mapOf(
      [placed('v', 'value', 100, 100), block('x', 'proof'), block('y', 'proof'), block('a', 'audience')],
      [
        ['x', 'v'],
        ['y', 'v'],
        ['v', 'a'],
      ],
    )
    const frames = placeLoose(map)
    expect([...frames.keys()].toSorted()).toEqual(['a', 'x', 'y'])
    const boxes = [...frames.values(), map.blocks.get('v' as BlockId)!.frame!]
    expect(overlaps(boxes)).toBe(0)
    expect(frames.get('x' as BlockId)!.y).toBeGreaterThan(260)
    expect(frames.get('x' as BlockId)!.y).toBeLessThan(400)
    expect(frames.get('a' as BlockId)!.x).toBeGreaterThan(380)
    for (const { index } of frames.values()) expect(index > 'a5').toBe(true)
  })

  test('never cover anything, however full the map is', () => {
    const anyFull = fc.tuple(anyMap(40), fc.array(fc.tuple(fc.nat(2_000), fc.nat(2_000)), { maxLength: 20 }))
    fc.assert(
      fc.property(anyFull, ([map, places]) => {
        const blocks = new Map(map.blocks)
        for (const [at, [x, y]] of places.entries()) blocks.set(`z${at}` as BlockId, placed(`z${at}`, 'value', x, y))
        const frames = placeLoose({ ...map, blocks })
        expect(frames.size).toBe(map.blocks.size)
        const fixed = [...blocks.values()].flatMap(({ frame }) => frame ?? [])
        const loose = boxesOf(frames)
        expect(overlaps(loose)).toBe(0)
        expect(loose.some((box) => fixed.some((other) => collide(box, other)))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('an import stands beside what is there, and keeps the arrangement it brings', () => {
    const existing = mapOf([placed('v', 'value', 0, 0)], [])
    const added = mapOf(
      [placed('n', 'value', 5_000, 5_000), placed('m', 'audience', 5_400, 5_000), block('o', 'proof')],
      [['o', 'n']],
    )
    const frames = layOutAdded(existing, added)
    const at = (id: string) => frames.get(id as BlockId)!
    expect(at('m').x - at('n').x).toBe(400)
    expect(overlaps([...frames.values(), existing.blocks.get('v' as BlockId)!.frame!])).toBe(0)
  })
})

describe('a card', () => {
  test('without words is a new one of its kind, with few words lower, never under the smallest, and grows with them', () => {
    for (const kind of BLOCK_KINDS) {
      expect(estimateCard(kind, '')).toEqual(DEFAULT_SIZES[kind])
      expect(estimateCard(kind, 'One word').h).toBeLessThan(DEFAULT_SIZES[kind].h)
      expect(estimateCard(kind, 'One word').h).toBeGreaterThanOrEqual(MIN_SIZE.h)
      expect(estimateCard(kind, 'many words '.repeat(60)).h).toBeGreaterThan(DEFAULT_SIZES[kind].h)
    }
  })

  test('has room for a footer where it has something to say there', () => {
    const plain = block('a', 'value', 'A person answers within the hour, at night too.')
    const told = { ...plain, tellings: new Map([['sales' as VoiceId, 'We pick up.']]) }
    expect(comfortableCard(told).h).toBeGreaterThan(comfortableCard(plain).h)
  })

  test('has room for a word that breaks nowhere, for ideographs and for emoji', () => {
    // 252 units beside the padding at 17 a character: 14 ideographs a line.
    expect(estimateCard('value', '文'.repeat(140)).h).toBeGreaterThanOrEqual(44 + 10 * 23 + 36)
    expect(estimateCard('value', 'm'.repeat(140)).h).toBeGreaterThanOrEqual(44 + 10 * 23 + 36)
    expect(estimateCard('value', '🧭'.repeat(100)).h).toBeGreaterThanOrEqual(44 + 8 * 23 + 36)
  })
})
