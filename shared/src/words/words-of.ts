/**
 * A text as words, by the rules of Unicode and, where a script has no spaces, by the dictionaries of `Intl.Segmenter`.
 * A third of a microsecond a word (Node 24), so ask once and keep the answer.
 */
import { FUNCTION_WORDS } from './function-words.ts'
import { inflectionOf } from './inflection.ts'
import type { Language } from './language.ts'
import { segmentsOf } from './segments.ts'

export interface Word {
  /** As it is written. */
  readonly text: string
  /** Folded to compare: lower case, one kind of apostrophe. */
  readonly folded: string
  /** Its first UTF-16 unit in the text. */
  readonly at: number
}

/** Where nothing can be composed and no apostrophe is a curly one: lower case is all that folding does. */
const PLAIN = /^[\u0000-\u02FF]*$/

export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

/** Words and numbers, without what stands between them. */
export function wordsOf(text: string, language: Language | null = null): readonly Word[] {
  const words: Word[] = []
  for (const { text: word, at, isWord } of segmentsOf(text, language))
    if (isWord) words.push({ text: word, folded: fold(word), at })
  return words
}

const CHINESE = new Set(
  '的 了 和 与 及 或 是 在 为 对 可 可以 以 于 等 将 并 由 从 到 被 把 也 都 而 就 其 这 那 我们 您 您的'.split(' '),
)

/** Whether a word says something by itself. In a language whose small words are not listed, every word does. */
export function isContentWord({ folded }: Word, language: Language | null): boolean {
  if (language === null) return true
  if (language === 'zh' && CHINESE.has(folded)) return false
  if (inflectionOf(language)?.small.has(folded) === true) return false
  const small = language in FUNCTION_WORDS ? FUNCTION_WORDS[language as keyof typeof FUNCTION_WORDS] : null
  return small === null || !(small.has(folded) || folded.length < 2)
}
