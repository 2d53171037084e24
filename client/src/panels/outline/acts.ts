/** What can be done to a block from the outline. Pure but for the session it is done in. */
import { removeBlocks, moveBlocks, unlinkBlocks } from '@throughline/shared/doc'
import { parentKindsOf, swapPlaces, type OutlineLine } from '@throughline/shared/outline'
import type { BlockId, BlockKind, Link } from '@throughline/shared/schema'
import type { MapSession } from '../../session/map-session.ts'
import { BLOCK_DELETED, LINK_REMOVED } from '../../text/block-panel.ts'
import { cutFrom, FIRST_ALREADY, MOVED, NO_PLACE, NOT_UNDER, NOWHERE_TO_MOVE } from '../../text/outline.ts'
import type { Linking } from '../link/candidates.ts'
import { moveUnder } from '../link/use-linking.tsx'

export interface OutlineActs {
  readonly canWrite: boolean
  /** Chooses it here and on the canvas. */
  readonly show: (id: BlockId) => void
  /** Puts the caret into its statement. */
  readonly write: (id: BlockId) => void
  /** The caret has left its statement. */
  readonly leave: (id: BlockId) => void
  /** Ends writing here, and begins it in the next or the one before; false at either end. */
  readonly writeNext: (id: BlockId, backwards: boolean) => boolean
  /** Chooses it and puts the focus on its line. */
  readonly goTo: (id: BlockId) => void
  /** Opens everything it holds. */
  readonly open: (id: BlockId) => void
  /** Makes a block, linked with another if given, and writes in it. */
  readonly add: (kind: BlockKind, beside: BlockId | null) => void
  /** Asks for the other block. */
  readonly ask: (linking: Linking) => void
  readonly canComment: boolean
  /** Begins a comment on it. */
  readonly comment: (id: BlockId) => void
  readonly trace: (id: BlockId) => void
  readonly remove: (id: BlockId) => void
  readonly cut: (link: Link) => void
}

export function removeBlock(session: MapSession, id: BlockId): void {
  session.edit((map) => removeBlocks(map, [id], session.now()))
  session.say(BLOCK_DELETED)
}

export function cutLink(session: MapSession, link: Link): void {
  session.edit((map) => unlinkBlocks(map, [link]))
  session.say(LINK_REMOVED)
}

/** Up or down among the blocks of its kind that hang where it does. */
export function changePlaces(session: MapSession, lines: readonly OutlineLine[], line: OutlineLine, by: 1 | -1): void {
  const { map } = session.getSnapshot()
  const siblings = lines.filter(
    ({ parent, entry }) => parent === line.parent && entry.block.kind === line.entry.block.kind,
  )
  const other = siblings[siblings.findIndex(({ key }) => key === line.key) + by]
  if (other === undefined) return session.say(FIRST_ALREADY)
  const [first, second] = by === 1 ? [line, other] : [other, line]
  const frames = swapPlaces(map, first.entry, second.entry)
  if (frames === null) return session.say(NO_PLACE)
  session.edit((doc) => moveBlocks(doc, frames))
  session.say(MOVED)
}

/** Under the nearest block further up that can hold it and does not yet. */
export function hangUnder(session: MapSession, lines: readonly OutlineLine[], line: OutlineLine): void {
  const { block } = line.entry
  const kinds = parentKindsOf(block.kind)
  const above = lines
    .slice(
      0,
      lines.findIndex(({ key }) => key === line.key),
    )
    .toReversed()
  const isLinked = (id: BlockId) =>
    session
      .getSnapshot()
      .map.links.some(({ from, to }) => (from === block.id && to === id) || (to === block.id && from === id))
  const holder = above.find(({ entry }) => kinds.includes(entry.block.kind) && !isLinked(entry.block.id))
  if (holder === undefined) return session.say(NOWHERE_TO_MOVE)
  moveUnder(session, block.id, line.parent, holder.entry.block.id)
}

/** Cuts the link by which it hangs where it does. */
export function letGo(session: MapSession, line: OutlineLine): void {
  const { parent, entry } = line
  const { map } = session.getSnapshot()
  const link = map.links.find(
    ({ from, to }) => (from === parent && to === entry.block.id) || (to === parent && from === entry.block.id),
  )
  if (parent === null || link === undefined) return session.say(NOT_UNDER)
  session.edit((doc) => unlinkBlocks(doc, [link]))
  session.say(cutFrom(map.blocks.get(parent)?.statement ?? ''))
}
