import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../../test/index.ts'
import { findNotices, NOTICE_RULES } from '../index.ts'

const files = readdirSync(import.meta.dirname)
const ruleFiles = files.filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts')

test('every rule file is registered under its own name and has a test beside it', () => {
  expect(NOTICE_RULES.map((rule) => `${rule.id}.ts`).toSorted()).toEqual(ruleFiles.toSorted())
  expect(ruleFiles.filter((file) => !files.includes(file.replace('.ts', '.test.ts')))).toEqual([])
})

test('the ids are those of the contract', () => {
  expect(NOTICE_RULES.map((rule) => rule.id).toSorted()).toEqual([
    'audience-without-value',
    'no-purpose',
    'proof-adrift',
    'proof-without-source',
    'purpose-without-value',
    'value-without-audience',
    'value-without-proof',
    'value-without-purpose',
  ])
})

test('no rule raises its voice', () => {
  for (const { says, why, could } of NOTICE_RULES) {
    expect(`${says} ${why} ${could}`).not.toMatch(/!|please|oops|should|must|wrong|error|missing|fault/i)
    expect(says).toMatch(/^[A-Z].{1,60}\.$/)
  }
})

test('[NO1] [NO2] rules speak of blocks that are there, at most once of each, the same for everyone', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const notices = findNotices(map)
      const keys = notices.map(({ rule, about }) => `${rule} ${about[0] ?? ''}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(notices.flatMap(({ about }) => about).filter((id) => !map.blocks.has(id))).toEqual([])
      expect(findNotices(structuredClone(map))).toEqual(notices)
    }),
  )
})

test('a whole argument gives nothing to notice', () => {
  const map = buildMap({
    why: { kind: 'purpose', to: ['worth'] },
    worth: { kind: 'value', to: ['them'] },
    them: { kind: 'audience' },
    held: { kind: 'proof', to: ['worth'], with: { fields: { source: 'https://example.org' } } },
  })
  expect(findNotices(map)).toEqual([])
})
