/** The language that most of a map is in: what a text without small words of its own is taken for. */
import type { Block, PositioningMap } from '../schema/index.ts'
import { languageOf, type Language } from '../words/index.ts'
import { perBlock } from './per-block.ts'
import { textsIn, type ReadText } from './read-texts.ts'

const known = new WeakMap<PositioningMap, { readonly language: Language | null }>()

/** Null where the map's statements do not say, not even all of them together. */
export function usualLanguage(map: PositioningMap): Language | null {
  let usual = known.get(map)
  if (usual === undefined) known.set(map, (usual = { language: languageOfMost([...map.blocks.values()]) }))
  return usual.language
}

function languageOfMost(blocks: readonly Block[]): Language | null {
  const counts = new Map<Language, number>()
  for (const block of blocks) {
    const own = textsIn(block).get('statement')?.ownLanguage ?? null
    if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  // Short statements tell little by themselves, and more together.
  return first?.[0] ?? languageOf(blocks.map(({ statement }) => statement).join('\n'))
}

/** Null where neither the text nor the map around it says: then a rule about words stays silent. */
export function languageIn(usual: Language | null, { ownLanguage }: ReadText): Language | null {
  return ownLanguage ?? usual
}

/** As `perBlock`, for what depends on the map's usual language as well: that changes seldom, and then all is read anew. */
export function perBlockIn<Found>(
  find: (block: Block, usual: Language | null) => Found,
): (map: PositioningMap, block: Block) => Found {
  const last = perBlock((): { now: { readonly usual: Language | null; readonly found: Found } | null } => ({
    now: null,
  }))
  return (map, block) => {
    const usual = usualLanguage(map)
    const kept = last(block)
    if (kept.now?.usual !== usual) kept.now = { usual, found: find(block, usual) }
    return kept.now.found
  }
}
