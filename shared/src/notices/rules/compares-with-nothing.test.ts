import { expect, test } from 'vitest'
import { buildMap, type BlockSketch } from '../../../test/build-map.ts'
import { comparesWithNothing } from './compares-with-nothing.ts'

const find = (statement: string, more: BlockSketch['with'] = {}) =>
  comparesWithNothing.find(
    buildMap({
      why: { kind: 'purpose', statement: 'We keep the small bridges of the town open.' },
      it: { kind: 'value', statement, with: more },
    }),
  )

test.each([
  ['Faster onboarding', 'Faster'],
  ['Our script is 45x smaller.', 'Smaller'],
  ['Do more with less.', 'More'],
  ['Das Brot ist schneller fertig und nicht mehr kalt.', 'Schneller'],
])('speaks of “%s”', (statement, word) =>
  expect(find(statement)).toEqual([{ about: ['it'], says: `“${word}” compares, and nothing says with what.` }]),
)

test.each([
  'Twice as fast, and cheaper than gas.',
  'Fewer alarms instead of a louder bell.',
  'No more waiting at the bridge.',
  'A person answers the alarm first.',
  'Das Brot ist nicht mehr kalt, wenn es kommt.',
  'Ein schneller Start für die Bäcker der Stadt.',
  '更快',
  '',
])('stays quiet about “%s”', (statement) => expect(find(statement)).toEqual([]))

test('stays quiet once the field for it says what they would do without us', () => {
  expect(find('Faster onboarding', { fields: { alternative: 'A week of forms.' } })).toEqual([])
})

test('stays quiet about other kinds', () => {
  expect(comparesWithNothing.find(buildMap({ it: { kind: 'proof', statement: 'It is faster by a third.' } }))).toEqual(
    [],
  )
})
