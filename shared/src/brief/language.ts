/**
 * What language and direction a page declares. Told by script alone, by the script most letters are in: enough for
 * shaping, line breaks and a screen reader's choice of voice, and never a guess between languages of one script.
 */
import type { Brief } from './brief.ts'

export interface Language {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

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

export function languageOf(brief: Brief): Language {
  const texts = brief.sections.flatMap(({ items }) =>
    items.flatMap((item) => [
      item.text,
      item.detail,
      ...item.audiences.map((one) => one.text),
      ...item.proofs.map((one) => one.text),
    ]),
  )
  const all = [brief.title, brief.subject, ...texts].join(' ')
  // An ideograph carries about as much as three letters, so a Chinese page with English names in it stays Chinese.
  const counts = SCRIPTS.map(({ pattern, weight }) => (all.match(pattern)?.length ?? 0) * weight)
  const script = SCRIPTS[counts.indexOf(Math.max(...counts))] ?? SCRIPTS[0]
  return { lang: script.lang, dir: script.dir }
}
