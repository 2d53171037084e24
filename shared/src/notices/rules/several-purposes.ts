import { blocksOf } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'
import { capitalised, sayCount } from '../say.ts'

/** More than one reason to exist: everybody repeats the one that suits them. */
export const severalPurposes = defineRule({
  id: 'several-purposes',
  group: 'argument',
  says: 'More than one purpose stands here.',
  why: 'People carry one reason away. Out of several, each repeats the one that suits them.',
  could: 'Keep the one that the others follow from, and make the rest values or its detail.',
  find: (map) => {
    const purposes = blocksOf(map, 'purpose').filter(({ statement }) => statement !== '')
    if (purposes.length < 2) return []
    return [
      { about: purposes.map(({ id }) => id), says: `${capitalised(sayCount(purposes.length))} purposes stand here.` },
    ]
  },
})
