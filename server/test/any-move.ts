/** Random commands from random people with random keys, at random times. */
import * as fc from 'fast-check'
import { PROGRAMMES } from '@throughline/shared/workshop'
import { FACILITATING, type Step } from '../src/workshop/rules/step.ts'
import { PEOPLE, type Move } from './watched-workshop.ts'
import { MINUTE } from './workshop-table.ts'

const PROMPTS = ['value', 'proof', 'who', 'worth', 'doubt', 'none']

const who = fc.constantFrom(...PEOPLE)
const anyone = (step: fc.Arbitrary<Step>) => fc.record({ is: fc.constant('tell' as const), who, step })
const plain = fc.constantFrom(
  ...FACILITATING.filter((type) => !['add-time', 'promote', 'bring', 'edit', 'end'].includes(type)),
)
const facilitating = plain.map((type) => ({ type }) as Step)
const programme = fc.constantFrom(...PROGRAMMES)

export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ is: fc.constant('tell' as const), who: fc.constant('ana'), step: facilitating }),
  },
  { weight: 4, arbitrary: anyone(fc.constantFrom<Step>({ type: 'next' }, { type: 'reveal' }, { type: 'close-vote' })) },
  { weight: 2, arbitrary: anyone(facilitating) },
  { weight: 1, arbitrary: anyone(fc.record({ type: fc.constantFrom('start', 'edit'), programme })) },
  { weight: 6, arbitrary: fc.constant({ is: 'tell', who: 'ana', step: { type: 'next' } } as const) },
  { weight: 1, arbitrary: anyone(fc.constant<Step>({ type: 'end' })) },
  { weight: 1, arbitrary: anyone(who.map((person) => ({ type: 'promote', person }))) },
  {
    weight: 1,
    arbitrary: anyone(fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }).map((ms) => ({ type: 'add-time', ms }))),
  },
  { weight: 1, arbitrary: anyone(fc.constantFrom('fast', 'nothing', null).map((about) => ({ type: 'bring', about }))) },
  { weight: 1, arbitrary: anyone(fc.boolean().map((up) => ({ type: 'hand', up }))) },
  {
    weight: 8,
    arbitrary: fc.record({
      is: fc.constant('write' as const),
      who,
      prompt: fc.constantFrom(...PROMPTS),
      empty: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('about' as const),
      who,
      type: fc.constantFrom('vote' as const, 'adopt' as const),
      nth: fc.nat(8),
      dots: fc.nat(4),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('pass' as const), ms: fc.integer({ min: -MINUTE, max: 30 * MINUTE }) }),
  },
)
