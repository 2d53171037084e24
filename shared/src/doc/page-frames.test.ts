import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BlockId, EpochMs } from '../schema/index.ts'
import { addBlock, draw, openMapDoc, pageFramesOf, readMap } from './index.ts'

const A = 'a' as BlockId

function framed(records: ReadonlyMap<string, unknown>) {
  const map = openMapDoc(new Y.Doc())
  draw(map, records)
  const frame = { x: 10, y: 20, w: 280, h: 160, index: 'a1', parentId: 'shape:inner' }
  addBlock(map, { kind: 'value', frame }, 0 as EpochMs, A)
  return pageFramesOf(map, readMap(map).map).get(A)
}

test('a block on a frame in a frame stands where both of them put it', () => {
  const outer = { x: 100, y: 200, rotation: 0, parentId: '' }
  const inner = { x: 1_000, y: 2_000, rotation: 0, parentId: 'shape:outer' }
  const records = new Map<string, unknown>([
    ['shape:outer', outer],
    ['shape:inner', inner],
  ])
  expect(framed(records)).toEqual({ x: 1_110, y: 2_220, w: 280, h: 160 })
})

test('a turned group turns the place of what lies on it', () => {
  const place = framed(new Map([['shape:inner', { x: 100, y: 100, rotation: Math.PI / 2, parentId: 'page:page' }]]))
  expect(place?.x).toBeCloseTo(80)
  expect(place?.y).toBeCloseTo(110)
})

test('a frame that is gone counts as the page, and a cycle comes to an end', () => {
  expect(framed(new Map())).toEqual({ x: 10, y: 20, w: 280, h: 160 })
  expect(framed(new Map([['shape:inner', { x: 0, y: 0, parentId: 'shape:inner' }]]))).toMatchObject({ x: 10, y: 20 })
})
