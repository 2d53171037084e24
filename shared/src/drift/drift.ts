/**
 * How far the tellings of one block are from each other and from its statement: word by word, and as one figure.
 *
 * The figure is the mean, over all pairs of readings in one language, of the part of their words that they do not
 * share: 1 − |A ∩ B| ÷ |A ∪ B| (Jaccard's distance) on content words and figures, stemmed. It sorts blocks and grades
 * nobody: three voices that each say it well in their own words are at 1, five who repeat one slogan at 0.
 *
 * - **DR1** Between 0 and 1; 0 where everybody uses the same words; the same whichever order the voices stand in.
 * - **DR2** Null where there is nothing to compare: fewer than two readings in one language.
 * - **DR3** No text makes it throw, and it names voices, never a person.
 */
import type { Block, Voice } from '../schema/index.ts'
import { contentOf, termsOf, type Language, type Term } from '../words/index.ts'
import { readingsOf, type Reading, type Teller } from './readings.ts'

/** One word of several tellers. */
export interface SaidWord {
  readonly key: string
  /** As the first of them says it, in lower case unless it is a figure. */
  readonly text: string
  /** Everybody who says it, in the order of the readings. */
  readonly by: readonly Teller[]
}

export interface Pair {
  readonly a: Teller
  readonly b: Teller
}

export interface Drift {
  readonly readings: readonly Reading[]
  /** Words that at least two say, those that most say first; neither figures nor words of the category. */
  readonly inCommon: readonly SaidWord[]
  /** Words that one alone says; neither figures nor words of the category. */
  readonly saidOnce: readonly SaidWord[]
  /** Every figure, whoever says it. */
  readonly figures: readonly SaidWord[]
  /** Words of the category's name, whoever says them. */
  readonly category: readonly SaidWord[]
  /** Pairs in one language that share no word at all. */
  readonly apart: readonly Pair[]
  /** Pairs that cannot be compared, being in two languages. */
  readonly notComparable: readonly Pair[]
  /** Different words and figures in all, and how many of them at least two say. */
  readonly counts: { readonly words: number; readonly inCommon: number }
  readonly figure: number | null
}

export interface DriftContext {
  readonly voices: readonly Voice[]
  /** The language of the map as a whole. */
  readonly language: Language | null
  /** What the map calls the market it is in, by the purposes' `category`. */
  readonly categories: readonly string[]
}

/** Grows with the square of the number of voices and linearly with their words; about 0.25 ms for five tellings. */
export function driftOf(block: Pick<Block, 'statement' | 'tellings'>, context: DriftContext): Drift {
  const readings = readingsOf(block, context.voices, context.language)
  const said = saidWords(readings)
  const category = categoryKeys(context)
  const isFigure = ({ key }: SaidWord) => key.startsWith('#')
  const plain = said.filter((word) => !isFigure(word) && !category.has(word.key))
  const pairs = pairsOf(readings)
  const comparable = pairs.filter(([a, b]) => a.language === b.language)
  const distances = comparable.map(([a, b]) => distance(a, b))
  return {
    readings,
    inCommon: plain.filter(({ by }) => by.length > 1).toSorted((a, b) => b.by.length - a.by.length),
    saidOnce: plain.filter(({ by }) => by.length === 1),
    figures: said.filter(isFigure),
    category: said.filter((word) => category.has(word.key)),
    apart: comparable.filter((_, at) => distances[at] === 1).map(tellers),
    notComparable: pairs.filter(([a, b]) => a.language !== b.language).map(tellers),
    counts: { words: said.length, inCommon: said.filter(({ by }) => by.length > 1).length },
    figure: distances.length === 0 ? null : distances.reduce((sum, each) => sum + each, 0) / distances.length,
  }
}

function saidWords(readings: readonly Reading[]): readonly SaidWord[] {
  const said = new Map<string, { text: string; by: Teller[] }>()
  for (const { teller, content } of readings)
    for (const [key, term] of content) {
      const known = said.get(key)
      if (known === undefined) said.set(key, { text: shown(term), by: [teller] })
      else known.by.push(teller)
    }
  return [...said].map(([key, word]) => ({ key, ...word }))
}

/** A word that is all capitals is a name or an acronym, and stays one. */
function shown({ text }: Term): string {
  return text.length > 1 && text === text.toUpperCase() ? text : text.toLowerCase()
}

function categoryKeys({ categories, language }: DriftContext): ReadonlySet<string> {
  return new Set(categories.flatMap((category) => [...contentOf(termsOf(category, language)).keys()]))
}

function pairsOf(readings: readonly Reading[]): readonly (readonly [Reading, Reading])[] {
  return readings.flatMap((a, at) => readings.slice(at + 1).map((b) => [a, b] as const))
}

const tellers = ([a, b]: readonly [Reading, Reading]): Pair => ({ a: a.teller, b: b.teller })

/** Two that say nothing but small words are as near as two can be. */
function distance({ content: a }: Reading, { content: b }: Reading): number {
  const shared = [...a.keys()].filter((key) => b.has(key)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : 1 - shared / all
}
