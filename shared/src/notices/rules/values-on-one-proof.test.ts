import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { valuesOnOneProof } from './values-on-one-proof.ts'

test('speaks of values that have one proof between them, and names it', () => {
  const map = buildMap({
    a: { kind: 'value', to: ['proof'] },
    b: { kind: 'value', to: ['proof'] },
    proof: { kind: 'proof', statement: 'No closure since 2019.' },
  })
  expect(valuesOnOneProof.find(map)).toEqual([
    {
      about: ['a', 'b', 'proof'],
      says: 'Two values rest on one proof alone.',
      why: 'It is “No closure since 2019”. If somebody doubts that, they all give way at once.',
    },
  ])
})

test('stays quiet when one of them has a second proof, and when each has its own', () => {
  const own = { kind: 'proof' } as const
  expect(
    valuesOnOneProof.find(
      buildMap({ a: { kind: 'value', to: ['p', 'q'] }, b: { kind: 'value', to: ['p'] }, p: own, q: own }),
    ),
  ).toEqual([])
  expect(
    valuesOnOneProof.find(
      buildMap({ a: { kind: 'value', to: ['p'] }, b: { kind: 'value', to: ['q'] }, p: own, q: own }),
    ),
  ).toEqual([])
})
