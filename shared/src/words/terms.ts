/**
 * A text as the words that can be compared: which carry content, which are small, which are figures, and what makes two
 * of them the same.
 *
 * - **TE1** Never throws, whatever the text; the same text, the same terms, on every machine.
 * - **TE2** A term's key depends on nothing but the word and the language.
 */
import { readFigure } from './figures.ts'
import { inflectionOf } from './inflection.ts'
import type { Language } from './language.ts'
import { isContentWord, wordsOf, type Word } from './words-of.ts'

export interface Term extends Word {
  /** Equal for two words that are the same but for inflection, case or punctuation. */
  readonly key: string
  /** A small word ("the", "and") says nothing by itself. */
  readonly is: 'content' | 'small' | 'figure'
  /** The number that a figure says; null for every other word. */
  readonly value: number | null
}

/** "l’alarme" is "alarme"; what is elided is a small word in every language that elides. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull|quest|quell)'(?=\p{L}{2})/u
/** "the person’s" is "person". */
const POSSESSIVE = /'s?$/u
const HAS_FIGURE = /\p{Nd}/u

/** Without a known language, words count as they are written, small ones too. Linear in the text's length. */
export function termsOf(text: string, language: Language | null): readonly Term[] {
  return wordsOf(text, language).map((word) => readTerm(word, language))
}

/** What carries content and what is a figure, each once, in the order in which they are first said. */
export function contentOf(terms: readonly Term[]): ReadonlyMap<string, Term> {
  const content = new Map<string, Term>()
  for (const term of terms) if (term.is !== 'small' && !content.has(term.key)) content.set(term.key, term)
  return content
}

function readTerm(word: Word, language: Language | null): Term {
  const value = HAS_FIGURE.test(word.text) ? readFigure(word.text, language) : null
  if (value !== null) return { ...word, key: `#${value}`, is: 'figure', value }
  const small: Term = { ...word, key: word.folded, is: 'small', value: null }
  const inflection = inflectionOf(language)
  if (inflection === null) return { ...small, is: isContentWord(word, language) ? 'content' : 'small' }
  const elides = language === 'fr' || language === 'it'
  const bare = (elides ? word.folded.replace(ELIDED, '') : word.folded).replace(POSSESSIVE, '')
  const isSmall = [word.folded, bare].some((folded) => !isContentWord({ ...word, folded }, language))
  if (isSmall || bare === '') return small
  return { ...word, key: inflection.stem(bare), is: 'content', value: null }
}
