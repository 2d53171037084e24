import { blocksOf, type Block } from '../../schema/index.ts'
import { defineRule, type Finding } from '../rule.ts'
import { sayDate } from '../say.ts'

/** The same day a year before, both YYYY-MM-DD: such dates sort as text. */
function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}

/** Null while it is still to be relied on: until its review, or for a year where none is set. */
function ageOf({ fields: { observedOn, reviewBy } }: Block, today: string): string | null {
  if (reviewBy !== undefined) return reviewBy < today ? `This was to be looked at again by ${sayDate(reviewBy)}.` : null
  return observedOn !== undefined && observedOn < yearBefore(today)
    ? `This was last seen to be so on ${sayDate(observedOn)}.`
    : null
}

/** What time does to each kind of evidence. */
const WHYS: Partial<Record<string, string>> = {
  metric: 'Figures move. The first who checks an old one doubts the rest as well.',
  customer: 'People leave, and change their minds. Somebody may call them and ask.',
  reference: 'Those named may have gone elsewhere since. Somebody may call them and ask.',
  award: 'An award is of its year. An old one makes people ask what came since.',
  demonstration: 'What was shown then may look different by now.',
  research: 'Somebody may have looked again since, and found something else.',
}

function whyOf({ fields: { evidence } }: Block): Pick<Finding, 'why'> {
  const why = evidence === undefined ? undefined : WHYS[evidence]
  return why === undefined ? {} : { why }
}

/** Evidence that may have stopped being true. */
export const proofPastReview = defineRule({
  id: 'proof-past-review',
  group: 'proof',
  says: 'This was last looked at some time ago.',
  why: 'The first who checks an old proof and finds it changed doubts the rest as well.',
  could: 'Confirm that it still holds, change the wording, or set another day to look again.',
  find: (map, today): readonly Finding[] =>
    blocksOf(map, 'proof').flatMap((proof) => {
      const says = ageOf(proof, today)
      return says === null ? [] : [{ about: [proof.id], says, ...whyOf(proof) }]
    }),
})
