/**
 * What has changed, counted for one quiet line: "four blocks reworded, one proof expired".
 *
 * - **CN1** A block is counted once under the first of these that fits it: new, gone, agreed, reworded, changed, linked,
 *   moved. So the figures add up to what there is to look at.
 * - **CN2** Of a block that has come or gone nothing else is news.
 */
import type { MapChange } from '../diff/index.ts'
import type { BlockId } from '../schema/index.ts'

/** What of a change matters here; the server's answer has more. */
export type NewsChange = Pick<MapChange, 'block' | 'what' | 'after'>

export const NEWS_KINDS = ['added', 'gone', 'agreed', 'reworded', 'changed', 'linked', 'moved', 'about'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

export interface NewsOfBlock<Change> {
  /** Null for the map's own title, subject and voices. */
  readonly block: BlockId | null
  readonly is: NewsKind
  readonly changes: readonly Change[]
}

/** One entry a block, in the order in which the blocks come; what the map says of itself comes first. */
export function newsOfBlocks<Change extends NewsChange>(changes: readonly Change[]): readonly NewsOfBlock<Change>[] {
  const groups = new Map<BlockId | null, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.block)
    if (group === undefined) groups.set(change.block, [change])
    else group.push(change)
  }
  return [...groups].map(([block, all]) => {
    const is = block === null ? 'about' : kindOf(all)
    const own = all.filter(({ what }) => what !== 'linked' && what !== 'unlinked')
    return { block, is, changes: is === 'added' || is === 'gone' ? own : all }
  })
}

function kindOf(changes: readonly NewsChange[]): NewsKind {
  const has = (...whats: readonly string[]) => changes.some(({ what }) => whats.includes(what))
  if (has('added')) return 'added'
  if (has('gone')) return 'gone'
  if (changes.some(({ what, after }) => what === 'status' && after === 'agreed')) return 'agreed'
  if (has('reworded')) return 'reworded'
  if (changes.every(({ what }) => what === 'moved')) return 'moved'
  return changes.every(({ what }) => what === 'linked' || what === 'unlinked' || what === 'moved')
    ? 'linked'
    : 'changed'
}

export function countNews(news: readonly Pick<NewsOfBlock<unknown>, 'is'>[]): Readonly<Record<NewsKind, number>> {
  const counts = Object.fromEntries(NEWS_KINDS.map((kind) => [kind, 0])) as Record<NewsKind, number>
  for (const { is } of news) counts[is] += 1
  return counts
}
