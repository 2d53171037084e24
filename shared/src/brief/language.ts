/**
 * What language and direction a page declares. Told by script alone, by the script most letters are in: enough for
 * shaping, line breaks and a screen reader's choice of voice, and never a guess between languages of one script.
 */
import { scriptOf, type Script } from '../words/index.ts'
import type { Brief } from './brief.ts'

export type Language = Script

export function languageOf(brief: Brief): Language {
  const texts = brief.sections.flatMap(({ items }) =>
    items.flatMap((item) => [
      item.text,
      item.detail,
      ...item.audiences.map((one) => one.text),
      ...item.proofs.map((one) => one.text),
    ]),
  )
  const { lang, dir } = scriptOf([brief.title, brief.subject, ...texts].join(' '))
  return { lang, dir }
}
