import type { BlockId, PositioningMap } from '../../schema/index.ts'
import { fold, scriptOf } from '../../words/index.ts'
import { PLAIN_ACRONYMS } from '../data/plain-acronyms.ts'
import { perBlock } from '../per-block.ts'
import { textsIn, type ReadText, type TextPlace } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { listed, sayPlace } from '../say.ts'

/** Three to six capitals, perhaps with an s or a figure behind them; two are a name or a unit as often as not. */
const ACRONYM = /(?<![\p{L}\p{N}.@-])(?<!\p{Ll}\/)(\p{Lu}{3,6})(?:s|\p{N})?(?![\p{L}\p{N}@]|\.\p{L}|\/\p{Ll})/gu

const ACRONYM_AT_ALL = /\p{Lu}{3}/u
const ADDRESS = /\S+:\/\/\S+/gu

/** Whom one may ask and where one may look: names, not wording. */
const NAMES: ReadonlySet<TextPlace> = new Set(['by', 'source', 'evidence', 'reach', 'observedOn', 'reviewBy'])

/** Text in capitals throughout, as titles are shouted on stickies, holds no acronyms. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 0 && capitals > letters * 0.6
}

/** "single sign-on (SSO)", "CALC (labour rates)", "DAWSON, the case system": said right before or behind it. */
function isExplainedBeside(text: string, start: number, end: number): boolean {
  if (/^\s?(?:[)\]）([（–—:=]|,? (?:the|an?|our|which) )|^ (?:stands for|means|is short for)\b/u.test(text.slice(end)))
    return true
  return /[([（]\s?$/u.test(text.slice(0, start))
}

/** "DATA Act", "USGS Water Resources": the beginning of a name. */
function beginsName(text: string, end: number): boolean {
  return /^ \p{Lu}\p{Ll}/u.test(text.slice(end))
}

function acronymsIn({ place, text }: ReadText): readonly string[] {
  if (NAMES.has(place) || !ACRONYM_AT_ALL.test(text) || scriptOf(text).lang !== 'en' || isShouted(text)) return []
  return [...text.replace(ADDRESS, (address) => ' '.repeat(address.length)).matchAll(ACRONYM)].flatMap((match) => {
    const [all, letters = ''] = match
    const end = match.index + all.length
    const isPlain = PLAIN_ACRONYMS.has(letters) || beginsName(text, end) || isExplainedBeside(text, match.index, end)
    return isPlain ? [] : [letters]
  })
}

/** Capitalised words in a row, with the small words that acronyms skip between them. */
const NAME =
  /\p{Lu}[\p{L}'’-]+(?:[ -](?:(?:and|of|the|for|to|in|on|und|der|die|das|für|de|et|du) )?\p{Lu}[\p{L}'’-]+)+/gu

/** The first letters of every name that is written out: "General Services Administration" is `gsa`. */
function initialsIn(text: string): readonly string[] {
  return (text.match(NAME) ?? []).map((name) => fold((name.match(/(?<![\p{L}'’])\p{Lu}/gu) ?? []).join('')))
}

const initialsOf = perBlock((block) => [...textsIn(block).values()].flatMap(({ text }) => initialsIn(text)))

const acronymsOf = perBlock((block): readonly { readonly acronym: string; readonly place: TextPlace }[] =>
  [...textsIn(block).values()].flatMap((text) => acronymsIn(text).map((acronym) => ({ acronym, place: text.place }))),
)

interface First {
  readonly block: BlockId
  readonly place: TextPlace
}

/** Each acronym of the map, with where it stands first. */
function firstUses(map: PositioningMap): ReadonlyMap<string, First> {
  const first = new Map<string, First>()
  for (const block of map.blocks.values())
    for (const { acronym, place } of acronymsOf(block))
      if (!first.has(acronym)) first.set(acronym, { block: block.id, place })
  return first
}

function find(map: PositioningMap): readonly Finding[] {
  const uses = firstUses(map)
  if (uses.size === 0) return []
  const known = [...[map.title, map.subject].flatMap(initialsIn), ...[...map.blocks.values()].flatMap(initialsOf)]
  const names = fold(`${map.title} ${map.subject}`)
  const left = [...uses.keys()].filter((acronym) => {
    const letters = fold(acronym)
    return !names.includes(letters) && !known.some((initials) => initials.includes(letters))
  })
  return [...Map.groupBy(left, (acronym) => uses.get(acronym)?.block)].flatMap(([id, acronyms]) => {
    const place = sayPlace(uses.get(acronyms[0] ?? '')?.place ?? 'statement', map)
    const says = `${listed(acronyms)}${place} ${acronyms.length > 1 ? 'are' : 'is'} spelled out nowhere on the map.`
    return id === undefined ? [] : [{ about: [id], says }]
  })
}

/** Letters that only those who know already can read. */
export const acronymUnspelled = defineRule({
  id: 'acronym-unspelled',
  group: 'words',
  says: 'An acronym here is spelled out nowhere on the map.',
  why: 'Those inside read it at once. Those whom you want to reach next have to ask, and few do.',
  could: 'Write it out once, or say what it does instead.',
  find,
})
