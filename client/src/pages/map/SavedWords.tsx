/** Where my edits are, always in words, never in colour. */
import { unreachable } from '@throughline/shared/base'
import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import { kindOfClose } from '../../api/http.ts'
import { askToKeep } from '../../browser/room.ts'
import { useMapSnapshot, useSaved, useSession } from '../../session/hooks.ts'
import type { SavedState } from '../../session/saved-state.ts'
import { ERROR_TEXTS, NOT_SAVED_WHY } from '../../text/errors.ts'
import { NotYetSafe } from './NotYetSafe.tsx'
import styles from './SavedWords.module.css'

function savedWords(saved: SavedState, { canWrite, canComment }: Allowed): string {
  const reading = canComment ? 'Reading and commenting' : 'Reading only'
  switch (saved.is) {
    case 'opening':
      return 'Opening…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'reading-only':
      return reading
    case 'offline':
      // Whoever only comments writes comments.
      if (!canWrite && !saved.waiting) return `${reading}; the server is out of reach`
      return saved.kept ? 'Kept on this device; the server is out of reach' : 'Offline; not kept over a reload'
    case 'locked':
      return 'Not saved: the canvas is locked'
    case 'not-saved':
      return `Not saved: ${NOT_SAVED_WHY[kindOfClose(saved.code)] ?? 'the server cannot take it just now'}`
    case 'refused': {
      const { title } = ERROR_TEXTS[kindOfClose(saved.code)]
      return saved.waiting
        ? `Not saved: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
        : `${title}; reload the page to carry on`
    }
    default:
      return unreachable(saved)
  }
}

interface Allowed {
  /** On the map itself. */
  readonly canWrite: boolean
  readonly canComment: boolean
}

/** The whole story, for whoever points at the words: what the server says itself, and where the edits are meanwhile. */
function savedStory(saved: SavedState, words: string): string {
  if (saved.is !== 'not-saved' && saved.is !== 'refused' && saved.is !== 'locked') return words
  const why = saved.is === 'not-saved' && saved.why !== '' ? saved.why : words
  if (saved.is === 'refused' && !saved.waiting) return why
  return `${why} ${saved.kept ? 'What waits is kept on this device.' : 'What waits is in this window alone.'}`
}

/** Whether something is on this device alone for longer than a moment. */
function someWait(saved: SavedState): boolean {
  return (
    saved.is === 'not-saved' ||
    saved.is === 'locked' ||
    ((saved.is === 'offline' || saved.is === 'refused') && saved.waiting)
  )
}

export function SavedWords() {
  const saved = useSaved()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const [shown, setShown] = useState(false)
  const { canComment } = useSession().comments
  const words = savedWords(saved, { canWrite, canComment })
  const waits = someWait(saved)
  useEffect(() => {
    if (waits) void askToKeep()
  }, [waits])
  return (
    <>
      <p className={styles['saved']} role="status" title={savedStory(saved, words)}>
        {saved.is === 'saved' && <Check size={16} strokeWidth={1.5} aria-hidden />}
        {waits ? (
          <button
            type="button"
            className={`${styles['words']} ${styles['waits']}`}
            aria-haspopup="dialog"
            onClick={() => setShown(true)}
          >
            {words}
          </button>
        ) : (
          <span className={styles['words']}>{words}</span>
        )}
      </p>
      {shown && <NotYetSafe onClose={() => setShown(false)} />}
    </>
  )
}
