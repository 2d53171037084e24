import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { valueWithoutProof } from './value-without-proof.ts'

test('speaks of each value that no proof is linked with', () => {
  const map = buildMap({
    one: { kind: 'value' },
    two: { kind: 'value', to: ['one', 'other'] },
    held: { kind: 'value', to: ['proof'] },
    proof: { kind: 'proof' },
    other: { kind: 'purpose' },
  })
  expect(valueWithoutProof.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once any proof is linked, whichever way the link was drawn', () => {
  expect(valueWithoutProof.find(buildMap({ it: { kind: 'value', to: ['proof'] }, proof: { kind: 'proof' } }))).toEqual(
    [],
  )
  expect(valueWithoutProof.find(buildMap({ it: { kind: 'value' }, proof: { kind: 'proof', to: ['it'] } }))).toEqual([])
})

test('stays quiet on a map without values', () => {
  expect(valueWithoutProof.find(buildMap({ lone: { kind: 'proof' } }))).toEqual([])
})

test('says who would have to take our word when the value serves an audience that is next', () => {
  const teams = { kind: 'audience', statement: 'Vaccination teams on the road.' } as const
  const next = buildMap({
    it: { kind: 'value', to: ['teams'] },
    teams: { ...teams, with: { fields: { reach: 'next' } } },
  })
  expect(valueWithoutProof.find(next)[0]?.why).toMatch(
    / It serves “Vaccination teams on the road”, where nobody knows you yet\.$/,
  )
  const known = buildMap({
    it: { kind: 'value', to: ['teams'] },
    teams: { ...teams, with: { fields: { reach: 'known' } } },
  })
  expect(valueWithoutProof.find(known)).toEqual([{ about: ['it'] }])
})
