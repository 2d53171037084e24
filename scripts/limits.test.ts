/** Every limit is in one file, and none is there without a test that goes to its edge. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS } from '../shared/src/schema/limits.ts'

const ROOT = join(import.meta.dirname, '..')

const TESTS = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts', '*.spec.ts'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && file !== 'scripts/limits.test.ts')
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))

test.each(Object.keys(LIMITS))('%s has a test that names it', (name) => {
  expect(TESTS.some((text) => new RegExp(`LIMITS\\.${name}\\b`).test(text))).toBe(true)
})
