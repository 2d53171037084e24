import { expect, test } from 'vitest'
import { buildMap } from '../../../test/build-map.ts'
import { proofWithoutSource } from './proof-without-source.ts'

test('speaks of each proof without a source, whoever says it', () => {
  const map = buildMap({ one: { kind: 'proof', with: { fields: { by: 'Ilse Brandt' } } }, two: { kind: 'proof' } })
  expect(proofWithoutSource.find(map)).toEqual([{ about: ['one'] }, { about: ['two'] }])
})

test('stays quiet once there is a source, and of other kinds', () => {
  const map = buildMap({
    one: { kind: 'proof', with: { fields: { source: 'Call of 3 April' } } },
    two: { kind: 'value' },
  })
  expect(proofWithoutSource.find(map)).toEqual([])
})
