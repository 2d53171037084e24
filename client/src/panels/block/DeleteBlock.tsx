import { removeBlocks } from '@throughline/shared/doc'
import type { Block } from '@throughline/shared/schema'
import { useState } from 'react'
import { useSession } from '../../session/hooks.ts'
import { BLOCK_DELETED, DELETE, DELETE_BLOCK, DELETE_SURE, KEEP } from '../../text/block-panel.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './BlockPanel.module.css'

/** Asks in place, in a sentence; undo brings everything back. */
export function DeleteBlock({ block }: { readonly block: Block }) {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const remove = () => {
    session.edit((map) => removeBlocks(map, [block.id], session.now()))
    session.say(BLOCK_DELETED)
    session.canvas?.focus()
  }
  return (
    <section className={styles['delete']} aria-live="polite">
      {asking ? (
        <>
          <p>{DELETE_SURE}</p>
          <Button onClick={remove}>{DELETE}</Button>
          <Button look="text" autoFocus onClick={() => setAsking(false)}>
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
