/** What a card's header and footer say about a block, as plain data; `Card.tsx` only sets it. */
import type { Block, EpochMs } from '@throughline/shared/schema'
import { evidenceWord, reachWords, saidBy, shortDay } from '../../text/cards.ts'
import { questionFor, KIND_WORDS, STATUS_WORDS } from '../../text/words.ts'
import { shownStatus } from '../../ui/StatusGlyph.tsx'

/** The one thing beside statement and status that is worth a line on the card. */
export function cardFact({ kind, fields }: Pick<Block, 'kind' | 'fields'>): string {
  switch (kind) {
    case 'purpose':
      return fields.category ?? ''
    case 'value':
      return ''
    case 'audience':
      return fields.reach === undefined ? '' : reachWords(fields.reach)
    case 'proof':
      return fields.by === undefined ? '' : saidBy(fields.by)
  }
}

/** A card without a footer gives its room to the statement. */
export function hasFooter(
  block: Pick<Block, 'kind' | 'fields' | 'tellings' | 'status' | 'agreed' | 'statement'>,
): boolean {
  return block.tellings.size > 0 || cardFact(block) !== '' || shownStatus(block) === 'changed-since'
}

/** The word at the right of the header. A proof says of what sort it is; how settled it is, its glyph and edge say. */
export function statusWords(block: Block, now: EpochMs): string {
  const status = shownStatus(block)
  const evidence = block.fields.evidence
  if (block.kind === 'proof' && evidence !== undefined && status !== 'changed-since') return evidenceWord(evidence)
  const day = status === 'agreed' && block.agreed !== null ? shortDay(block.agreed.at, now) : ''
  return day === '' ? STATUS_WORDS[status] : `${STATUS_WORDS[status]} ${day}`
}

/** What a screen reader says of the whole card. */
export function cardName(block: Block): string {
  const words = block.statement === '' ? questionFor(block) : block.statement
  return `${KIND_WORDS[block.kind]}, ${STATUS_WORDS[shownStatus(block)].toLowerCase()}: ${words}`
}
