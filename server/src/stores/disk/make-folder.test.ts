import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-folder-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('makes it and those above it, for the owner alone, and again without complaint', () => {
  const deep = join(root, 'one', 'two', 'three')
  makeFolder(deep)
  makeFolder(deep)
  for (const folder of [deep, join(root, 'one')]) expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('fails where a file is in the way', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/)
  expect(() => makeFolder(join(root, 'file', 'below'))).toThrow(/ENOTDIR/)
})
