/**
 * What has changed, counted for one quiet line: "four blocks reworded, one proof expired".
 *
 * - **CN1** A block is counted once under the first of these that fits it: new, gone, agreed, reworded, changed, linked,
 *   moved. So the figures add up to what there is to look at.
 * - **CN2** Of a block that has come or gone nothing else is news, nor is a link that came or went with it.
 */
import type { BlockId } from '../schema/index.ts'

/** What of a change matters here: one of a difference has more, and so has the server's answer. */
export interface NewsChange {
  readonly block: BlockId | null
  readonly what: string
  readonly before: unknown
  readonly after: unknown
}

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
  const comesOrGoes = new Set(
    changes.filter(({ what }) => what === 'added' || what === 'gone').map(({ block }) => block),
  )
  for (const change of changes) {
    if (isLink(change) && [change.block, otherEnd(change)].some((end) => comesOrGoes.has(end))) continue
    const group = groups.get(change.block)
    if (group === undefined) groups.set(change.block, [change])
    else group.push(change)
  }
  return [...groups].map(([block, all]) => {
    const is = block === null ? 'about' : kindOf(all)
    return { block, is, changes: all }
  })
}

function isLink({ what }: NewsChange): boolean {
  return what === 'linked' || what === 'unlinked'
}

function otherEnd({ what, before, after }: NewsChange): BlockId {
  return (what === 'linked' ? after : before) as BlockId
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
