import { defineRule } from '../rule.ts'
import { unlinked } from '../unlinked.ts'

/** A value that stands outside the story. */
export const valueWithoutPurpose = defineRule({
  id: 'value-without-purpose',
  group: 'argument',
  says: 'No purpose drives this.',
  why: 'It may be true and wanted. Why it comes from you of all people is not on the map.',
  could: 'Link the purpose that drives it.',
  find: (map) => unlinked(map, 'value', 'purpose'),
})
