/**
 * What a library knows of a language's words: the longer lists of small ones, and what the forms of one word have in
 * common (`@orama/stopwords` and `@orama/stemmers`, after Porter and Snowball; a file a language, so that a bundle
 * carries these alone).
 */
import { stemmer as stemDanish } from '@orama/stemmers/danish'
import { stemmer as stemDutch } from '@orama/stemmers/dutch'
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { stemmer as stemSwedish } from '@orama/stemmers/swedish'
import { stopwords as danish } from '@orama/stopwords/danish'
import { stopwords as dutch } from '@orama/stopwords/dutch'
import { stopwords as english } from '@orama/stopwords/english'
import { stopwords as french } from '@orama/stopwords/french'
import { stopwords as german } from '@orama/stopwords/german'
import { stopwords as italian } from '@orama/stopwords/italian'
import { stopwords as japanese } from '@orama/stopwords/japanese'
import { stopwords as mandarin } from '@orama/stopwords/mandarin'
import { stopwords as portuguese } from '@orama/stopwords/portuguese'
import { stopwords as russian } from '@orama/stopwords/russian'
import { stopwords as spanish } from '@orama/stopwords/spanish'
import { stopwords as swedish } from '@orama/stopwords/swedish'
import { remembering } from '../base/index.ts'
import type { Language } from './language.ts'

export interface Inflection {
  /** In lower case. */
  readonly small: ReadonlySet<string>
  /** Takes and gives lower case; the identity where a language does not inflect. */
  readonly stem: (word: string) => string
}

const same = (word: string): string => word
const rules = (small: readonly string[], stem: (word: string) => string): Inflection => ({
  small: new Set(small.filter((word) => word !== '')),
  stem: remembering(stem, REMEMBERED),
})

/** More different words than the texts of a large map have; the libraries take a microsecond or two for each. */
const REMEMBERED = 5_000

/** What Orama's English list leaves to its tokenizer. */
const ENGLISH_TOO = ['a', 'also', 'one', 'just', 'without', 'within', 'upon', 'per', 'via', 'got', 'get', 'gets']

const INFLECTIONS: Partial<Record<Language, Inflection>> = {
  en: rules([...english, ...ENGLISH_TOO], stemEnglish),
  de: rules(german, stemGerman),
  fr: rules(french, stemFrench),
  es: rules(spanish, stemSpanish),
  it: rules(italian, stemItalian),
  nl: rules(dutch, stemDutch),
  pt: rules(portuguese, stemPortuguese),
  sv: rules(swedish, stemSwedish),
  da: rules(danish, stemDanish),
  ru: rules(russian, stemRussian),
  ja: rules(japanese, same),
  zh: rules(mandarin, same),
}

/** Null for a language that the library has not got: there, words count as they are written. */
export function inflectionOf(language: Language | null): Inflection | null {
  return language === null ? null : (INFLECTIONS[language] ?? null)
}
