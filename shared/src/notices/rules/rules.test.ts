import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../../test/index.ts'
import { findNotices, NOTICE_GROUPS, NOTICE_RULES } from '../index.ts'
import type { PositioningMap } from '../../schema/index.ts'

const TODAY = '2026-06-15'
const files = readdirSync(import.meta.dirname)
const ruleFiles = files.filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts')

test('every rule file is registered under its own name and has a test beside it', () => {
  expect(NOTICE_RULES.map((rule) => `${rule.id}.ts`).toSorted()).toEqual(ruleFiles.toSorted())
  expect(ruleFiles.filter((file) => !files.includes(file.replace('.ts', '.test.ts')))).toEqual([])
})

test('the ids of the contract are there', () => {
  expect(NOTICE_RULES.map((rule) => rule.id)).toEqual(
    expect.arrayContaining([
      'audience-without-value',
      'no-purpose',
      'proof-adrift',
      'proof-without-source',
      'purpose-without-value',
      'value-without-audience',
      'value-without-proof',
      'value-without-purpose',
    ]),
  )
})

test('the rules of a group stand together, in the order of the groups', () => {
  const groups = NOTICE_RULES.map((rule) => NOTICE_GROUPS.indexOf(rule.group))
  expect(groups).toEqual(groups.toSorted())
})

const LOUD = /!|please|oops|should|must|wrong|error|missing|fault|fail/i

test('no rule raises its voice', () => {
  for (const { says, why, could } of NOTICE_RULES) {
    expect(`${says} ${why} ${could}`).not.toMatch(LOUD)
    expect(says).toMatch(/^[A-Z].{1,60}\.$/)
  }
})

test('[NO1] [NO2] [NO3] on any map: no rule throws, each speaks of blocks that are there, at most once of each', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const notices = findNotices(map, TODAY)
      const keys = notices.map(({ rule, about }) => `${rule} ${about[0] ?? ''}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(notices.flatMap(({ about }) => about).filter((id) => !map.blocks.has(id))).toEqual([])
      for (const { about, says, why, could } of notices) {
        expect(new Set(about).size).toBe(about.length)
        expect(`${says}${why}${could}`.isWellFormed()).toBe(true)
      }
      expect(findNotices(structuredClone(map), TODAY)).toEqual(notices)
    }),
    { numRuns: 200 },
  )
})

/** The same map as somebody else may have read it: other objects, tellings and fields in another order. */
function reread(map: PositioningMap): PositioningMap {
  const blocks = [...map.blocks].map(([id, block]) => {
    const fields = Object.fromEntries(Object.entries(block.fields).toReversed())
    return [id, { ...block, fields, tellings: new Map([...block.tellings].toReversed()) }] as const
  })
  return { ...map, blocks: new Map(blocks), links: [...map.links] }
}

test('[NO1] the order in which a block was filled in makes no difference', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      expect(findNotices(reread(map), TODAY)).toEqual(findNotices(map, TODAY))
    }),
  )
})

test('a whole argument gives nothing to notice', () => {
  const map = buildMap({
    why: { kind: 'purpose', to: ['worth'], statement: 'We keep the small bridges of the town open.' },
    worth: { kind: 'value', to: ['them'], statement: 'You cross at night without asking.' },
    them: { kind: 'audience', statement: 'Bakers who start at three' },
    held: { kind: 'proof', to: ['worth'], statement: 'No closure since 2019.', with: { fields: { source: 'Log' } } },
  })
  expect(findNotices(map, TODAY)).toEqual([])
})
