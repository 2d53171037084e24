/**
 * The texts of a block as the rules about words read them: with their language, and as words once somebody asks.
 *
 * What was read is kept with the block, which is the same object until it changes (`MapReader`, MR4): a keystroke costs
 * the reading of one block, not of the map.
 */
import { compareText, fieldNamesOf, type Block } from '../schema/index.ts'
import { contentOf, languageOf, termsOf, wordsOf, type Language, type Word } from '../words/index.ts'
import { perBlock } from './per-block.ts'

/** `statement`, `detail`, the name of a field, or `telling:<voice>`. */
export type TextPlace = string

export class ReadText {
  readonly place: TextPlace
  readonly text: string
  #language: Language | null | undefined
  #words: readonly Word[] | undefined
  #content: { readonly language: Language | null; readonly keys: ReadonlySet<string> } | undefined

  constructor(place: TextPlace, text: string) {
    this.place = place
    this.text = text
  }

  /** What the text itself says about its language. */
  get ownLanguage(): Language | null {
    if (this.#language === undefined) this.#language = languageOf(this.text)
    return this.#language
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.text, this.ownLanguage)
    return this.#words
  }

  /** The words that carry content, as the keys by which texts are compared. */
  contentIn(language: Language | null): ReadonlySet<string> {
    if (this.#content?.language !== language) {
      this.#content = { language, keys: new Set(contentOf(termsOf(this.text, language)).keys()) }
    }
    return this.#content.keys
  }
}

/** Everything that is written in a block, by its place: statement first, then detail, fields and tellings. */
export const textsIn: (block: Block) => ReadonlyMap<TextPlace, ReadText> = perBlock((block) => {
  const texts = new Map<TextPlace, ReadText>()
  const add = (place: TextPlace, text: string | undefined) => {
    if (text !== undefined && text !== '') texts.set(place, new ReadText(place, text))
  }
  add('statement', block.statement)
  add('detail', block.detail)
  for (const name of fieldNamesOf(block.kind)) add(name, block.fields[name])
  for (const voice of [...block.tellings.keys()].toSorted(compareText))
    add(`telling:${voice}`, block.tellings.get(voice))
  return texts
})

/** Those of the places that are written, in the order asked for. */
export function textsAt(block: Block, places: readonly TextPlace[]): readonly ReadText[] {
  const texts = textsIn(block)
  return places.flatMap((place) => texts.get(place) ?? [])
}
