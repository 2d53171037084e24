/**
 * What language and direction a page declares, for shaping, line breaks and a screen reader's choice of voice: the script
 * that most letters are in, and for Latin letters what the small words say.
 */
import { languageOf as languageOfText, scriptOf, type Script } from '../words/index.ts'
import type { Brief } from './brief.ts'

export interface Language extends Script {
  /** False where nothing tells; then it is English, as the page's own words are, and no word of others is hyphenated by its rules. */
  readonly certain: boolean
}

/** Shorter words are never hyphenated: in lines that end where they like, the gap that they leave is the lesser evil. */
export const HYPHENATED_FROM = 12

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
  const told = languageOfText(all)
  const { lang, dir } = scriptOf(all)
  return { lang: told ?? lang, dir, certain: told !== null }
}

/** The language of one text of a page, where it is another one than the page's; else `''`. */
export function ownLanguage(text: string, page: Language): string {
  const own = languageOfText(text)
  return own === null || own === page.lang ? '' : own
}
