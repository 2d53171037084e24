/** The only React in `session/`. `pick` returns something the snapshot holds, never something new. */
import { invariant } from '@throughline/shared/base'
import type { Block, BlockId } from '@throughline/shared/schema'
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { CommentsSnapshot } from './comments-session.ts'
import type { MapSession, MapSnapshot } from './map-session.ts'
import { comparisonOf, type Compared } from './compare.ts'
import { followingOf, type FollowNow } from './following.ts'
import { newsOf, type NewsNow } from './news-watch.ts'
import { noticesOf, type NoticesNow } from './notice-watch.ts'
import type { View } from './view.ts'

export const SessionContext = createContext<MapSession | null>(null)

export function useSession(): MapSession {
  const session = useContext(SessionContext)
  invariant(session, 'useSession is used inside <MapPage>')
  return session
}

export function useMapSnapshot<Slice>(pick: (snapshot: MapSnapshot) => Slice): Slice {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => pick(session.getSnapshot()))
}

/** Undefined once the block is gone. */
export const useBlock = (id: BlockId): Block | undefined => useMapSnapshot(({ map }) => map.blocks.get(id))
export const useMap = () => useMapSnapshot(({ map }) => map)
export const useSaved = () => useMapSnapshot(({ saved }) => saved)
export const usePeers = () => useMapSnapshot(({ peers }) => peers)
/** A part, never the whole view: that is another one in every frame of a zoom. */
export const useView = <Part>(pick: (view: View) => Part): Part => useMapSnapshot(({ view }) => pick(view))
/** The map's notices, found again when it has rested for a moment. */
export function useNotices(): NoticesNow {
  const watch = noticesOf(useSession())
  return useSyncExternalStore(watch.subscribe, watch.getSnapshot)
}
/** What others have changed since this person was last here. */
export function useNews(): NewsNow {
  const watch = newsOf(useSession())
  return useSyncExternalStore(watch.subscribe, watch.getSnapshot)
}
export function useComments<Slice>(pick: (snapshot: CommentsSnapshot) => Slice): Slice {
  const { comments } = useSession()
  return useSyncExternalStore(comments.subscribe, () => pick(comments.getSnapshot()))
}
/** Two states that are looked at on the canvas. */
export function useComparison(): Compared | null {
  const comparison = comparisonOf(useSession())
  return useSyncExternalStore(comparison.subscribe, comparison.getSnapshot)
}
export const useCanWrite = () => useMapSnapshot(({ canWrite }) => canWrite)
/** Writes what somebody has in hand in a field before the canvas is locked. */
export function useBeforeLock(write: () => void): void {
  const session = useSession()
  useEffect(() => session.beforeLock(write))
}
/** Whom one looks along with. */
export function useFollowing(): FollowNow {
  const watch = followingOf(useSession())
  return useSyncExternalStore(watch.subscribe, watch.getSnapshot)
}
export const useMessage = () => useMapSnapshot(({ message }) => message)

/** Undo and redo as buttons have them; `step` first ends what somebody has in hand on the canvas. */
export function useUndoSteps() {
  const session = useSession()
  const canUndo = useMapSnapshot((snapshot) => snapshot.canUndo)
  const canRedo = useMapSnapshot((snapshot) => snapshot.canRedo)
  const step = (direction: 'undo' | 'redo') => () => {
    session.canvas?.finish()
    session.undo[direction]()
  }
  return { canUndo, canRedo, step }
}
