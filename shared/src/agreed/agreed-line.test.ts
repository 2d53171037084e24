import { expect, it } from 'vitest'
import { buildMap } from '../../test/index.ts'
import { agreedLineOf } from './agreed-line.ts'

it('AL1, AL2: every block that was agreed on is in it once, by what has become of it, in the order of the argument', () => {
  const agreed = (statement: string, at = '2026-03-12T10:00:00Z') => ({ statement, at })
  const map = buildMap({
    nine: { kind: 'proof', statement: 'Ten of ten.', with: { status: 'agreed', agreed: agreed('Nine of ten.') } },
    open: { kind: 'value', statement: 'It is sure.' },
    fast: {
      kind: 'value',
      statement: 'It is fast.',
      with: { status: 'draft', agreed: agreed('It is fast.', '2026-03-14T10:00:00+02:00') },
    },
    why: {
      kind: 'purpose',
      statement: 'Nothing spoils.',
      with: { status: 'agreed', agreed: agreed('Nothing spoils.') },
    },
  })
  const { blocks, open, last } = agreedLineOf(map)
  expect(blocks.map(({ block, is }) => [block.id, is])).toEqual([
    ['why', 'as agreed'],
    ['fast', 'no longer agreed'],
    ['nine', 'reworded'],
  ])
  expect(open).toBe(1)
  expect(last).toBe('2026-03-14T10:00:00+02:00')
  expect(agreedLineOf(buildMap({ open: { kind: 'value' } }))).toEqual({ blocks: [], open: 1, unworded: 0, last: null })
  const brought = buildMap({ marked: { kind: 'value', with: { status: 'agreed' } }, open: { kind: 'value' } })
  expect(agreedLineOf(brought)).toMatchObject({ open: 1, unworded: 1 })
})
