/** What a block says of itself and what each voice says of it, as words that can be compared. */
import type { Block, Voice, VoiceId } from '../schema/index.ts'
import { contentOf, languageOf, scriptOf, termsOf, type Language, type Term } from '../words/index.ts'

/** Whose wording it is: a voice's, or (`null`) the block's own statement. */
export type Teller = VoiceId | null

export interface Reading {
  readonly teller: Teller
  readonly text: string
  readonly language: Language | null
  readonly terms: readonly Term[]
  /** Its content words and figures by their keys, each as it is first said. */
  readonly content: ReadonlyMap<string, Term>
}

/** Fewer words than these do not stand against the language of the whole map: "Die cast in Sheffield" is English. */
const ENOUGH_WORDS = 4

/** The statement first, then the voices in the map's order; only those that say something. */
export function readingsOf(
  block: Pick<Block, 'statement' | 'tellings'>,
  voices: readonly Voice[],
  usual: Language | null,
): readonly Reading[] {
  const texts: readonly (readonly [Teller, string])[] = [
    [null, block.statement],
    ...voices.map(({ id }) => [id, block.tellings.get(id) ?? ''] as const),
  ]
  return texts.filter(([, text]) => text !== '').map(([teller, text]) => readingOf(teller, text, usual))
}

function readingOf(teller: Teller, text: string, usual: Language | null): Reading {
  const language = languageWithin(text, usual)
  const terms = termsOf(text, language)
  return { teller, text, language, terms, content: contentOf(terms) }
}

function languageWithin(text: string, usual: Language | null): Language | null {
  const own = languageOf(text, usual)
  if (own === usual || usual === null) return own
  const sameScript = scriptOf(text).lang === scriptOfLanguage(usual)
  return sameScript && termsOf(text, null).length < ENOUGH_WORDS ? usual : own
}

/** `scriptOf` names a script by the language that it declares; languages in Latin letters share English's. */
function scriptOfLanguage(language: Language): string {
  return ['ja', 'zh', 'ko', 'ar', 'he', 'ru', 'el'].includes(language) ? language : 'en'
}
