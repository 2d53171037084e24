/** The blocks of a kind in the order of the brief: dragged, moved by arrows, kept off. */
import type { Block, BlockId } from '@throughline/shared/schema'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { ARRANGEMENT, keepOff, moveDownOnBrief, moveUpOnBrief } from '../../text/arrangement.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import styles from './Arrangement.module.css'
import { nextOf, useDrag } from './use-drag.ts'

export interface OrderedBlocksProps {
  readonly name: string
  readonly blocks: readonly Block[]
  /** `before` is null for the last place. */
  readonly onMove: (id: BlockId, before: BlockId | null) => void
  readonly onKeepOff: (id: BlockId) => void
}

export function OrderedBlocks({ name, blocks, onMove, onKeepOff }: OrderedBlocksProps) {
  const ids = blocks.map(({ id }) => id)
  const { list, drag, grip } = useDrag(ids, onMove)
  const pressed = useRef<HTMLElement | null>(null)
  // A line that is moved in the page loses the focus; whoever moves it by keyboard goes on moving it.
  useEffect(() => {
    if (pressed.current?.isConnected === true) pressed.current.focus()
    pressed.current = null
  }, [blocks])
  const step = (id: BlockId, by: -1 | 1) => {
    const at = ids.indexOf(id)
    if (ids[at + by] === undefined) return
    pressed.current = document.activeElement as HTMLElement | null
    onMove(id, by === -1 ? (ids[at - 1] ?? null) : nextOf(ids, ids[at + 1] ?? id))
  }
  const onKeyDown = (id: BlockId) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <section aria-label={name}>
      <h4 className={styles['name']}>{name}</h4>
      <ol ref={list} className={styles['rows']} data-dragging={drag !== null}>
        {blocks.map(({ id, statement }, at) => (
          <li
            key={id}
            className={styles['row']}
            data-dragged={drag?.id === id}
            data-landing={drag === null ? undefined : landing(drag.before, id, at === blocks.length - 1)}
            onKeyDown={onKeyDown(id)}
          >
            <span className={styles['grip']} aria-hidden="true" {...grip(id)}>
              <GripVertical size={16} strokeWidth={1.5} />
            </span>
            <span className={styles['words']} dir="auto">
              {statement}
            </span>
            <IconButton
              name={moveUpOnBrief(statement)}
              icon={<ArrowUp size={16} strokeWidth={1.5} />}
              aria-disabled={at === 0}
              onClick={() => step(id, -1)}
            />
            <IconButton
              name={moveDownOnBrief(statement)}
              icon={<ArrowDown size={16} strokeWidth={1.5} />}
              aria-disabled={at === blocks.length - 1}
              onClick={() => step(id, 1)}
            />
            <Button look="text" aria-label={keepOff(statement)} onClick={() => onKeepOff(id)}>
              {ARRANGEMENT.keepOff}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Where the line stands that shows the place. */
function landing(before: BlockId | null, id: BlockId, isLast: boolean): 'before' | 'behind' | undefined {
  if (before === id) return 'before'
  return before === null && isLast ? 'behind' : undefined
}
