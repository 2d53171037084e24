import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { valuesAlike } from './values-alike.ts'

const find = (...statements: readonly string[]) =>
  valuesAlike.find(
    buildMap(Object.fromEntries(statements.map((statement, n) => [`v${n}`, { kind: 'value' as const, statement }]))),
  )

test('speaks once of values that say one thing in other order', () => {
  const found = find(
    'Bread that is warm at the door when you come home.',
    'It is open to bicycles.',
    'When you come home, the bread at the door is warm.',
  )
  expect(found).toEqual([
    {
      about: ['v0', 'v2'],
      why: '“When you come home, the bread at the door is warm” says nearly the same. Two that sound alike are heard as one, said twice.',
    },
  ])
})

test('puts three that are alike into one notice', () => {
  const statement = 'The bread is warm at the door.'
  expect(find(statement, statement, `${statement}!`)).toMatchObject([{ about: ['v0', 'v1', 'v2'] }])
})

test('speaks of Chinese as well, where words have no spaces', () => {
  expect(find('数据库可以在线水平扩展', '数据库在线水平扩展')).toMatchObject([{ about: ['v0', 'v1'] }])
})

test.each([
  ['The bread is warm at the door.', 'The bread is cold in the shop.'],
  ['It is open.', 'It is open.'],
  ['实时 HTAP', '云原生的分布式数据库'],
  ['', ''],
])('stays quiet about “%s” and “%s”', (one, other) => expect(find(one, other)).toEqual([]))
