/**
 * What language a text is in, as far as it tells by itself. The one place that guesses.
 *
 * - **LA1** A script that one language mostly has to itself is that language (Cyrillic counts as Russian, Arabic script
 *   as Arabic): enough for line breaks, voices and for "these two cannot be compared".
 * - **LA2** Latin script is told by its small words (`function-words.ts`). Where they do not decide, the answer is
 *   `otherwise`, as a rule the language of what stands around it, else null. A rule that gets null stays silent.
 * - **LA3** The same text, the same answer, on every machine; one pass over the text.
 */
import { FUNCTION_WORDS, GUESSED, type GuessedLanguage } from './function-words.ts'

export type Language = GuessedLanguage | (typeof SCRIPTS)[number]['lang']

export interface Script {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** An ideograph carries about as much as three letters, so a Chinese page with English names in it stays Chinese. */
const SCRIPTS = [
  { pattern: /\p{Script=Latin}/gu, lang: 'en', dir: 'ltr', weight: 1 },
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, lang: 'ja', dir: 'ltr', weight: 6 },
  { pattern: /\p{Script=Han}/gu, lang: 'zh', dir: 'ltr', weight: 3 },
  { pattern: /\p{Script=Hangul}/gu, lang: 'ko', dir: 'ltr', weight: 3 },
  { pattern: /\p{Script=Arabic}/gu, lang: 'ar', dir: 'rtl', weight: 1 },
  { pattern: /\p{Script=Hebrew}/gu, lang: 'he', dir: 'rtl', weight: 1 },
  { pattern: /\p{Script=Cyrillic}/gu, lang: 'ru', dir: 'ltr', weight: 1 },
  { pattern: /\p{Script=Greek}/gu, lang: 'el', dir: 'ltr', weight: 1 },
] as const
const LATIN = SCRIPTS[0]

/** Nothing outside ASCII and Latin-1: most texts, told without counting eight scripts. */
const PLAIN = /^[\u0000-\u024F\u2000-\u206F]*$/

/** The script that most of a text is in, with the language and direction that a page in it declares. */
export function scriptOf(text: string): (typeof SCRIPTS)[number] {
  if (PLAIN.test(text)) return LATIN
  const counts = SCRIPTS.map(({ pattern, weight }) => (text.match(pattern)?.length ?? 0) * weight)
  return SCRIPTS[counts.indexOf(Math.max(...counts))] ?? LATIN
}

/** UTF-16 units that are looked at: a page tells no more than its first lines. */
const READ = 600

const LETTERS = /\p{L}+(?:'\p{L}+)?/gu

export function languageOf(text: string, otherwise: Language | null = null): Language | null {
  const script = scriptOf(text)
  return script === LATIN ? (latinLanguage(text) ?? otherwise) : script.lang
}

/** Null without small words, and where two languages have as many. */
function latinLanguage(text: string): GuessedLanguage | null {
  const words = text.slice(0, READ).toLowerCase().replaceAll('’', "'").match(LETTERS) ?? []
  const counts = GUESSED.map(() => 0)
  for (const word of words) for (const at of USED_BY.get(word) ?? []) counts[at] = (counts[at] ?? 0) + 1
  const most = Math.max(...counts)
  const first = counts.indexOf(most)
  return most === 0 || counts.lastIndexOf(most) !== first ? null : (GUESSED[first] ?? null)
}

/** The languages that a small word belongs to, by their place in `GUESSED`. */
const USED_BY = new Map<string, number[]>()
for (const [at, language] of GUESSED.entries())
  for (const word of FUNCTION_WORDS[language]) USED_BY.set(word, [...(USED_BY.get(word) ?? []), at])
