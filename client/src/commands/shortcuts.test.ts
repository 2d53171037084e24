import { expect, test } from 'vitest'
import {
  CANVAS_SHORTCUTS,
  isWantedWhileWriting,
  PAGE_SHORTCUTS,
  shortcutKeys,
  shortcutOf,
  type Keys,
} from './shortcuts.ts'

const press = (key: string, more: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('1 to 4 take the four kinds in hand, in the order of the argument', () => {
  expect(['1', '2', '3', '4'].map((key) => shortcutOf(press(key)))).toEqual([
    'tool-purpose',
    'tool-value',
    'tool-audience',
    'tool-proof',
  ])
  for (const key of ['0', '5', 'a', ' ', 'Enter', '1.0']) expect(shortcutOf(press(key))).toBeNull()
})

test('undo and redo by either habit', () => {
  expect(shortcutOf(press('z', { ctrlKey: true }))).toBe('undo')
  expect(shortcutOf(press('Z', { metaKey: true, shiftKey: true }))).toBe('redo')
  expect(shortcutOf(press('y', { ctrlKey: true }))).toBe('redo')
  expect(shortcutOf(press('1', { ctrlKey: true }))).toBeNull()
})

test('finding, commands and the list of keys, with signs wherever they are on the keyboard', () => {
  expect(shortcutOf(press('k', { metaKey: true }))).toBe('palette')
  expect(shortcutOf(press('f', { ctrlKey: true }))).toBe('find')
  expect(shortcutOf(press('/', { shiftKey: true }))).toBe('find')
  expect(shortcutOf(press('?', { shiftKey: true }))).toBe('shortcuts')
  expect(shortcutOf(press('k', { ctrlKey: true, altKey: true }))).toBeNull()
})

test('a sentence keeps its letters: only what no letter opens is answered while somebody writes', () => {
  expect(PAGE_SHORTCUTS.filter(({ id }) => isWantedWhileWriting(id)).flatMap(({ keys }) => keys[0])).toEqual([
    'Mod K',
    'Mod F',
  ])
})

test('no key is listed twice, and each shortcut by one name', () => {
  const all = [...PAGE_SHORTCUTS, ...CANVAS_SHORTCUTS]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const keys = all.flatMap((shortcut) => [...shortcut.keys])
  expect(new Set(keys).size).toBe(keys.length)
  expect(shortcutKeys('undo')).toBe('Ctrl Z')
  expect(shortcutKeys('share')).toBe('')
})
