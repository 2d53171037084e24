import { noticesAnswer } from '@throughline/shared/protocol'
import { printOf } from '@throughline/shared/notices'
import type { BlockId, EpochMs } from '@throughline/shared/schema'
import { buildMap } from '@throughline/shared/test'
import { expect, test } from 'vitest'
import { presentNotices } from './present-notices.ts'

const map = buildMap({ prize: { kind: 'proof', statement: 'Shortlisted in 2026.' } })
const prize = 'prize' as BlockId

test('what the team has left stands apart from what is open, with its reason', () => {
  const at = 1_000 as EpochMs
  const dismissal = { print: printOf(map, [prize]), reason: 'We enter in autumn.', by: 'Ruth', at }
  const answer = presentNotices(
    { map, ignored: [], decided: new Map(), dismissed: new Map([['proof-adrift prize', dismissal]]) },
    '2026-06-15',
  )
  expect(answer.notices.map(({ rule }) => rule)).toEqual(['no-purpose', 'proof-without-source'])
  expect(answer.dismissed).toMatchObject([
    { rule: 'proof-adrift', about: ['prize'], reason: 'We enter in autumn.', by: 'Ruth', at: 1_000 },
  ])
  expect(noticesAnswer.parse(answer)).toEqual(answer)
})

test('what was left is open again once its block says something else', () => {
  const dismissal = { print: 'of other words', reason: 'We enter in autumn.', by: 'Ruth', at: 0 as EpochMs }
  const answer = presentNotices(
    { map, ignored: [], decided: new Map(), dismissed: new Map([['proof-adrift prize', dismissal]]) },
    '2026-06-15',
  )
  expect(answer.notices.map(({ rule }) => rule)).toContain('proof-adrift')
  expect(answer.dismissed).toEqual([])
})
