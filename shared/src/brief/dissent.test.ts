import { expect, test } from 'vitest'
import { buildMap } from '../../test/index.ts'
import type { BlockId, Decision, Decisions, EpochMs } from '../schema/index.ts'
import { composeBrief, renderHtml, renderMarkdown } from './index.ts'

const map = buildMap({
  care: { kind: 'value', statement: 'A person answers.', with: { status: 'agreed' } },
  bench: { kind: 'proof', to: ['care'], statement: 'Nine of ten.' },
  night: { kind: 'value', to: ['bench'], statement: 'At night, too.', with: { status: 'agreed' } },
})
const about = (block: string, wording: string, is: Decision['is'] = 'dissent'): Decision => ({
  ...{ is, block: block as BlockId, wording, author: 'Ben *', by: 'Ana', at: 1 as EpochMs, reason: '' },
})
const decided: Decisions = new Map([
  ['ben.1', about('care', 'A human <b>answers</b>.')],
  ['ben.2', about('bench', 'Eight of ten.')],
  ['ben.3', about('care', 'Never mind.', 'declined')],
  ['ben.4', about('gone', 'Of a block that is gone.')],
])
const STATE = { revision: 1, asOf: 0 as EpochMs }

function brief(dissent: boolean) {
  const made = composeBrief(map, { ...STATE, decided, dissent })
  if (!made.ok) throw new Error(made.why)
  return made.value
}

test('what was kept as dissent stands among what is open, each once, when it is asked for', () => {
  const open = brief(true).sections.flatMap(({ items }) => items.map((item) => [item.block, item.open]))
  expect(Object.fromEntries(open)).toEqual({
    care: 'Ben * would say: “A human <b>answers</b>.” Ben * would say, in place of “Nine of ten.”: “Eight of ten.”',
    night: '',
  })
  expect([brief(true).dissents, brief(false).dissents]).toEqual([2, 2])
  expect(JSON.stringify(brief(false))).not.toContain('would say')
})

test('in no form does it become markup', () => {
  const said = brief(true)
  expect(renderMarkdown(said)).toContain('Ben \\* would say: “A human \\<b\\>answers\\</b\\>.”')
  expect(renderHtml(said, { paper: 'a4' })).toContain('A human &lt;b&gt;answers&lt;/b&gt;.')
})
