/** A workshop as it may go: three voices, one question not revealed, a vote, two decisions, a dissent. */
import type { EpochMs } from '../src/schema/index.ts'
import { PROGRAMMES } from '../src/workshop/index.ts'
import type { MinutesSource } from '../src/workshop/minutes/index.ts'

const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`) as EpochMs
const telling = (voice: string | null, text: string, more = {}) => ({
  ...{ voice, text, name: '', adopted: false, late: false },
  ...more,
})

export const SAMPLE_MINUTES: MinutesSource = {
  title: 'Vardeholm',
  startedAt: at('09:03'),
  endedAt: at('09:51'),
  asOf: at('10:20'),
  programme: PROGRAMMES[0]!,
  reached: 4,
  people: [
    { name: 'Ana Lindqvist', voice: 'Leadership', facilitator: true },
    { name: 'Ben', voice: 'Sales', facilitator: false },
    { name: 'Cleo', voice: 'Product', facilitator: false },
    { name: 'Dilan', voice: null, facilitator: false },
    { name: '', voice: null, facilitator: false },
  ],
  prompts: [
    {
      text: 'Why do we exist? What do we want to be true?',
      block: '',
      written: 4,
      tellings: [
        telling('Leadership', 'So that no crew has to guess what the sea will do next.', { adopted: true }),
        telling(
          'Sales',
          'We sell the most reliable forecast on the coast, and we answer the phone at three in the morning.',
        ),
        telling(
          'Product',
          'To turn measurements nobody looks at into a decision that somebody can take before lunch.',
          { late: true },
        ),
        telling(null, 'Safety. Everything else follows from it.'),
      ],
    },
    {
      text: 'What is it worth to them?',
      block: '',
      written: 3,
      tellings: [
        telling('Sales', 'Two days a month that a vessel does not lie idle.'),
        telling('Sales', 'They stop paying three suppliers for three answers that contradict each other.'),
        telling('Product', 'One number they trust, *with* its reason <beside> it.'),
      ],
    },
    { text: 'Who is it for, and in which situation?', block: '', written: 4, tellings: null },
    { text: 'Why should anyone believe it?', block: 'Two days a month', written: 0, tellings: null },
  ],
  lost: 0,
  votes: [
    {
      stage: 3,
      dots: 3,
      result: {
        voters: 5,
        counts: [
          { text: 'Two days a month that a vessel does not lie idle.', dots: 3 },
          { text: 'So that no crew has to guess what the sea will do next.', dots: 7 },
          { text: 'Safety. Everything else follows from it.', dots: 0 },
          { text: 'One number they trust, with its reason beside it.', dots: 3 },
        ],
      },
    },
    { stage: 3, dots: 1, result: null },
  ],
  decisions: [
    {
      block: 'p',
      statement: 'No crew has to guess.',
      text: 'No crew has to guess.',
      by: 'Ana Lindqvist',
      at: at('09:44'),
      there: ['Ana Lindqvist', 'Ben', 'Cleo'],
    },
    {
      block: 'v',
      statement: 'Two days a month, every month.',
      text: 'Two days a month.',
      by: 'Ben',
      at: at('09:47'),
      there: ['Ben'],
    },
    {
      block: 'p',
      statement: 'No crew has to guess.',
      text: 'No crew has to guess what the sea will do.',
      by: 'Ana Lindqvist',
      at: at('09:40'),
      there: ['Ana Lindqvist', 'Ben'],
    },
  ].toSorted((a, b) => a.at - b.at),
  dissents: [
    {
      block: 'v',
      statement: 'Two days a month, every month.',
      text: 'It is two days in winter. In summer nobody would notice.',
      by: 'Cleo',
      at: at('09:48'),
      there: ['Ben'],
    },
  ],
  open: [{ text: 'Two days a month, every month.', aside: 'This value has no proof.' }],
}
