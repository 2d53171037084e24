import { defineRule } from '../rule.ts'
import { unlinked } from '../unlinked.ts'

/** A purpose that nothing follows from. */
export const purposeWithoutValue = defineRule({
  id: 'purpose-without-value',
  group: 'argument',
  says: 'This leads to no value yet.',
  why: 'A purpose says what you want to be true. What that is worth to somebody is not on the map.',
  could: 'Link a value that it drives, or add one.',
  find: (map) => unlinked(map, 'purpose', 'value'),
})
