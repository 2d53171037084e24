import { blocksOf } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'

/** A map without its why. */
export const noPurpose = defineRule({
  id: 'no-purpose',
  group: 'argument',
  says: 'No purpose is on this map yet.',
  why: 'The values then say what you offer, and nothing says why. Each reader fills in a reason of their own.',
  could: 'Add a purpose: why you exist, or what you want to be true.',
  find: (map) => (blocksOf(map, 'purpose').length === 0 ? [{ about: [] }] : []),
})
