import { DEFAULT_SIZES, type Frame } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { placeNew } from './place-new.ts'

const purpose: Frame = { x: 0, y: 0, ...DEFAULT_SIZES.purpose }

test('the first block of a map begins at its origin', () => {
  expect(placeNew('purpose', null, [])).toEqual(purpose)
})

test('a value stands to the right of its purpose, the next one below that', () => {
  const first = placeNew('value', purpose, [purpose])
  expect(first).toMatchObject({ x: 450, y: 0 })
  expect(placeNew('value', purpose, [purpose, first])).toMatchObject({ x: 450, y: 204 })
})

test('a proof stands below what it holds', () => {
  expect(placeNew('proof', purpose, [purpose])).toMatchObject({ x: 0, y: 250 })
})

test('what hangs on nothing stands below everything, at the left', () => {
  expect(placeNew('audience', null, [purpose, { ...purpose, y: 500 }])).toMatchObject({ x: 0, y: 750 })
})
