import type { Block } from '../../schema/index.ts'
import { scriptOf } from '../../words/index.ts'
import { perBlock } from '../per-block.ts'
import { textsAt } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'

/** Words: about what one breath and one memory carry. */
const MOST = 25

/** Scripts whose words are set apart by spaces, where a count of words means what people think it means. */
const SPACED = new Set(['en', 'ru', 'el', 'ar', 'he', 'ko'])

/** In words as people count them: what stands between two spaces. 0 where words are not set apart by spaces. */
const lengthOf = perBlock((block): number => {
  const [statement] = textsAt(block, ['statement'])
  // Shorter than the letters and spaces of 26 words: most statements.
  if (statement === undefined || statement.text.length <= MOST * 2) return 0
  if (!SPACED.has(scriptOf(statement.text).lang)) return 0
  return statement.text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
})

/** What a customer said is theirs: it can be shortened, not reworded. */
const QUOTE = 'Keep the sentence of it that carries the rest, and the whole of it in the detail.'

function isQuotation({ kind, fields }: Block): boolean {
  return kind === 'proof' && fields.evidence === 'customer'
}

/** A statement that nobody repeats whole. */
export const longStatement = defineRule({
  id: 'long-statement',
  group: 'words',
  says: 'This takes more than 25 words to say.',
  why: 'A sentence travels as far as it is remembered. Out of a long one, each person keeps a different half.',
  could: 'Keep what people are to repeat, and move the rest into the detail.',
  find: (map): readonly Finding[] =>
    [...map.blocks.values()].flatMap((block) => {
      const length = lengthOf(block)
      return length <= MOST
        ? []
        : [
            {
              about: [block.id],
              says: `This takes ${length} words to say.`,
              ...(isQuotation(block) && { could: QUOTE }),
            },
          ]
    }),
})
