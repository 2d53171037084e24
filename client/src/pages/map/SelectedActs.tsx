/** Beside the field: what one can do to the one block that is selected, by press or by key; on a phone, to a place too. */
import type { BlockKind } from '@throughline/shared/schema'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { addFor, KIND_WORDS } from '../../text/words.ts'
import { commentOn } from '../../session/view.ts'
import { COMMENT, COMMENT_HERE, COMMENT_ON_PLACE } from '../../text/comments.ts'
import { TRACE } from '../../text/trace.ts'
import { ALL_IT_HOLDS, LINK, LINK_HERE, WRITE } from '../../text/outline.ts'
import { usePhone } from './use-phone.ts'
import styles from './SelectedActs.module.css'

/** What the argument asks for next to each kind, with its key. */
const NEXT: Record<BlockKind, readonly (readonly [BlockKind, string])[]> = {
  purpose: [
    ['value', 'V'],
    ['proof', 'P'],
  ],
  value: [
    ['audience', 'A'],
    ['proof', 'P'],
  ],
  audience: [['value', 'V']],
  proof: [['value', 'V']],
}

export interface SelectedActsProps {
  readonly onOpen: () => void
  readonly onLink: () => void
}

export function SelectedActs({ onOpen, onLink }: SelectedActsProps) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const block = useMapSnapshot(({ map, view }) => {
    const [id] = view.selected
    const isQuiet = view.writing === null && view.tracing === null && view.tool === 'select'
    return isQuiet && id !== undefined && view.selected.length === 1 ? map.blocks.get(id) : undefined
  })
  const isFree = useMapSnapshot(({ view }) => view.selected.length === 0 && view.tool === 'select')
  const phone = usePhone()
  const { canvas } = session
  const commentHere = () => {
    const about = session.canvas?.placeToComment()
    if (about !== undefined) session.setView({ commenting: { is: 'new', about } })
  }
  if (block === undefined) {
    // Where there are keys, C does it.
    if (!phone || !isFree || !session.comments.canComment) return null
    return (
      <div className={styles['acts']}>
        <button type="button" title={COMMENT_ON_PLACE} onClick={commentHere}>
          {COMMENT_HERE}
        </button>
      </div>
    )
  }
  return (
    <div className={styles['acts']} role="group" aria-label={KIND_WORDS[block.kind]}>
      {canWrite && (
        <>
          <Act says={WRITE} shortcut="Enter" onAct={() => canvas?.writeIn(block.id)} />
          {NEXT[block.kind].map(([kind, key]) => (
            <Act
              key={kind}
              says={KIND_WORDS[kind]}
              name={addFor(kind, block.kind)}
              shortcut={key}
              onAct={() => canvas?.addNext(block.id, kind)}
            />
          ))}
          <Act says={LINK_HERE} name={LINK} shortcut="L" onAct={onLink} />
        </>
      )}
      {session.comments.canComment && (
        <Act
          says={COMMENT}
          shortcut="C"
          onAct={() => session.setView({ commenting: { is: 'new', about: commentOn(block) } })}
        />
      )}
      <Act says={TRACE} shortcut="T" onAct={() => session.trace(block.id)} />
      <Act says={ALL_IT_HOLDS} shortcut="B" onAct={onOpen} />
    </div>
  )
}

interface ActProps {
  readonly says: string
  /** In full, where a word is short for it. */
  readonly name?: string
  readonly shortcut: string
  readonly onAct: () => void
}

/** The key is drawn by the style sheet: in the button it would pass for a part of its visible name. */
function Act({ says, name = says, shortcut, onAct }: ActProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-keyshortcuts={shortcut} onClick={onAct}>
      {says} <kbd aria-hidden="true" data-key={shortcut} />
    </button>
  )
}
