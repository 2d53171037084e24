/** What can be done to a block from here, and in which one is being written. */
import type { OutlineLine } from '@throughline/shared/outline'
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { addBeside } from '../../session/place-new.ts'
import { commentOn } from '../../session/view.ts'
import type { Linking } from '../link/candidates.ts'
import { cutLink, removeBlock, type OutlineActs } from './acts.ts'
import { focusLine } from './use-outline-keys.ts'

export interface UseActsOptions {
  readonly lines: readonly OutlineLine[]
  readonly list: RefObject<HTMLElement | null>
  readonly begin: BlockId | null
  readonly onOpenBlock: () => void
  readonly ask: (linking: Linking) => void
}

export function useActs({ lines, list, begin, onOpenBlock, ask }: UseActsOptions): {
  readonly writing: BlockId | null
  readonly acts: OutlineActs
} {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const [writing, setWriting] = useState<BlockId | null>(null)
  const known = useRef(lines)
  useLayoutEffect(() => {
    known.current = lines
  }, [lines])
  const acts = useMemo<OutlineActs>(() => {
    const show = (id: BlockId) => {
      // Without a canvas, as on a phone, choosing still opens what the block holds.
      session.setView({ selected: [id] })
      session.canvas?.showBlocks([id])
    }
    const fullLine = (id: BlockId) => known.current.find(({ entry }) => entry.block.id === id && !entry.again)
    return {
      canWrite,
      show,
      write: setWriting,
      leave: (id) => setWriting((now) => (now === id ? null : now)),
      writeNext: (id, backwards) => {
        const full = known.current.filter(({ entry }) => !entry.again)
        const at = full.findIndex(({ entry }) => entry.block.id === id)
        const next = full[at + (backwards ? -1 : 1)]
        if (next === undefined) return false
        setWriting(next.entry.block.id)
        return true
      },
      goTo: (id) => {
        show(id)
        const line = fullLine(id)
        if (line !== undefined) focusLine(list.current, line.key)
      },
      open: (id) => {
        show(id)
        onOpenBlock()
      },
      add: (kind, beside) => setWriting(addBeside(session, kind, beside)),
      ask,
      canComment: session.comments.canComment,
      comment: (id) => {
        const block = session.getSnapshot().map.blocks.get(id)
        if (block !== undefined) session.setView({ commenting: { is: 'new', about: commentOn(block) } })
      },
      trace: (id) => session.trace(id),
      remove: (id) => removeBlock(session, id),
      cut: (link) => cutLink(session, link),
    }
  }, [session, canWrite, onOpenBlock, ask, list])
  useEffect(() => {
    if (begin !== null) setWriting(begin)
  }, [begin])
  useWhatIsWritten(writing, acts, () => setWriting(null))
  return { writing, acts }
}

/** A block that is written in is chosen as soon as it stands on the map, and when it has gone, nothing is written. */
function useWhatIsWritten(writing: BlockId | null, acts: OutlineActs, onGone: () => void): void {
  const isThere = useMapSnapshot(({ map }) => writing !== null && map.blocks.has(writing))
  const was = useRef<BlockId | null>(null)
  useEffect(() => {
    if (writing === null) return
    if (isThere) {
      was.current = writing
      acts.show(writing)
    } else if (was.current === writing) onGone()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `onGone` is new with every drawing
  }, [acts, writing, isThere])
}
