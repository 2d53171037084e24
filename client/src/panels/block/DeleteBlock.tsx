import { removeBlocks } from '@throughline/shared/doc'
import type { Block } from '@throughline/shared/schema'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../session/hooks.ts'
import { BLOCK_DELETED, DELETE, DELETE_BLOCK, DELETE_SURE, KEEP } from '../../text/block-panel.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './BlockPanel.module.css'

/** Asks in place, in a sentence; undo brings everything back. */
export function DeleteBlock({ block }: { readonly block: Block }) {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: the question takes its focus, and Tab goes on to the answers.
  useEffect(() => question.current?.focus(), [asking])
  const remove = () => {
    session.edit((map) => removeBlocks(map, [block.id], session.now()))
    session.say(BLOCK_DELETED)
    session.canvas?.focus()
  }
  return (
    <section className={styles['delete']}>
      {asking ? (
        <>
          <p ref={question} tabIndex={-1} className={styles['question']}>
            {DELETE_SURE}
          </p>
          <Button onClick={remove}>{DELETE}</Button>
          <Button look="text" onClick={() => setAsking(false)}>
            {KEEP}
          </Button>
        </>
      ) : (
        <Button look="text" onClick={() => setAsking(true)}>
          {DELETE_BLOCK}
        </Button>
      )}
    </section>
  )
}
