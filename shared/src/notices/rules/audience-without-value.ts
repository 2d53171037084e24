import { defineRule } from '../rule.ts'
import { unlinked } from '../unlinked.ts'

/** Somebody we name and promise nothing. */
export const audienceWithoutValue = defineRule({
  id: 'audience-without-value',
  group: 'argument',
  says: 'Nothing here is for them yet.',
  why: 'They are on the map, and no value reaches them. Whoever speaks to them makes one up.',
  could: 'Link a value that serves them, or add one.',
  find: (map) => unlinked(map, 'audience', 'value'),
})
