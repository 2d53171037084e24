import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { longStatement } from './long-statement.ts'

const find = (statement: string) => longStatement.find(buildMap({ it: { kind: 'value', statement } }))
const words = (count: number) => Array.from({ length: count }, () => 'bread').join(' ')

test('speaks from the 26th word on', () => {
  expect(find(words(26))).toEqual([{ about: ['it'], says: 'This takes 26 words to say.' }])
})

test('stays quiet up to 25; a hyphen makes no word more, and a dash is none', () => {
  expect(find(words(25))).toEqual([])
  expect(find(`${words(24)} – well-known`)).toEqual([])
  expect(find('')).toEqual([])
})

test('stays quiet where words are not set apart by spaces', () => {
  expect(find('数据采用多副本存储数据副本通过协议同步事务日志多数派写入成功事务才能提交'.repeat(3))).toEqual([])
})

test('leaves a customer’s words theirs: shortened, not reworded', () => {
  const more = { fields: { evidence: 'customer' } }
  const [found] = longStatement.find(buildMap({ it: { kind: 'proof', statement: words(30), with: more } }))
  expect(found?.could).toMatch(/^Keep the sentence of it/)
})
