/** Settling the wording of the chosen block: the wordings there are, one written out of them, and dissent in own words. */
import type { Block } from '@throughline/shared/schema'
import { useEffect, useId, useState } from 'react'
import { useMap } from '../../session/hooks.ts'
import {
  CHOOSE_TO_DECIDE,
  DISSENT,
  DISSENT_KEPT,
  KEEP_DISSENT,
  MARK_AGREED,
  USE_THIS,
  WORDING,
  WRITE_TOGETHER,
  YOUR_DISSENT,
} from '../../text/workshop.ts'
import { questionFor } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocus } from '../../ui/use-focus.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import styles from './Workshop.module.css'

export interface DecidePartProps {
  readonly live: LiveWorkshop
  readonly busy: boolean
  readonly block: Block | null
}

export function DecidePart({ live, busy, block }: DecidePartProps) {
  if (block === null) return <p className={styles['empty']}>{CHOOSE_TO_DECIDE}</p>
  return (
    <div key={block.id} className={styles['deciding']}>
      <Wordings live={live} busy={busy} block={block} />
      <Dissent live={live} busy={busy} block={block} />
    </div>
  )
}

function Wordings({ live, busy, block }: DecidePartProps & { readonly block: Block }) {
  const id = useId()
  const { voices } = useMap()
  const [text, setText] = useState(block.statement)
  // Another block, or wording that others have changed before one began.
  useEffect(() => setText(block.statement), [block.id, block.statement])
  const told = voices.flatMap(({ id, name }) => {
    const words = block.tellings.get(id)
    return words === undefined ? [] : [{ id: id as string, name, words }]
  })
  const wordings = block.statement === '' ? told : [{ id: '', name: '', words: block.statement }, ...told]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void live.send({ type: 'decide', about: block.id, text: text.trim() })
      }}
    >
      <h3 className={styles['heading']}>{block.statement === '' ? questionFor(block) : WRITE_TOGETHER}</h3>
      <ul className={styles['writings']}>
        {wordings.map(({ id, name, words }) => (
          <li key={id}>
            {name !== '' && <p className={styles['teller']}>{name}</p>}
            <p className={styles['said']} dir="auto">
              {words}
            </p>
            <Button look="text" onClick={() => setText(words)}>
              {USE_THIS}
              <span className="only-heard">: {words}</span>
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className={styles['label']}>
        {WORDING}
      </label>
      <textarea
        id={id}
        className={styles['answer']}
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={busy || text.trim() === ''}>
        {MARK_AGREED}
      </Button>
    </form>
  )
}

function Dissent({ live, busy, block }: DecidePartProps & { readonly block: Block }) {
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

function WriteDissent({
  live,
  busy,
  block,
  onKept,
}: DecidePartProps & { readonly block: Block; readonly onKept: () => void }) {
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
