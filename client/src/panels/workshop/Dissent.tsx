/** Who sees it differently says so in their own words; it stands among the open questions under their name. */
import type { Block } from '@throughline/shared/schema'
import { useId, useState } from 'react'
import { DISSENT, DISSENT_KEPT, KEEP_DISSENT, YOUR_DISSENT } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocus } from '../../ui/use-focus.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import styles from './Workshop.module.css'

export interface DissentProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly block: Block
}

export function Dissent({ live, busy, block }: DissentProps) {
  const [writes, setWrites] = useState(false)
  const [kept, setKept] = useState(false)
  if (!writes)
    return (
      <p className={styles['acts']}>
        <Button look="text" onClick={() => setWrites(true)}>
          {DISSENT}
        </Button>
        <span role="status">{kept && DISSENT_KEPT}</span>
      </p>
    )
  return (
    <WriteDissent
      live={live}
      busy={busy}
      block={block}
      onKept={() => {
        setKept(true)
        setWrites(false)
      }}
    />
  )
}

function WriteDissent({ live, busy, block, onKept }: DissentProps & { readonly onKept: () => void }) {
  const id = useId()
  const field = useFocus<HTMLTextAreaElement>()
  const [text, setText] = useState('')
  const keep = async () => {
    if (await live.send({ type: 'dissent', about: block.id, text: text.trim() })) onKept()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {YOUR_DISSENT}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles['answer']}
        dir="auto"
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={busy || text.trim() === ''}>
        {KEEP_DISSENT}
      </Button>
    </form>
  )
}
