import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EpochMs } from '../../schema/index.ts'
import { SAMPLE_MINUTES as SAMPLE } from '../../../test/sample-minutes.ts'
import { composeMinutes, minutesMarkdown, type MinutesSource } from './index.ts'

const markdown = (more: Partial<MinutesSource> = {}) => minutesMarkdown(composeMinutes({ ...SAMPLE, ...more }))
/** What stands below a heading. */
const below = (text: string, heading: string) =>
  text.split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0]?.split('\n\n---')[0]

test('says who was there, and counts those who gave no name', () => {
  expect(below(markdown(), 'Who was there')).toBe(
    '- Ana Lindqvist — Leadership, facilitated\n- Ben — Sales\n- Cleo — Product\n- Dilan\n\n1 person gave no name.',
  )
})

test('says how long it took, over days, too, and that it still runs', () => {
  expect(markdown()).toContain('Everyone writes it down. From 09:03 to 09:51 UTC, 48 minutes.')
  const later = (SAMPLE.startedAt + 5 * 24 * 3_600_000) as EpochMs
  expect(markdown({ endedAt: later })).toContain('From 09:03 to 27 November 2026, 09:03 UTC, 5 days.')
  expect(markdown({ endedAt: null })).toContain('Began at 09:03 UTC and is still running.')
  expect(below(markdown({ endedAt: null }), 'What is open')).not.toContain('programme')
})

test('says what was written by question and voice, what became of it, and of what was not revealed how much it is', () => {
  const written = below(markdown({ lost: 2 }), 'What was written')
  expect(written).toContain('**Leadership**\n\n- So that no crew has to guess what the sea will do next. — adopted')
  expect(written).toContain('could be read')
  expect(written).toContain('in which situation?\n\n4 people wrote. It was not revealed.')
  expect(written).toMatch(/It was not revealed\.\n\n2 private answers that were not revealed are no longer kept\.$/)
  expect(below(markdown(), 'What was written')).toMatch(/Nobody wrote\.$/)
  expect(written).toContain('\\*with\\* its reason \\<beside\\> it')
})

test('counts votes from most to fewest, and does not count one that is open', () => {
  const votes = below(markdown(), 'Votes')
  expect(votes?.match(/^\| \d+/gm)).toEqual(['| 7', '| 3', '| 3'])
  expect(votes).toContain('5 people voted, with 3 dots each; who for what, nobody can know. 1 of 4 got none.')
  expect(votes).toMatch(/\(again\)\n\nThe vote is not closed/)
})

test('says a decision once, with what it was before and what it reads now; dissent in its own words', () => {
  expect(below(markdown(), 'Decisions')).toBe(
    '- No crew has to guess. — Agreed at 09:44 UTC with Ana Lindqvist, Ben and Cleo. ' +
      'Before that: “No crew has to guess what the sea will do.”\n' +
      '- Two days a month. — Agreed at 09:47 UTC with Ben. Reads “Two days a month, every month.” now.',
  )
  expect(below(markdown(), 'Seen differently')).toContain('In summer nobody would notice. — Cleo, on “Two days a month')
})

test('says what is open', () => {
  expect(below(markdown(), 'What is open')?.split('\n')).toEqual([
    '- 1 block that somebody sees differently.',
    '- 1 question whose answers were not revealed.',
    '- 1 vote not closed.',
    '- 6 revealed answers that nobody has adopted.',
    '- 1 stage of the programme not reached.',
    '',
    '**On the map, as it is now**',
    '',
    '- Two days a month, every month. — This value has no proof.',
  ])
})

test('[MN3] has every section of a workshop in which nothing happened', () => {
  const nothing = { prompts: [], votes: [], decisions: [], dissents: [], open: [], reached: 5 }
  const { sections } = composeMinutes({ ...SAMPLE, ...nothing })
  expect(sections.map(({ heading, parts }) => [heading, parts.length > 0])).toEqual(
    ['Who was there', 'Programme', 'What was written', 'Votes', 'Decisions', 'Seen differently', 'What is open'].map(
      (heading) => [heading, true],
    ),
  )
})

test('what people write is never a heading, a list or a row of its own', () => {
  const shape = (text: string) => text.split('\n').filter((line) => /^(#|- |\d+\. |\||\*\*)/.test(line)).length
  const withText = (text: string) => {
    const [first, ...rest] = SAMPLE.prompts
    const telling = { voice: 'Sales', text, name: text, adopted: false, late: false }
    return markdown({ title: text, prompts: [{ ...first!, tellings: [telling] }, ...rest] })
  }
  const plain = shape(withText('plain'))
  fc.assert(
    fc.property(fc.array(fc.constantFrom('#', '|', '\n', '- ', '**', '1.', '`', 'a', ' ', '>')), (bits) => {
      expect(shape(withText(`a${bits.join('')}`))).toBe(plain)
    }),
  )
})
