// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { isWriting, shortcutOf, type Keys } from './use-shortcuts.ts'

const press = (key: string, more: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('1 to 4 take the four kinds in hand, in the order of the argument', () => {
  expect(['1', '2', '3', '4'].map((key) => shortcutOf(press(key)))).toEqual(
    ['purpose', 'value', 'audience', 'proof'].map((tool) => ({ is: 'tool', tool })),
  )
  for (const key of ['0', '5', 'a', ' ', 'Enter', '1.0']) expect(shortcutOf(press(key))).toBeNull()
})

test('undo and redo by either habit', () => {
  expect(shortcutOf(press('z', { ctrlKey: true }))).toEqual({ is: 'undo' })
  expect(shortcutOf(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ is: 'redo' })
  expect(shortcutOf(press('y', { ctrlKey: true }))).toEqual({ is: 'redo' })
  expect(shortcutOf(press('1', { ctrlKey: true }))).toBeNull()
})

test('a field one writes in keeps its keys', () => {
  document.body.innerHTML = '<input><button></button><div contenteditable="true"><p></p></div>'
  expect(isWriting(document.querySelector('input'))).toBe(true)
  expect(isWriting(document.querySelector('p'))).toBe(true)
  expect(isWriting(document.querySelector('button'))).toBe(false)
})
