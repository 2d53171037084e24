import { blocksOf } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'

/** Evidence that nobody can look up. */
export const proofWithoutSource = defineRule({
  id: 'proof-without-source',
  group: 'proof',
  says: 'Nobody can look this up yet.',
  why: 'Somebody who doubts it has nowhere to go. A link, a document or the date of a call is enough.',
  could: 'Add its source.',
  find: (map) =>
    blocksOf(map, 'proof')
      .filter((proof) => (proof.fields.source ?? '') === '')
      .map((proof) => ({ about: [proof.id] })),
})
