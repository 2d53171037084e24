import { blocksOf } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'

/** Told only to those who know already: nobody new needs what is written here. */
export const audiencesAllKnown = defineRule({
  id: 'audiences-all-known',
  group: 'argument',
  says: 'Everybody named here knows you already.',
  why: 'Those who know you fill in what is not said. Whoever comes next has only these words.',
  could: 'Name who comes next, beyond the networks that carry you, and what they would have to be told.',
  find: (map) => {
    const audiences = blocksOf(map, 'audience')
    const allKnown = audiences.length > 0 && audiences.every(({ fields }) => fields.reach === 'known')
    return allKnown ? [{ about: audiences.map(({ id }) => id) }] : []
  },
})
