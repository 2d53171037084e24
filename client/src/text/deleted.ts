/** What the map's menu says of deleted blocks whose words are still there. */
import { count } from './words.ts'

const blocks = (n: number) => count(n, 'deleted block')
export const CLEAR_DELETED = (n: number) => `Clear ${blocks(n)} for good…`
export const CLEAR_SURE = (n: number) =>
  `Clear the words of ${blocks(n)} for good, in the versions kept before too? Undo cannot bring them back.`
export const CLEAR = 'Clear for good'
export const CLEAR_NOT = 'Leave them'
export const CLEARING = 'Clearing…'
export const CLEARED = (n: number) =>
  n === 0
    ? 'Nothing was cleared: what you deleted has not reached the server yet. Try again once the bar says Saved.'
    : `Cleared for good: ${blocks(n)}.`
