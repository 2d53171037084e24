/** A statement in the outline: a press chooses the block, another one writes in it. Afterwards the focus is back here. */
import type { Block } from '@throughline/shared/schema'
import { useEffect, useRef, type FocusEvent } from 'react'
import { DONE, NEXT_BLOCK } from '../../text/outline.ts'
import { questionFor } from '../../text/words.ts'
import { TextField, type Leaving } from '../../writing/index.ts'
import type { OutlineActs } from './acts.ts'
import styles from './OutlinePanel.module.css'

export interface EntryStatementProps {
  readonly block: Block
  /** The name of its line. */
  readonly line: string
  /** Whether it is the chosen one. */
  readonly here: boolean
  readonly writing: boolean
  readonly acts: OutlineActs
}

export function EntryStatement({ block, line, here, writing, acts }: EntryStatementProps) {
  const rest = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const comesBack = useRef(false)
  useEffect(() => {
    if (writing || !comesBack.current) return
    comesBack.current = false
    rest.current?.focus()
  }, [writing])
  const leave = (how: Leaving) => {
    // Somebody has moved the block and its line is made anew: there the writing goes on.
    if (how === 'blur' && field.current === null) return
    comesBack.current = how !== 'blur'
    acts.leave(block.id)
  }
  // Past either end the focus comes to rest here, and the next Tab goes on to the rest of the page.
  const goOn = (backwards: boolean) => {
    if (!acts.writeNext(block.id, backwards)) leave('escape')
  }
  const says = styles[`says-${block.kind}`] ?? ''
  if (writing)
    return (
      <div ref={field}>
        <TextField
          blockId={block.id}
          name="statement"
          label="Statement"
          className={`${says} ${styles['writing']}`}
          placeholder={questionFor(block)}
          onLeave={leave}
          onTab={goOn}
        />
        <p className={styles['hints']} aria-hidden="true">
          <kbd>Enter</kbd> {DONE} <kbd>Tab</kbd> {NEXT_BLOCK}
        </p>
      </div>
    )
  // One "here": what one goes to by keyboard is chosen. A press chooses by itself, and must find what was chosen before.
  const onFocus = (event: FocusEvent<HTMLButtonElement>) => {
    if (!here && event.target.matches(':focus-visible')) acts.show(block.id)
  }
  return (
    <button
      ref={rest}
      type="button"
      className={styles['choose']}
      data-outline-block={block.id}
      data-line={line}
      tabIndex={-1}
      aria-current={here}
      onFocus={onFocus}
      onClick={() => (here && acts.canWrite ? acts.write(block.id) : acts.show(block.id))}
    >
      <span dir="auto" className={block.statement === '' ? styles['question'] : says}>
        {block.statement === '' ? questionFor(block) : block.statement}
      </span>
    </button>
  )
}
