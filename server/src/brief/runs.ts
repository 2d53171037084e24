/** Texts of people's as a page is set from them: clean, with a direction, and with places to break. */
import { HYPHENATED_FROM, unbrokenParts } from '@throughline/shared/brief'
import { remembering } from '@throughline/shared/base'
import { languageOf } from '@throughline/shared/words'
import { cleanText } from '@throughline/shared/schema'

/** A run of text with the direction that its first strong letter has. */
export interface Run {
  readonly text: string
  readonly dir: 'ltr' | 'rtl'
  /** `''` unless it leads somewhere. */
  readonly href: string
  /** Its language, where its words tell; else `''`, and it is taken for the page's. */
  readonly lang: string
  /** The text in parts, each second of which is a word that may be hyphenated; none where there is no such word. */
  readonly hyphenated: readonly string[]
  /** Whether letters are set nearer to each other: of Arabic, what is copied would have a space in each such gap. */
  readonly kerned: boolean
  /** How lines are broken: with an eye on all of them, or one after the other. */
  readonly breaks: 'optimized' | 'simple'
}

/** A statement is never broken within a word, as long as the column has room for it. */
export interface StatementRun extends Run {
  /** The word that takes most room. */
  readonly longest: string
  /** The text in parts, each second of which stays on one line. */
  readonly parts: readonly string[]
}

/** Longer runs without a place to break get some, at slashes and the like or every few letters, so that no word leaves the page. */
const UNBREAKABLE = /[^\s\u2E80-\uFFDC\u200B]{32,}/gu

/** These are broken by the rules of their language, if at all: “Apothekenbetriebsordnungsprüfung” has 32 letters. */
const HYPHENATED = /^\p{Script=Latin}{1,39}\p{P}?$/u

/** A place to break every eight letters: one after each would cost the typesetter seconds. */
function piecesOf(part: string): readonly string[] {
  return [...part.matchAll(/(?:\P{M}\p{M}{0,8}|\p{M}{1,8}){1,8}/gu)].map(([piece]) => piece)
}

/** After a slash, and elsewhere only in what is still long between two of them: whoever reads an address on paper reads its parts. */
function breakable(word: string): string {
  const parts = word
    .split(/(?<=\/)(?!\/)/u)
    .flatMap((part) => (part.length < 24 ? part : part.split(/(?<=[?&=_.,;-])/u)))
  return parts.map((part) => (part.length < 32 ? part : piecesOf(part).join('\u200B'))).join('\u200B')
}

/** Half a letter and what is none: no font has a sign for them. And orders to turn the direction, which no text may give to the next. */
const NO_LETTERS = /[\uFFFD-\uFFFF\uFDD0-\uFDEF\u202A-\u202E\u2066-\u2069]/g

export function clean(text: string): string {
  return cleanText(text.toWellFormed().replace(NO_LETTERS, '')).replace(/\s+/g, ' ').trim()
}

/** A page is made anew for every try to fit it, of the same texts. */
const KEPT = 4_000

export const run = remembering((raw: string) => makeRun(raw, false), KEPT)

/** A statement: set smaller where a word of it is too long, and broken only where that is not enough. */
export const statementRun = remembering((raw: string): StatementRun => {
  const made = makeRun(raw, true)
  return { ...made, longest: longestOf(made.text), parts: unbrokenParts(made.text) }
}, KEPT)

function makeRun(raw: string, isStatement: boolean): Run {
  const whole = clean(raw)
  const lang = languageOf(whole) ?? ''
  const isWhole = (word: string) => (isStatement || lang !== '') && HYPHENATED.test(word)
  const text = whole.replace(UNBREAKABLE, (word) => (isWhole(word) ? word : breakable(word)))
  return {
    text,
    dir: directionOf(text),
    href: '',
    lang,
    hyphenated: hyphenatedIn(text),
    kerned: !ARABIC.test(text),
    breaks: breaksOf(text),
  }
}

const ARABIC = /\p{Script=Arabic}/u

/** Between spaces and places to break; an ideograph may stand at the end of any line. */
function longestOf(text: string): string {
  const words = text.split(/[\s\u200B\u2E80-\uFFDC]/u)
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

const LONG_WORDS = new RegExp(`(\\p{Script=Latin}{${HYPHENATED_FROM},})`, 'gu')

/** Found here and not by the typesetter: to build its pattern takes it as long as a short paragraph, at every try. */
function hyphenatedIn(text: string): readonly string[] {
  const parts = text.split(LONG_WORDS)
  return parts.length === 1 ? [] : parts
}

/** The same run with spaces of another kind, which `clean` would have made plain. */
export function respaced(run: Run, text: string): Run {
  return { ...run, text, hyphenated: hyphenatedIn(text) }
}

/** Typst weighs lines that end in a dash against each other: among thousands that takes seconds. */
const MANY_DASHES = 40

function breaksOf(text: string): Run['breaks'] {
  return (text.match(/\p{Dash_Punctuation}/gu)?.length ?? 0) > MANY_DASHES ? 'simple' : 'optimized'
}

function directionOf(text: string): 'ltr' | 'rtl' {
  const strong = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(strong) ? 'rtl' : 'ltr'
}
