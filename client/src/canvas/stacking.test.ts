import { expect, test } from 'vitest'
import { stack, type Stacked } from './stacking.ts'

const records = (...list: Stacked[]) => new Map(list.map((record) => [record.id, record]))
const group = (id: string, parentId: string, index = 'a1'): Stacked => ({ id, type: 'group', parentId, index })
const card = (id: string, parentId: string, index: string): Stacked => ({ id, type: 'block', parentId, index })

test('sound records come back as they are, parents first', () => {
  const child = card('a', 'g', 'a1')
  const parent = group('g', 'page')
  const placed = stack(records(child, parent), 'page')
  expect(placed.map(({ id }) => id)).toEqual(['g', 'a'])
  expect(placed).toContain(child)
  expect(placed).toContain(parent)
})

test('a circle of parents is opened at the page, the same way whatever the order', () => {
  const circle = [group('x', 'z'), group('y', 'x'), group('z', 'y')]
  const one = stack(records(...circle), 'page')
  const other = stack(records(...circle.toReversed()), 'page')
  expect(one.length).toBe(3)
  expect(one.some(({ parentId }) => parentId === 'page')).toBe(true)
  expect(other).toEqual(one)
})

test('what lies on nothing, on itself or on a card lies on the page', () => {
  const placed = stack(records(card('a', 'gone', 'a1'), card('b', 'b', 'a2'), card('c', 'a', 'a3')), 'page')
  expect(placed.map(({ parentId }) => parentId)).toEqual(['page', 'page', 'page'])
})

test('siblings never share an index, and keep their order', () => {
  const placed = stack(
    records(card('a', 'page', 'a1'), card('b', 'page', 'a1'), card('c', 'page', 'a1'), card('d', 'page', 'a2')),
    'page',
  )
  const indexes = placed.map(({ index }) => index)
  expect(new Set(indexes).size).toBe(4)
  expect(indexes.toSorted()).toEqual(indexes)
  expect(placed.at(-1)?.index).toBe('a2')
})
