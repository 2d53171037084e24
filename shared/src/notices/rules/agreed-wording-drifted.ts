import type { Block } from '../../schema/index.ts'
import { fold } from '../../words/index.ts'
import { defineRule, type Finding } from '../rule.ts'
import { quoted, sayDate } from '../say.ts'

/** Letters and figures alone: another comma is no other wording. */
function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%€$£+]+/gu, ' ')
    .trim()
}

function hasDrifted({ status, agreed, statement }: Block): boolean {
  return status === 'agreed' && agreed !== null && bare(agreed.statement) !== bare(statement)
}

/** Agreed, and then changed in passing: half the company repeats the one, half the other. */
export const agreedWordingDrifted = defineRule({
  id: 'agreed-wording-drifted',
  group: 'words',
  says: 'These are not the words that were agreed.',
  why: 'Whoever learned the agreed words goes on saying them.',
  could: 'Agree to the words as they are now, or put the agreed ones back.',
  find: (map): readonly Finding[] =>
    [...map.blocks.values()].filter(hasDrifted).map(({ id, agreed }) => ({
      about: [id],
      ...(agreed !== null && {
        why: `On ${sayDate(agreed.at)} it was agreed as ${quoted(agreed.statement, 160)}. Whoever learned that goes on saying it.`,
      }),
    })),
})
