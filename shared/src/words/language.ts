/**
 * What language a text is in, as far as it tells by itself. The one place that guesses.
 *
 * - **LA1** A script that one language mostly has to itself is that language (Cyrillic counts as Russian, Arabic script
 *   as Arabic, but for letters that a neighbour has alone): enough for line breaks, voices and for "these two cannot be
 *   compared".
 * - **LA2** Latin script is told by its small words (`function-words.ts`), those of neighbours as well: a wrong language
 *   is worse than none, for hyphens, voices and rules. Where they do not decide, the answer is `otherwise`, as a rule the
 *   language of what stands around it, else null. A rule that gets null stays silent.
 * - **LA3** The same text, the same answer, on every machine; one pass over the text.
 */
import { FUNCTION_WORDS, GUESSED, NEIGHBOURS, type GuessedLanguage, type Neighbour } from './function-words.ts'

export type Language =
  | GuessedLanguage
  | Neighbour
  | (typeof OWN_LETTERS)[number]['lang']
  | (typeof SCRIPTS)[number]['lang']

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
  return script === LATIN ? (latinLanguage(text) ?? otherwise) : languageWithin(script.lang, text)
}

/** Letters that one language of a script has to itself. Persian last: Urdu has its letters, too. */
const OWN_LETTERS = [
  { of: 'ru', pattern: /[іїєґ]/iu, lang: 'uk' },
  { of: 'ru', pattern: /ў/iu, lang: 'be' },
  { of: 'ru', pattern: /[ђћјљњџ]/iu, lang: 'sr' },
  // In Russian the hard sign stands before a vowel alone.
  { of: 'ru', pattern: /ъ(?![еёюя])/iu, lang: 'bg' },
  { of: 'ar', pattern: /[ٹڈڑےں]/u, lang: 'ur' },
  { of: 'ar', pattern: /[پچژگ]/u, lang: 'fa' },
] as const

function languageWithin(script: (typeof SCRIPTS)[number]['lang'], text: string): Language {
  return OWN_LETTERS.find(({ of, pattern }) => of === script && pattern.test(text))?.lang ?? script
}

/** Null without enough small words, and where two languages have about as many. */
function latinLanguage(text: string): GuessedLanguage | Neighbour | null {
  const words = text.slice(0, READ).normalize('NFC').toLowerCase().replaceAll('’', "'").match(LETTERS) ?? []
  const scores = TOLD.map(() => 0)
  for (const word of words) {
    const users = USED_BY.get(word) ?? USED_BY.get(ELIDED.exec(word)?.[0] ?? '') ?? []
    for (const at of users) scores[at] = (scores[at] ?? 0) + 1 / users.length
  }
  const [best = 0, second = 0] = scores.toSorted((a, b) => b - a)
  if (best < LEAST || best - second < MARGIN || best < words.length * SHARE) return null
  return TOLD[scores.indexOf(best)] ?? null
}

/** A word is worth the more, the fewer languages have it: one that a single language has is worth 1. */
const [LEAST, MARGIN, SHARE] = [0.3, 0.16, 0.06]
const ELIDED = /^\p{L}+'(?=\p{L})/u

const TOLD = [...GUESSED, ...NEIGHBOURS]

/** The languages that a small word belongs to, by their place in `TOLD`. */
const USED_BY = new Map<string, number[]>()
for (const [at, language] of TOLD.entries())
  for (const word of FUNCTION_WORDS[language]) USED_BY.set(word, [...(USED_BY.get(word) ?? []), at])
