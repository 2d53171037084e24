import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { proofAdrift } from './proof-adrift.ts'

test('speaks of each proof that is linked with nothing', () => {
  const map = buildMap({
    held: { kind: 'proof', to: ['fast'] },
    one: { kind: 'proof' },
    two: { kind: 'proof' },
    fast: { kind: 'value' },
  })
  expect(proofAdrift.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet when the proof is linked with anything: a value, a purpose, another proof', () => {
  const map = buildMap({
    a: { kind: 'proof', to: ['why'] },
    b: { kind: 'proof', to: ['c'] },
    c: { kind: 'proof' },
    why: { kind: 'purpose' },
    lone: { kind: 'value' },
  })
  expect(proofAdrift.find(map)).toEqual([])
})
