import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hear, viewOf, type WorkshopNews } from './parts.ts'

const WHOLE: WorkshopNews = {
  seq: 1,
  now: 1_000_000,
  stage: null,
  course: { state: 'none', run: null, title: 'first', voices: [], programme: null },
  asked: [{ id: 'q', text: 'Why?', kind: null, tellings: null }],
  voting: null,
  people: [],
  numbers: { written: [0], voted: 0 },
  own: { me: { person: 'ben', facilitator: false }, join: null, written: [''], vote: null },
}

const course = (title: string): NonNullable<WorkshopNews['course']> => ({ ...WHOLE.course!, title })
test('what is not said stays as it was, and a prompt is known by its id', () => {
  const first = hear(null, WHOLE)
  const numbers = { written: [3], voted: 0 }
  const next = hear(first, { seq: 2, now: 1_000_001, stage: null, numbers, asked: ['q'] })!
  const view = viewOf(next.parts, next.moment)
  expect(view.prompts).toEqual([{ id: 'q', text: 'Why?', kind: null, tellings: null, written: 3, mine: '' }])
  expect([view.title, view.now]).toEqual(['first', 1_000_001])
})

test('what cannot be understood without what came before is asked for, and not guessed', () => {
  expect(hear(null, { seq: 2, now: 1, stage: null, numbers: { written: [], voted: 0 } })).toBeNull()
  expect(hear(null, { ...WHOLE, asked: ['q'] })).toBeNull()
  expect(hear(hear(null, WHOLE), { seq: 2, now: 1_000_001, stage: null, asked: ['another'] })).toBeNull()
})

test('messages that overtake each other leave the youngest of each part, in whatever order they come, also while a clock runs backwards', () => {
  const news = fc.record(
    { course: fc.string().map(course), numbers: fc.nat().map((voted) => ({ written: [voted], voted })) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(news, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (said, order) => {
      const messages = said.map((one, at): WorkshopNews => ({ seq: 2 + at, now: WHOLE.now - at, stage: null, ...one }))
      const mixed = messages
        .map((one) => [order.next().value, one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one)
      const listen = (all: readonly WorkshopNews[]) => all.reduce(hear, hear(null, WHOLE))
      expect(listen(mixed)).toEqual(listen(messages))
    }),
  )
})
