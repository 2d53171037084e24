/**
 * What the page of a lens gives up when there is no room. A framework is whole or it is nothing: so each part keeps its
 * first block as long as it can, and blocks go before what is said of them.
 */
import type { Brief, BriefEntry, BriefItem } from './brief.ts'

/** Blocks of a part that stay until all that hangs on them has gone. */
const CORE_ITEMS = 3
/** Longer origins of a proof go first. */
const LONG_ORIGIN = 120

export function planLensCuts({ sections }: Brief): readonly string[] {
  // The first of every part before the second of any.
  const ranked = sections
    .flatMap(({ items }) => items.map((item, at) => ({ item, at })))
    .toSorted((a, b) => a.at - b.at)
  const all = ranked.map(({ item }) => item)
  const core = ranked.filter(({ at }) => at < CORE_ITEMS).map(({ item }) => item)
  const further = ranked.filter(({ at }) => at >= CORE_ITEMS).map(({ item }) => item)
  const entries = (items: readonly BriefItem[], pick: (item: BriefItem) => readonly BriefEntry[]) =>
    items.flatMap((item) => pick(item).map((entry) => `entry ${item.block} ${entry.block}`)).toReversed()
  const cuts = [
    ...all.flatMap(longOrigins).toReversed(),
    ...entries(all, ({ proofs }) => proofs.slice(1)),
    ...further.map(itemCut).toReversed(),
    ...entries(core, ({ audiences }) => audiences.slice(1)),
    ...entries(core, ({ proofs }) => proofs.slice(0, 1)),
    ...core.slice(1).map(itemCut).toReversed(),
    ...entries(core, ({ audiences }) => audiences.slice(0, 1)),
    ...core.flatMap((item) => (item.said ?? []).map(({ name }) => `field ${item.block} ${name}`)).toReversed(),
  ]
  const first = sections[0]?.items[0]
  return [...new Set(cuts)].filter((cut) => first === undefined || cut !== itemCut(first))
}

const itemCut = (item: BriefItem) => `item ${item.block}`

function longOrigins(item: BriefItem): readonly string[] {
  const long = (entry: BriefEntry, path: string) =>
    (['by', 'source'] as const)
      .filter((name) => (entry.fields[name]?.length ?? 0) > LONG_ORIGIN)
      .map((name) => `field ${path} ${name}`)
  return [...long(item, item.block), ...item.proofs.flatMap((proof) => long(proof, `${item.block} ${proof.block}`))]
}
