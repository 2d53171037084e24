/** Who sees it differently says so in their own words; it stands among the open questions under their name. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { useState } from 'react'
import { CHANGE_DISSENT, DISSENT, DISSENT_KEPT, KEEP_DISSENT, YOUR_DISSENT } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocus } from '../../ui/use-focus.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { Answer } from './Answer.tsx'
import styles from './Workshop.module.css'

export interface DissentProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  /** The block that it is about. */
  readonly about: string
  /** What this person has said of it before. */
  readonly before?: string
}

export function Dissent({ live, busy, about, before = '' }: DissentProps) {
  const [writes, setWrites] = useState(false)
  const [kept, setKept] = useState(false)
  if (!writes)
    return (
      <p className={styles['acts']}>
        <Button look="text" onClick={() => setWrites(true)}>
          {before === '' ? DISSENT : CHANGE_DISSENT}
        </Button>
        <span role="status">{kept && DISSENT_KEPT}</span>
      </p>
    )
  return (
    <WriteDissent
      live={live}
      busy={busy}
      about={about}
      before={before}
      onKept={() => {
        setKept(true)
        setWrites(false)
      }}
    />
  )
}

function WriteDissent({ live, busy, about, before = '', onKept }: DissentProps & { readonly onKept: () => void }) {
  const field = useFocus<HTMLTextAreaElement>()
  const [text, setText] = useState(before)
  const keep = async () => {
    if (await live.send({ type: 'dissent', about, text: text.trim() })) onKept()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Answer label={YOUR_DISSENT} field={field} rows={2} value={text} onWrite={setText} />
      <Button type="submit" disabled={busy || text.trim() === ''}>
        {KEEP_DISSENT}
      </Button>
    </form>
  )
}

/** `''` where this person has said nothing against it. */
export function ownDissent({ blocks = [], me }: WorkshopView, about: string): string {
  const against = blocks.find(({ block }) => block === about)?.dissents
  return against?.find(({ person }) => person === me.person)?.text ?? ''
}
