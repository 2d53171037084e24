import { expect, test } from 'vitest'
import type { MapId } from '@throughline/shared/schema'
import { bindingsOf, isDrawing, mergeDrawing, readDrawing, type DrawingRecord } from './drawing-records.ts'

const map = 'm1' as MapId
const line: DrawingRecord = {
  type: 'geo',
  x: 0,
  y: 0,
  rotation: 0,
  index: 'a1',
  parentId: '',
  isLocked: false,
  opacity: 1,
  props: { color: 'grey', w: 10 },
}

test('what is no drawing reads as nothing, whatever a peer has pushed', () => {
  for (const value of [
    null,
    5,
    'x',
    [],
    {},
    { type: 'image', props: {} },
    { type: 'image', props: { assetId: 'asset:x' }, picture: { src: 'https://elsewhere.example/x.png', w: 1, h: 1 } },
    { type: 'geo' },
    { type: 'block', props: {} },
  ])
    expect(readDrawing(value, map)).toBeNull()
})

test('places out of this world are brought back, and a broken index becomes a sound one', () => {
  const read = readDrawing({ type: 'geo', x: 1e300, y: Number.NaN, index: 'zzV', opacity: 0, props: {} }, map)
  expect(read).toMatchObject({ x: 1_000_000, y: 0, index: 'a1', opacity: 0.1, parentId: '', isLocked: false })
})

test('only fields that it knows come through', () => {
  expect(readDrawing({ ...line, meta: { x: 1 }, evil: true }, map)).toEqual(line)
})

test('a move here and a colour there are both kept', () => {
  const moved = { ...line, x: 40 }
  const coloured = { ...line, props: { ...line.props, color: 'red' } }
  expect(mergeDrawing(coloured, line, moved)).toEqual({ ...line, x: 40, props: { color: 'red', w: 10 } })
})

test('a tie has the same id for everyone', () => {
  const arrow = { ...line, type: 'arrow', ties: [{ toId: 'shape:block-a', props: { terminal: 'end' } }] }
  expect(bindingsOf('shape:x1', arrow).map(({ id, fromId, toId }) => [id, fromId, toId])).toEqual([
    ['binding:x1-end', 'shape:x1', 'shape:block-a'],
  ])
})

test('films and embedded pages are no drawing', () => {
  expect(['video', 'embed', 'bookmark'].some((type) => isDrawing({ type }))).toBe(false)
})
