import {
  relationOf,
  type Block,
  type BlockId,
  type BlockKind,
  type LinkId,
  type PositioningMap,
} from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { outlineTree, type OutlineItem } from './outline-tree.ts'

const KINDS: Record<string, BlockKind> = { p: 'purpose', v: 'value', a: 'audience', e: 'proof' }

/** Names say the kind by their first letter; blocks lie below each other in the order given. */
function mapOf(names: readonly string[], links: readonly (readonly [string, string])[]): PositioningMap {
  const blocks = names.map((name, at): Block => {
    const kind = KINDS[name.charAt(0)] ?? 'value'
    const frame = { x: 0, y: at * 200, w: 280, h: 160, index: 'a1', parentId: '' }
    const empty = {
      detail: '',
      status: 'draft',
      owner: '',
      tags: [],
      fields: {},
      tellings: new Map(),
      agreed: null,
    } as const
    return { id: name as BlockId, kind, statement: name, ...empty, createdAt: 0 as Block['createdAt'], frame }
  })
  const byId = new Map(blocks.map((block) => [block.id, block]))
  return {
    title: '',
    subject: '',
    voices: [],
    blocks: byId,
    links: links.map(([from, to], at) => ({
      id: `l${at}` as LinkId,
      from: from as BlockId,
      to: to as BlockId,
      relation: relationOf(KINDS[from.charAt(0)]!, KINDS[to.charAt(0)]!),
    })),
  }
}

const say = ({ block, again, items }: OutlineItem): string =>
  `${block.id}${again ? '*' : ''}${items.length === 0 ? '' : `(${items.map(say).join(' ')})`}`

test('[OT1] reads from purpose to value to audience and proof; the rest hangs loose', () => {
  const { argument, loose } = outlineTree(
    mapOf(
      ['p', 'v1', 'v2', 'a', 'e1', 'v3', 'e2'],
      [
        ['p', 'v2'],
        ['p', 'v1'],
        ['v1', 'a'],
        ['e1', 'v1'],
        ['e2', 'v3'],
      ],
    ),
  )
  expect(argument.map(say)).toEqual(['p(v1(a e1) v2)'])
  expect(loose.map(say)).toEqual(['v3(e2)'])
})

test('[OT2] a block reached twice stands in full once', () => {
  const { argument } = outlineTree(
    mapOf(
      ['p1', 'p2', 'v', 'a'],
      [
        ['p1', 'v'],
        ['p2', 'v'],
        ['v', 'a'],
      ],
    ),
  )
  expect(argument.map(say)).toEqual(['p1(v(a))', 'p2(v*)'])
})

test('blocks that merely relate are said in words, in both directions', () => {
  const { loose } = outlineTree(mapOf(['a1', 'a2'], [['a1', 'a2']]))
  expect(loose.map(({ relatesTo }) => relatesTo.map(({ id }) => id))).toEqual([['a2'], ['a1']])
})
