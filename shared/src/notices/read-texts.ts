/**
 * The texts of a block as the rules about words read them: with their language, and as words once somebody asks.
 *
 * What was read is kept with the block, which is the same object until it changes (`MapReader`, MR4): a keystroke costs
 * the reading of one block, not of the map.
 */
import { compareText, fieldNamesOf, type Block, type PositioningMap } from '../schema/index.ts'
import { languageOf, wordsOf, type Language, type Word } from '../words/index.ts'

/** `statement`, `detail`, the name of a field, or `telling:<voice>`. */
export type TextPlace = string

export class ReadText {
  readonly place: TextPlace
  readonly text: string
  readonly #kept = new Map<string, unknown>()

  constructor(place: TextPlace, text: string) {
    this.place = place
    this.text = text
  }

  /** What the text itself says about its language. */
  get ownLanguage(): Language | null {
    return this.keep('language', () => languageOf(this.text))
  }

  get words(): readonly Word[] {
    return this.keep('words', () => wordsOf(this.text, this.ownLanguage))
  }

  /** What a rule has found in the text alone, kept under the rule's own name for it. */
  keep<Found>(name: string, find: () => Found): Found {
    if (!this.#kept.has(name)) this.#kept.set(name, find())
    return this.#kept.get(name) as Found
  }
}

const byPlace = ([a]: [TextPlace, string], [b]: [TextPlace, string]) => compareText(a, b)

const read = new WeakMap<Block, ReadonlyMap<TextPlace, ReadText>>()

/** Everything that is written in a block, by its place: statement first, then detail, fields and tellings. */
export function textsIn(block: Block): ReadonlyMap<TextPlace, ReadText> {
  const known = read.get(block)
  if (known !== undefined) return known
  const places: [TextPlace, string][] = [
    ['statement', block.statement],
    ['detail', block.detail],
    ...fieldNamesOf(block.kind).map((name): [TextPlace, string] => [name, block.fields[name] ?? '']),
    ...[...block.tellings].map(([voice, text]): [TextPlace, string] => [`telling:${voice}`, text]).toSorted(byPlace),
  ]
  const texts = new Map(
    places.filter(([, text]) => text !== '').map(([place, text]) => [place, new ReadText(place, text)]),
  )
  read.set(block, texts)
  return texts
}

/** Those of the places that are written, in the order asked for. */
export function textsAt(block: Block, places: readonly TextPlace[]): readonly ReadText[] {
  const texts = textsIn(block)
  return places.flatMap((place) => texts.get(place) ?? [])
}

/** Statement and tellings: what is said aloud. */
export function saidIn(block: Block): readonly ReadText[] {
  return [...textsIn(block).values()].filter(({ place }) => place === 'statement' || place.startsWith('telling:'))
}

const usual = new WeakMap<PositioningMap, Language | null>()

/** The language that most of a map's statements are in: what a text without small words of its own is taken for. */
function usualLanguage(map: PositioningMap): Language | null {
  const known = usual.get(map)
  if (known !== undefined) return known
  const counts = new Map<Language, number>()
  for (const block of map.blocks.values()) {
    const own = textsIn(block).get('statement')?.ownLanguage ?? null
    if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  // Short statements tell little by themselves, and more together.
  const language = first?.[0] ?? languageOf([...map.blocks.values()].map(({ statement }) => statement).join('\n'))
  usual.set(map, language)
  return language
}

/** Null where neither the text nor the map around it says: then a rule about words stays silent. */
export function languageIn(map: PositioningMap, { ownLanguage }: ReadText): Language | null {
  return ownLanguage ?? usualLanguage(map)
}
