/** What proposals of another wording say on screen. */
import type { DecisionKind } from '@throughline/shared/schema'

export const PROPOSAL = 'Another wording'
export const PROPOSE = 'Propose another wording'
export const NOW = 'The statement now'
export const PROPOSED = 'Proposed'
export const SEND_PROPOSAL = 'Propose'
export const WHAT = 'What you have'
export const A_COMMENT = 'A comment'
export const A_WORDING = 'Another wording for its statement'
export const WORDING = 'Wording'
export const SAME = 'That is how the statement reads already.'
export const PROPOSED_SAID = 'Wording proposed.'
export const CHANGED_SINCE = 'The statement has changed since this was proposed. It read:'
export const REWORDED_SINCE = 'It has been reworded since.'
export const EDITORS_DECIDE = 'Whoever may edit the map decides.'
export const ACCEPT = 'Accept'
export const DECLINE = 'Decline'
export const DECLINE_WHY = 'Why not'
export const KEEP_DISSENT = 'Keep as dissent'
export const RECONSIDER = 'Reconsider'
export const DECIDED_SAID: Record<DecisionKind, string> = {
  accepted: 'Accepted: it is the statement now. Undo takes it back.',
  declined: 'Declined. Undo takes it back.',
  dissent: 'Kept as dissent. The brief can list it.',
}
export const LIST_DISSENT = 'Dissent'
export const DISSENT_CHOICES = { '0': 'Left out', '1': 'Among what is open' } as const
export const proposes = (name: string): string => `${name} ${name === 'You' ? 'propose' : 'proposes'}`
export const wordedBy = (author: string, day: string): string => `Worded by ${author}, accepted ${day}`

export function decided(is: DecisionKind, by: string, day: string): string {
  const did = { accepted: 'Accepted', declined: 'Declined', dissent: 'Kept as dissent' }[is]
  return `${did}${by === '' ? '' : ` by ${by}`} ${day}.`
}
