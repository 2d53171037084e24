import { blocksOf, type Block } from '../../schema/index.ts'
import { fold } from '../../words/index.ts'
import { defineRule } from '../rule.ts'
import { capitalised, sayCount } from '../say.ts'

/** What people remember without being asked: three of a list, when a company is lucky. */
const MOST = 5

/** Tags by which a team says which value leads. */
const FIRST = new Set(['first', 'lead', 'main', 'primary', 'key', 'erster', 'erste', 'zuerst', '首要', '第一'])

function comesFirst({ tags }: Block): boolean {
  return tags.some((tag) => FIRST.has(fold(tag)))
}

/** A list of equals: everybody picks their own first. */
export const valuesWithoutAFirst = defineRule({
  id: 'values-without-a-first',
  group: 'argument',
  says: 'Many values, and none of them comes first.',
  why: 'Nobody repeats more than a few. Where none leads, each person chooses their own.',
  could:
    'Open the value that carries the others and write “first” under Tags, or move some into the detail of another.',
  find: (map) => {
    const values = blocksOf(map, 'value').filter(({ statement }) => statement !== '')
    if (values.length <= MOST || values.some(comesFirst)) return []
    const says = `${capitalised(sayCount(values.length))} values stand side by side, and none comes first.`
    return [{ about: values.map(({ id }) => id), says }]
  },
})
