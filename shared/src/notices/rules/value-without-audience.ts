import { defineRule } from '../rule.ts'
import { unlinked } from '../unlinked.ts'

/** A value that is worth something to nobody in particular. */
export const valueWithoutAudience = defineRule({
  id: 'value-without-audience',
  group: 'argument',
  says: 'Nobody is named whom this serves.',
  why: 'A value is worth something to somebody. Without a name beside it, everybody pictures someone else.',
  could: 'Link the audience it serves, or add one.',
  find: (map) => unlinked(map, 'value', 'audience'),
})
