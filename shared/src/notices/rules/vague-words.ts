import type { Block, PositioningMap } from '../../schema/index.ts'
import type { Language, Word } from '../../words/index.ts'
import { VAGUE_WORDS, type VagueWord } from '../data/vague-words.ts'
import { textsAt, type ReadText, type TextPlace } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { capitalised, listed, sayPlace } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

/** Where a team words itself. What customers say in a proof or a telling is theirs to say. */
const PLACES: Readonly<Record<Block['kind'], readonly TextPlace[]>> = {
  purpose: ['statement'],
  value: ['statement', 'attribute', 'difference', 'gain'],
  audience: ['statement'],
  proof: [],
}

interface Form {
  readonly words: readonly string[]
  readonly entry: VagueWord
}

/** Forms by their first word, the longest first. */
function formsByFirst(entries: readonly VagueWord[]): ReadonlyMap<string, readonly Form[]> {
  const forms = entries.flatMap((entry) => entry.forms.map((form): Form => ({ words: form.split(' '), entry })))
  return Map.groupBy(
    forms.toSorted((a, b) => b.words.length - a.words.length),
    ({ words: [first = ''] }) => first,
  )
}

const FORMS = new Map(
  Object.entries(VAGUE_WORDS).map(([language, entries]) => [language as Language, formsByFirst(entries)]),
)

interface Found {
  readonly as: string
  readonly place: TextPlace
  readonly entry: VagueWord
}

function startsHere(words: readonly Word[], at: number, form: Form): boolean {
  return form.words.every((word, n) => words[at + n]?.folded === word)
}

function foundIn({ place, text, words }: ReadText, language: Language | null): readonly Found[] {
  const forms = language === null ? undefined : FORMS.get(language)
  if (forms === undefined) return []
  return words.flatMap((word, at) => {
    const form = forms.get(word.folded)?.find((one) => startsHere(words, at, one))
    const last = words[at + (form?.words.length ?? 1) - 1]
    return form === undefined || last === undefined
      ? []
      : [{ as: capitalised(text.slice(word.at, last.at + last.text.length).toLowerCase()), place, entry: form.entry }]
  })
}

/** At most this many are spelled out: the rest comes once these are gone. */
const SHOWN = 3

/** Each word once, where it stands first. */
const vagueWordsIn = perBlockIn((block, usual): readonly Found[] => {
  const found = textsAt(block, PLACES[block.kind]).flatMap((text) => foundIn(text, languageIn(usual, text)))
  return [...new Map(found.toReversed().map((one) => [one.entry, one])).values()].toReversed().slice(0, SHOWN)
})

function vagueIn(map: PositioningMap, block: Block): Finding | null {
  const entries = vagueWordsIn(map, block)
  if (entries.length === 0) return null
  const names = [...Map.groupBy(entries, ({ place }) => place)].map(
    ([place, words]) => `${listed(words.map(({ as }) => `“${as}”`))}${sayPlace(place, map)}`,
  )
  const asks = entries.map(({ as, entry }) => (entries.length === 1 ? entry.asks : `${as}: ${entry.asks}`))
  return {
    about: [block.id],
    says: `${listed(names)} could stand on anybody’s map.`,
    why: asks.join(' '),
  }
}

/** Words that everybody uses and nobody can picture. */
export const vagueWords = defineRule({
  id: 'vague-words',
  group: 'words',
  says: 'A word here could stand on anybody’s map.',
  why: 'Where a word fits everybody, each reader pictures something else.',
  could: 'Say what happens instead, to whom, or how much.',
  find: (map): readonly Finding[] => [...map.blocks.values()].flatMap((block) => vagueIn(map, block) ?? []),
})
