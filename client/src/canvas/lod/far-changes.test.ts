import type { Block, BlockId } from '@throughline/shared/schema'
import type { TLShape } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { changesBetween } from './far-changes.ts'
import type { FarContent } from './far-scene.ts'

const PAGE = 'page:page'
const card = (id: string, x = 0, parentId = PAGE) =>
  ({
    id: `shape:block-${id}`,
    type: 'block',
    x,
    y: 0,
    parentId,
    props: { w: 280, h: 160, kind: 'value' },
  }) as unknown as TLShape
const link = (from: string, to: string) =>
  ({
    id: `shape:link-${from}-${to}`,
    type: 'link',
    x: 0,
    y: 0,
    parentId: PAGE,
    props: { from, to },
  }) as unknown as TLShape
const frame = (x: number) =>
  ({ id: 'shape:frame', type: 'frame', x, y: 0, parentId: PAGE, props: {} }) as unknown as TLShape

const [A, B] = [card('a'), card('b', 400)]
const LINK = link('a', 'b')
const words = (statement: string) => ({ statement }) as Block
const BLOCKS = new Map([
  ['a' as BlockId, words('one')],
  ['b' as BlockId, words('two')],
])
const content = (part: Partial<FarContent>): FarContent => ({
  all: [A, B, LINK],
  line: null,
  toneOf: () => 'plain',
  editing: null,
  page: PAGE,
  blocks: BLOCKS,
  writers: new Map(),
  renewed: 0,
  ...part,
})
const ids = (changes: ReturnType<typeof changesBetween>) =>
  changes?.shapes.map(([was, is]) => [was?.id ?? null, is?.id ?? null])

describe('what changed of a far picture', () => {
  test('is nothing where only what is not drawn here has changed', () => {
    const drawn = { id: 'shape:x', type: 'draw', parentId: PAGE } as unknown as TLShape
    expect(ids(changesBetween(content({}), content({ all: [A, B, LINK, drawn] })))).toEqual([])
  })

  test('is the card whose words are others, who writes or is written in, and moves nothing', () => {
    const other = new Map([...BLOCKS, ['b' as BlockId, words('three')]])
    for (const part of [{ blocks: other }, { writers: new Map([['b' as BlockId, 2]]) }, { editing: B.id }]) {
      const changes = changesBetween(content({}), content(part))
      expect(ids(changes)).toEqual([[B.id, B.id]])
      expect(changes?.moved.size).toBe(0)
    }
  })

  test('is a card that has moved, come or gone, with the word that its links lead elsewhere', () => {
    const moved = changesBetween(content({}), content({ all: [A, card('b', 500), LINK] }))
    expect(ids(moved)).toEqual([[B.id, B.id]])
    expect(moved?.moved).toEqual(new Set(['b']))
    const gone = changesBetween(content({}), content({ all: [A] }))
    expect(ids(gone)).toEqual([
      [B.id, null],
      [LINK.id, null],
    ])
    expect(ids(changesBetween(content({ all: [A] }), content({})))).toEqual([
      [null, B.id],
      [null, LINK.id],
    ])
  })

  test('is a link that is pointed at', () => {
    const lit = content({ toneOf: () => 'lit' })
    expect(ids(changesBetween(content({}), lit))).toEqual([[LINK.id, LINK.id]])
  })

  test('is everything once a line is traced, a font arrives, or a frame moves that carries cards along', () => {
    for (const [before, now] of [
      [{}, { line: new Set<BlockId>() }],
      [{}, { renewed: 1 }],
      [{ all: [frame(0), card('a', 0, 'shape:frame')] }, { all: [frame(9), card('a', 0, 'shape:frame')] }],
      [{ all: [card('a', 0, 'shape:frame')] }, { all: [card('a', 5, 'shape:frame')] }],
    ] as const)
      expect(changesBetween(content(before), content(now))).toBeNull()
  })
})
