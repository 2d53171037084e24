/** What others have done to a map, block by block, out of the server's answer. */
import { newsOfBlocks, type NewsKind } from '@throughline/shared/news'
import type { BlockId, PlacedFrame } from '@throughline/shared/schema'
import type { ChangesAnswer, ChangeSince } from '../api/changes.ts'

export interface NewsEntry {
  /** Null for the map's own title, subject and voices, and for several cards that were only moved. */
  readonly block: BlockId | null
  /** All it is about. */
  readonly blocks: readonly BlockId[]
  readonly is: NewsKind | 'expired'
  readonly changes: readonly ChangeSince[]
  /** Names of those who did it, each once; empty where nobody is known. */
  readonly who: readonly string[]
  /** The last of it, in milliseconds since 1970. */
  readonly at: number
}

/** Only what others have done is news, and what time has done to a proof. */
export function newsEntries({ changes, expired }: Pick<ChangesAnswer, 'changes' | 'expired'>): readonly NewsEntry[] {
  const left = new Set(expired.map((id) => id as BlockId))
  const told = newsOfBlocks(changes.filter(({ mine }) => !mine).map(asNews)).map(
    ({ block, is, changes: of }): NewsEntry => {
      const who = [...new Set(of.map(({ by }) => by).filter((name) => name !== ''))]
      const isExpired = block !== null && left.delete(block) && (is === 'moved' || is === 'linked')
      const blocks = block === null ? [] : [block]
      return {
        block,
        blocks,
        is: isExpired ? 'expired' : is,
        changes: of,
        who,
        at: Math.max(...of.map(({ at }) => at)),
      }
    },
  )
  const expires = (block: BlockId): NewsEntry => ({
    block,
    blocks: [block],
    is: 'expired',
    changes: [],
    who: [],
    at: 0,
  })
  return [...foldMoves(told), ...[...left].map(expires)]
}

/** Forty cards that were moved are one thing to look at. */
function foldMoves(entries: readonly NewsEntry[]): readonly NewsEntry[] {
  const moved = entries.filter(({ is }) => is === 'moved')
  if (moved.length < 2) return entries
  const all: NewsEntry = {
    block: null,
    blocks: moved.flatMap(({ blocks }) => blocks),
    is: 'moved',
    changes: moved.flatMap(({ changes }) => changes),
    who: [...new Set(moved.flatMap(({ who }) => who))],
    at: Math.max(...moved.map(({ at }) => at)),
  }
  return [...entries.filter(({ is }) => is !== 'moved'), all]
}

/** What the block of an entry says; of one without a statement that has come or gone, its detail. */
export function wordsOf({ block, is, changes }: Pick<NewsEntry, 'block' | 'is' | 'changes'>): string {
  const first = changes[0]
  const statement = block === null ? '' : (first?.about?.statement.trim() ?? '')
  if (statement !== '' || (is !== 'added' && is !== 'gone')) return statement
  const state = (is === 'added' ? first?.after : first?.before) as { readonly detail?: string } | null | undefined
  return state?.detail ?? ''
}

/** The wire's ids are plain text, and `what` any word; those that count knows go by theirs. */
function asNews(change: ChangeSince): ChangeSince & { readonly block: BlockId | null } {
  return change as ChangeSince & { readonly block: BlockId | null }
}

/** Where a block that has gone lay; null where nobody knows. */
export function frameBefore(changes: readonly ChangeSince[]): PlacedFrame | null {
  const gone = changes.find(({ what }) => what === 'gone')?.before as
    | { readonly frame?: PlacedFrame | null }
    | undefined
  return gone?.frame ?? null
}
