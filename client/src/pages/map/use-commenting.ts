/** The ways to a comment from elsewhere on the page: its key, its link, and whatever opens a thread. */
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useEffect } from 'react'
import { useSession, useView } from '../../session/hooks.ts'
import { commentOn } from '../../session/view.ts'
import { threadInFragment } from './use-opening.ts'

/** `onOpen` opens the panel; gives what begins a comment on a block, or on a place. */
export function useCommenting(onOpen: () => void): (block: BlockId | null) => void {
  const session = useSession()
  const isWanted = useView(({ commenting }) => commenting !== null)
  useEffect(() => {
    if (isWanted) onOpen()
  }, [isWanted, onOpen])
  useEffect(() => {
    const follow = () => {
      const thread = threadInFragment(window.location.hash)
      if (thread === null) return
      const { pathname, search } = window.location
      window.history.replaceState(window.history.state, '', pathname + search)
      session.setView({ commenting: { is: 'thread', thread } })
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [session])
  return useCallback(
    (id) => {
      const block = id === null ? undefined : session.getSnapshot().map.blocks.get(id)
      const about = block === undefined ? session.canvas?.placeToComment() : commentOn(block)
      if (about !== undefined) session.setView({ commenting: { is: 'new', about } })
    },
    [session],
  )
}
