import {
  NOTHING_DECIDED,
  type Block,
  type BlockId,
  type EpochMs,
  type PositioningMap,
  type VoiceId,
} from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { copyOf, readCopy } from './copied-block.ts'
import { blockRecord } from './map-records.ts'

const sales = 'sales' as VoiceId
const MAP: PositioningMap = {
  title: '',
  subject: '',
  voices: [{ id: sales, name: 'Sales' }],
  blocks: new Map(),
  links: [],
  brief: NOTHING_DECIDED,
}
const FRAME = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }
const BLOCK: Block = {
  id: 'v' as BlockId,
  kind: 'value',
  statement: 'Stays cold for ten years',
  detail: 'One\nTwo',
  status: 'agreed',
  owner: 'Ruth',
  tags: ['cold'],
  fields: { alternative: 'A new one' },
  tellings: new Map([[sales, 'It lasts']]),
  agreed: { statement: 'Stays cold', at: '2026-03-12T10:00:00Z' },
  createdAt: 5 as EpochMs,
  frame: FRAME,
}
const shape = blockRecord(BLOCK, FRAME, { parentId: 'page:page', index: 'a1', h: 160 })

test('a copy says what its original says, as a draft', () => {
  const { id, frame, ...words } = BLOCK
  expect([id, frame]).toEqual(['v', FRAME])
  const copy = readCopy({ ...shape, meta: copyOf(BLOCK) }, MAP)
  expect(copy).toEqual({ ...words, status: 'draft', agreed: null, createdAt: 0 })
})

test('a shape without words is a new card', () => {
  expect(readCopy(shape, MAP)).toBeNull()
})

test('whatever a clipboard holds reads as a block', () => {
  for (const block of [null, 5, 'x', [], { statement: 5, tags: 'no', fields: [], tellings: { other: 'x' } }])
    expect(readCopy({ ...shape, meta: { block } }, MAP)).toMatchObject({
      statement: '',
      tags: [],
      fields: {},
      detail: '',
    })
})
