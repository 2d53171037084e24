import { expect, test } from 'vitest'
import { entryKey, isForReaders } from './entry-keys.ts'

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (key: string, held: Partial<typeof NONE> = {}) => entryKey({ ...NONE, key, ...held })

test('the arrows go from line to line, with Alt they move the block', () => {
  expect(press('ArrowDown')).toEqual({ is: 'go', to: 'next' })
  expect(press('ArrowDown', { altKey: true })).toEqual({ is: 'shift', by: 1 })
  expect(press('ArrowRight', { altKey: true })).toEqual({ is: 'hang' })
  expect(press('ArrowLeft', { altKey: true })).toEqual({ is: 'let-go' })
})

test('letters add beside the block, figures add a block by itself', () => {
  expect(press('P')).toEqual({ is: 'add', kind: 'proof', loose: false })
  expect(press('1')).toEqual({ is: 'add', kind: 'purpose', loose: true })
  expect(press('4')).toEqual({ is: 'add', kind: 'proof', loose: true })
  expect(press('5')).toBeNull()
})

test('what the browser and the page have keys for is left to them', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) expect(press('p', held)).toBeNull()
  for (const key of ['Tab', 'Escape', 'z', '?', ' ', 'toString']) expect(press(key)).toBeNull()
})

test('who does not edit may go, find, trace, open and, with the right link, comment', () => {
  const allowed = ['ArrowUp', 't', 'b', 'c', '/', 'p', 'Delete', 'l', 'Enter'].filter((key) => {
    const pressed = press(key)
    return pressed !== null && isForReaders(pressed)
  })
  expect(allowed).toEqual(['ArrowUp', 't', 'b', 'c', '/'])
})
