import { linkedTo, type Block } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'
import { unlinked } from '../unlinked.ts'

const WHY = 'A value without a proof asks people to take your word. Those who know you will.'

/** An audience beyond the networks that already carry us: it has no reason to take our word. */
function isNext(audience: Block): boolean {
  return audience.fields.reach === 'next'
}

/** Their own words, short, when there are any. */
function sayStranger({ statement }: Block): string {
  const name = statement.replace(/[\s.,;:!?]+$/u, '')
  const who = name === '' || name.length > 80 ? 'an audience' : `“${name}”`
  return `It serves ${who}, where nobody knows you yet.`
}

/** A value that nobody can check: the reader has to take our word for it. */
export const valueWithoutProof = defineRule({
  id: 'value-without-proof',
  group: 'proof',
  says: 'Nothing holds this up yet.',
  why: WHY,
  could: 'Add a proof, or link one that is here.',
  find: (map) =>
    unlinked(map, 'value', 'proof').map((finding) => {
      const stranger = finding.about.flatMap((id) => linkedTo(map, id, 'audience')).find(isNext)
      return stranger === undefined ? finding : { ...finding, why: `${WHY} ${sayStranger(stranger)}` }
    }),
})
