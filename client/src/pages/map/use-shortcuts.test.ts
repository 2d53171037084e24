// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { isWriting } from './use-shortcuts.ts'

test('a field one writes in keeps its keys', () => {
  document.body.innerHTML = '<input><button></button><div contenteditable="true"><p></p></div>'
  expect(isWriting(document.querySelector('input'))).toBe(true)
  expect(isWriting(document.querySelector('p'))).toBe(true)
  expect(isWriting(document.querySelector('button'))).toBe(false)
})
