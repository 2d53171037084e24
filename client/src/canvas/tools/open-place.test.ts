import {
  type Block,
  type BlockId,
  type BlockKind,
  type Link,
  type LinkId,
  type PositioningMap,
} from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { openPlaceOn } from './open-place.ts'

const id = (name: string) => name as BlockId

function mapOf(blocks: Readonly<Record<string, BlockKind>>, links: readonly (readonly [string, string])[] = []) {
  const all = Object.entries(blocks).map(
    ([name, kind]) => [id(name), { id: id(name), kind, statement: 'Said' } as Block] as const,
  )
  return {
    blocks: new Map(all),
    links: links.map(
      ([from, to], at) => ({ id: `l${at}` as LinkId, from: id(from), to: id(to), relation: 'relates' }) as Link,
    ),
  } as unknown as PositioningMap
}

test('[OP1] an empty map waits for its purpose, a lone purpose for what it is worth', () => {
  expect(openPlaceOn(mapOf({}), [])).toEqual({ kind: 'purpose', beside: null })
  expect(openPlaceOn(mapOf({ why: 'purpose' }), [])).toEqual({ kind: 'value', beside: { block: 'why', side: 'right' } })
  expect(openPlaceOn(mapOf({ why: 'purpose', worth: 'value' }), [])).toBeNull()
})

test('[OP2] a selected value that nothing holds up waits for a proof', () => {
  const bare = mapOf({ why: 'purpose', worth: 'value' }, [['why', 'worth']])
  expect(openPlaceOn(bare, [id('worth')])).toEqual({ kind: 'proof', beside: { block: 'worth', side: 'bottom' } })
  expect(openPlaceOn(bare, [id('why'), id('worth')])).toBeNull()
  const held = mapOf({ worth: 'value', held: 'proof' }, [['held', 'worth']])
  expect(openPlaceOn(held, [id('worth')])).toBeNull()
})
