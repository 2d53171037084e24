import { blocksOf } from '../../schema/index.ts'
import type { Language } from '../../words/index.ts'
import { textsAt, type ReadText } from '../read-texts.ts'
import { defineRule } from '../rule.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

/** Figures in words, by the languages in which a name can be told by its capital. */
const FIGURES: Partial<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens half halved third quarter twice double doubled tripled first'.split(
      ' ',
    ),
  ),
}
const DIGIT = /\p{N}/u
const SENTENCE_START = /(?:^|[.!?:…]\s*[“"'‘(]*|^[“"'‘(]+)$/u
const ADDRESS = /^\S+:\/\/\S+$/u

/** A capital inside a sentence, "I" apart. */
function hasName({ text, words }: ReadText): boolean {
  return words.some(
    (word) =>
      /^\p{Lu}/u.test(word.text) &&
      !/^i(?:'|$)/.test(word.folded) &&
      !SENTENCE_START.test(text.slice(0, word.at).trimEnd()),
  )
}

/** Whether somebody could check it: a figure, a date, a name. Null where that cannot be told in its language. */
const isParticular = perBlockIn((proof, usual): boolean | null => {
  const { by, observedOn, source = '' } = proof.fields
  if (by !== undefined || observedOn !== undefined || (!ADDRESS.test(source) && DIGIT.test(source))) return true
  const texts = textsAt(proof, ['statement', 'detail'])
  if (texts.some(({ text }) => DIGIT.test(text))) return true
  const [statement] = texts
  const figures = statement === undefined ? undefined : FIGURES[languageIn(usual, statement) ?? 'zh']
  if (figures === undefined) return null
  return texts.some((text) => hasName(text) || text.words.some(({ folded }) => figures.has(folded)))
})

/** Evidence without anything in it that could be checked. */
export const proofWithoutParticulars = defineRule({
  id: 'proof-without-particulars',
  group: 'proof',
  says: 'No number, name or date stands in this.',
  why: 'It could be said of anybody. One particular makes it yours, and lets people check.',
  could: 'Add how many, who says so, or when it was seen.',
  find: (map) =>
    blocksOf(map, 'proof')
      .filter((proof) => proof.statement !== '' && isParticular(map, proof) === false)
      .map(({ id }) => ({ about: [id] })),
})
