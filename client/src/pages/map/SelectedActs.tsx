/** Beside the field: what one can do to the one block that is selected, by press or by key. */
import type { BlockKind } from '@throughline/shared/schema'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { TRACE } from '../../text/trace.ts'
import { LINK_HERE, WRITE } from '../../text/outline.ts'
import { BLOCK_PANEL } from '../../text/block-panel.ts'
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
  if (block === undefined) return null
  const { canvas } = session
  return (
    <div className={styles['acts']} role="group" aria-label={KIND_WORDS[block.kind]}>
      {canWrite && (
        <>
          <Act says={WRITE} shortcut="Enter" onAct={() => canvas?.writeIn(block.id)} />
          {NEXT[block.kind].map(([kind, key]) => (
            <Act key={kind} says={KIND_WORDS[kind]} shortcut={key} onAct={() => canvas?.addNext(block.id, kind)} />
          ))}
          <Act says={LINK_HERE} shortcut="L" onAct={onLink} />
        </>
      )}
      <Act says={TRACE} shortcut="T" onAct={() => session.trace(block.id)} />
      <Act says={BLOCK_PANEL} shortcut="B" onAct={onOpen} />
    </div>
  )
}

interface ActProps {
  readonly says: string
  readonly shortcut: string
  readonly onAct: () => void
}

function Act({ says, shortcut, onAct }: ActProps) {
  return (
    <button type="button" aria-keyshortcuts={shortcut} onClick={onAct}>
      {says} <kbd aria-hidden="true">{shortcut}</kbd>
    </button>
  )
}
