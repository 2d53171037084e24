/** The voices of this map: their names and their order, one more, one less. */
import { addVoice, moveVoice, removeVoice, renameVoice, type VoiceRefusal } from '@throughline/shared/doc'
import { LIMITS, newBlockId, type Voice } from '@throughline/shared/schema'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useBeforeLock, useSession } from '../../session/hooks.ts'
import {
  ADD,
  ADD_VOICE,
  moveDown,
  moveUp,
  removeVoiceOf,
  VOICE_NAME,
  voiceRefused,
  voiceRemoved,
  VOICES,
} from '../../text/tellings.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './TellingsPanel.module.css'

export function VoicesEditor({ voices }: { readonly voices: readonly Voice[] }) {
  const session = useSession()
  const [refusal, setRefusal] = useState<VoiceRefusal | null>(null)
  const [name, setName] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    session.edit((map) => {
      const added = addVoice(map, name, newBlockId())
      setRefusal(added.ok ? null : added.why)
      if (added.ok) setName('')
    })
  }
  return (
    <details className={styles['voices']}>
      <summary>{VOICES}</summary>
      <ul>
        {voices.map((voice, at) => (
          <OneVoice
            key={voice.id}
            voice={voice}
            first={at === 0}
            last={at === voices.length - 1}
            onRefusal={setRefusal}
          />
        ))}
      </ul>
      <form className={styles['add']} onSubmit={add}>
        <Field
          label={ADD_VOICE}
          inline
          value={name}
          maxLength={LIMITS.nameLength}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{ADD}</Button>
      </form>
      <p className={styles['refusal']} role="status">
        {refusal !== null && voiceRefused(refusal)}
      </p>
    </details>
  )
}

interface OneVoiceProps {
  readonly voice: Voice
  readonly first: boolean
  readonly last: boolean
  readonly onRefusal: (why: VoiceRefusal | null) => void
}

function OneVoice({ voice, first, last, onRefusal }: OneVoiceProps) {
  const session = useSession()
  const [draft, setDraft] = useState<string | null>(null)
  const rename = () => {
    if (draft !== null && draft.trim() !== voice.name)
      session.edit((map) => {
        const renamed = renameVoice(map, voice.id, draft)
        onRefusal(renamed.ok ? null : renamed.why)
      })
    setDraft(null)
  }
  useBeforeLock(rename)
  const move = (by: -1 | 1) => session.edit((map) => moveVoice(map, voice.id, by))
  const remove = () => {
    session.edit((map) => removeVoice(map, voice.id))
    session.say(voiceRemoved(voice.name))
  }
  return (
    <li className={styles['one-voice']}>
      <input
        aria-label={VOICE_NAME}
        value={draft ?? voice.name}
        maxLength={LIMITS.nameLength}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename()
          else if (event.key === 'Escape' && draft !== null) {
            event.preventDefault()
            setDraft(null)
          }
        }}
      />
      <IconButton
        name={moveUp(voice.name)}
        icon={<ArrowUp size={16} strokeWidth={1.5} />}
        disabled={first}
        onClick={() => move(-1)}
      />
      <IconButton
        name={moveDown(voice.name)}
        icon={<ArrowDown size={16} strokeWidth={1.5} />}
        disabled={last}
        onClick={() => move(1)}
      />
      <IconButton name={removeVoiceOf(voice.name)} icon={<X size={16} strokeWidth={1.5} />} onClick={remove} />
    </li>
  )
}
