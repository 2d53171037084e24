/** A statement in the outline: a press chooses the block, another one writes in it. Afterwards the focus is back here. */
import type { Block } from '@throughline/shared/schema'
import { useEffect, useRef } from 'react'
import { questionFor } from '../../text/words.ts'
import { TextField, type Leaving } from '../../writing/index.ts'
import type { OutlineActs } from './EntryActs.tsx'
import styles from './OutlinePanel.module.css'

export interface EntryStatementProps {
  readonly block: Block
  /** Whether it is the chosen one. */
  readonly here: boolean
  readonly writing: boolean
  readonly acts: OutlineActs
}

export function EntryStatement({ block, here, writing, acts }: EntryStatementProps) {
  const rest = useRef<HTMLButtonElement>(null)
  const comesBack = useRef(false)
  useEffect(() => {
    if (writing || !comesBack.current) return
    comesBack.current = false
    rest.current?.focus()
  }, [writing])
  const leave = (how: Leaving) => {
    comesBack.current = how !== 'blur'
    acts.leave(block.id)
  }
  const says = styles[`says-${block.kind}`] ?? ''
  if (writing)
    return (
      <TextField
        blockId={block.id}
        name="statement"
        label="Statement"
        className={`${says} ${styles['writing']}`}
        placeholder={questionFor(block)}
        onLeave={leave}
      />
    )
  return (
    <button
      ref={rest}
      type="button"
      className={styles['choose']}
      data-outline-block={block.id}
      aria-current={here}
      onClick={() => (here && acts.canWrite ? acts.write(block.id) : acts.show(block.id))}
    >
      <span dir="auto" className={block.statement === '' ? styles['question'] : says}>
        {block.statement === '' ? questionFor(block) : block.statement}
      </span>
    </button>
  )
}
