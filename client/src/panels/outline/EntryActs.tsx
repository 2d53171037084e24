/** What one can do to the block that is chosen, and to what hangs on it, each with its key. */
import { linkedTo, type Block, type BlockId, type BlockKind, type PositioningMap } from '@throughline/shared/schema'
import { parentKindsOf } from '@throughline/shared/outline'
import type { ReactNode } from 'react'
import { useMap, useView } from '../../session/hooks.ts'
import { COMMENT } from '../../text/comments.ts'
import { ALL_IT_HOLDS, DELETE_HERE, LINK, MOVE, WRITE } from '../../text/outline.ts'
import { STOP_TRACING, TRACE } from '../../text/trace.ts'
import { ADD_KIND } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { OutlineActs } from './acts.ts'
import styles from './OutlinePanel.module.css'

const KEYS: Partial<Record<BlockKind, string>> = { value: 'V', audience: 'A', proof: 'P' }

/** What hangs on each kind in the outline, and above it where nothing is there yet. */
const NEXT: Record<BlockKind, readonly BlockKind[]> = {
  purpose: ['value', 'proof'],
  value: ['audience', 'proof'],
  audience: ['value'],
  proof: ['value'],
}

function toAdd(map: PositioningMap, { id, kind }: Block): readonly BlockKind[] {
  const lacksPurpose = kind === 'value' && linkedTo(map, id, 'purpose').length === 0
  return lacksPurpose ? [...NEXT.value, 'purpose'] : NEXT[kind]
}

export interface EntryActsProps {
  readonly block: Block
  /** What it hangs under where it is chosen. */
  readonly parent: BlockId | null
  readonly acts: OutlineActs
}

export function EntryActs({ block, parent, acts }: EntryActsProps) {
  const map = useMap()
  const tracing = useView((view) => view.tracing)
  const { id } = block
  if (!acts.canWrite)
    return (
      <div className={styles['acts']}>
        <Act name={tracing === id ? STOP_TRACING : TRACE} shortcut="T" onAct={() => acts.trace(id)} />
        {acts.canComment && <Act name={COMMENT} shortcut="C" onAct={() => acts.comment(id)} />}
        <Act name={ALL_IT_HOLDS} shortcut="B" onAct={() => acts.open(id)} />
      </div>
    )
  return (
    <div className={styles['acts']}>
      <Act name={WRITE} shortcut="Enter" onAct={() => acts.write(id)} />
      {toAdd(map, block).map((kind) => (
        <Act key={kind} name={ADD_KIND[kind]} shortcut={KEYS[kind]} onAct={() => acts.add(kind, id)} />
      ))}
      <Act name={LINK} shortcut="L" onAct={() => acts.ask({ is: 'link', block: id })} />
      {parentKindsOf(block.kind).length > 0 && (
        <Act name={MOVE} shortcut="M" onAct={() => acts.ask({ is: 'move', block: id, from: parent })} />
      )}
      <Act name={tracing === id ? STOP_TRACING : TRACE} shortcut="T" onAct={() => acts.trace(id)} />
      <Act name={COMMENT} shortcut="C" onAct={() => acts.comment(id)} />
      <Act name={ALL_IT_HOLDS} shortcut="B" onAct={() => acts.open(id)} />
      <Act name={DELETE_HERE} shortcut="Del" onAct={() => acts.remove(id)} />
    </div>
  )
}

interface ActProps {
  readonly name: ReactNode
  readonly shortcut: string | undefined
  readonly onAct: () => void
}

function Act({ name, shortcut, onAct }: ActProps) {
  return (
    <span className={styles['key']}>
      <Button look="text" onClick={onAct}>
        {name}
      </Button>
      {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
    </span>
  )
}
