import { cleanLine, cutText, LIMITS, type Decision } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { replaceText } from '../write-text.ts'
import { findBlock } from './find-block.ts'
import { transact } from './transact.ts'

/**
 * Accepts a proposal, declines it or keeps it as dissent. Accepted, its wording becomes the statement in the same step,
 * so that one undo takes back both. Does nothing when the block is gone. `proposal` is the name of its thread.
 */
export function decideProposal(map: MapDoc, proposal: string, decision: Decision): void {
  const { is, block, wording, author, by, at, reason } = decision
  if (findBlock(map, block) === null) return
  const kept = {
    is,
    block,
    wording: cutText(cleanLine(wording), LIMITS.statementLength),
    author: cutText(cleanLine(author), LIMITS.nameLength),
    by: cutText(cleanLine(by), LIMITS.nameLength),
    at,
    reason: cutText(cleanLine(reason), LIMITS.reasonLength),
  }
  transact(map, () => {
    map.decided.set(proposal, kept)
    if (is === 'accepted') replaceText(map, block, 'statement', kept.wording)
  })
}

/** Undecided again. A statement that was accepted stays as it reads. */
export function reconsiderProposal(map: MapDoc, proposal: string): void {
  if (map.decided.has(proposal)) transact(map, () => map.decided.delete(proposal))
}
