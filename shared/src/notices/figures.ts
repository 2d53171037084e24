/** How many of what: "20,000+ teams", "2.500 Kunden". Years, durations, shares and ranges count nothing that we know. */
import { readFigure, type Language } from '../words/index.ts'

export interface Figure {
  readonly amount: number
  /** As it is written, its plus sign included. */
  readonly written: string
  /** What is counted, in lower case. */
  readonly of: string
}

/** A number that is no part of a longer one, of a range, a version, a price or a date. */
const NUMBER =
  /(?=\d)(?<![\p{L}\p{N}.,:/$€£¥<>=–-])((?:\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d{1,2})?)((?:[km]| (?:million|thousand|Mio\.?|Tsd\.?))(?!\p{L}))?(\+)?(?![\d%$€£¥°:/–-])/gu

/** Below ten a number is said of one thing here and another there. */
const LEAST = 10

const WORDS_BETWEEN = new Set(
  'total different happy satisfied paying active loyal global more other new of our the zufriedene aktive verschiedene'.split(
    ' ',
  ),
)

/** Measures: each use measures something else. */
const MEASURES = new Set(
  'years months weeks days hours minutes seconds times points degrees steps percent dollars euros pounds miles metres meters kilometres kilometers litres liters grams words characters pages pixels bytes versions jahre jahren monate monaten wochen tage tagen stunden minuten sekunden prozent euro mal'.split(
    ' ',
  ),
)
const VERBS = new Set('is was has does says means needs costs takes saves this its as us'.split(' '))

const WORDS_AFTER = /^[ \u00a0]*((?:[\p{L}'’-]+[ \u00a0]*){1,4})/u

/** The counted thing right behind a number: an English plural, a German noun; null where it is neither. */
function thingAfter(rest: string, language: Language): string | null {
  const words =
    WORDS_AFTER.exec(rest)?.[1]
      ?.trim()
      .split(/[ \u00a0]+/u) ?? []
  const bare = words.filter((word) => !WORDS_BETWEEN.has(word.toLowerCase()))
  const isThing = (word: string) =>
    language === 'de'
      ? /^\p{Lu}\p{Ll}+/u.test(word)
      : /^[\p{Ll}\p{Lu}].{2,}s$/u.test(word) && !VERBS.has(word.toLowerCase())
  const [first = '', second = ''] = bare
  // "14 hospital pharmacies" are other pharmacies than "38 pharmacies".
  const thing = isThing(first) ? first : language === 'en' && isThing(second) ? `${first} ${second}` : null
  return thing === null || MEASURES.has(thing.split(' ').at(-1)?.toLowerCase() ?? '') ? null : thing.toLowerCase()
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|Tsd\.?)$/u, 1_000],
  [/^(?:m|million|Mio\.?)$/u, 1_000_000],
]

/** Null for a year, and for what is too small to tell. */
function amountOf(digits: string, scale: string, plus: boolean, language: Language): number | null {
  if (scale === '' && !plus && /^(?:19|20)\d\d$/u.test(digits)) return null
  const factor = SCALES.find(([pattern]) => pattern.test(scale))?.[1] ?? 1
  const amount = (readFigure(digits.replace(/[\s’']/gu, ''), language) ?? 0) * factor
  return amount >= LEAST ? amount : null
}

/** Silent in languages other than English and German; `languageOf` is asked only where there is a number. */
export function figuresIn(text: string, languageOf: () => Language | null): readonly Figure[] {
  if (!/\d\d|\d\+/u.test(text)) return []
  const language = languageOf()
  if (language !== 'en' && language !== 'de') return []
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [all, digits = '', scale = '', plus] = match
    const amount = amountOf(digits, scale.trim(), plus !== undefined, language)
    const of = thingAfter(text.slice(match.index + all.length), language)
    return amount === null || of === null ? [] : [{ amount, written: all.trim(), of }]
  })
}
