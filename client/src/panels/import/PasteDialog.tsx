/** A text on its way to blocks: pasted or typed here, then looked through line by line. Knows nothing of where it lands. */
import { asAppError } from '@throughline/shared/errors'
import { PASTE_FORMS, importPasted, type Choice, type Pasted } from '@throughline/shared/paste'
import { useMemo, useReducer, useState } from 'react'
import { errorText } from '../../text/errors.ts'
import * as says from '../../text/paste.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { changedChoices, firstChoices } from './choices.ts'
import { RepairReport } from './ImportDialog.tsx'
import { readSource, readText, type ReadSource } from './paste-source.ts'
import { PastePreview } from './PastePreview.tsx'
import styles from './PasteDialog.module.css'

export interface PasteDialogProps {
  /** Read already; null to ask for a text first. */
  readonly source: ReadSource | null
  readonly onSource: (source: ReadSource) => void
  /** A map file was pasted: its own dialog takes it. */
  readonly onMapFile: (text: string) => void
  readonly onFile: () => void
  /** "Make the map" or "Add to this map". */
  readonly action: string
  readonly busy: boolean
  readonly trouble?: string | undefined
  readonly onGo: (source: ReadSource, choose: Choice) => void
  /** Where the words could also stay words. */
  readonly onAsText?: ((text: string) => void) | undefined
  readonly onClose: () => void
}

export function PasteDialog(props: PasteDialogProps) {
  const { source } = props
  return source === null ? (
    <AskForText {...props} />
  ) : (
    <LookThrough key={keyOf(source.pasted)} {...props} source={source} />
  )
}

const keys = new WeakMap<Pasted, number>()
let nextKey = 0

/** Another text is another look: nothing chosen in the one before stays. */
function keyOf(pasted: Pasted): number {
  const key = keys.get(pasted) ?? (nextKey += 1)
  keys.set(pasted, key)
  return key
}

function AskForText({ onSource, onMapFile, onFile, onClose, trouble }: PasteDialogProps) {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState('')
  const look = () => {
    try {
      const source = readSource('', text)
      if (source === 'map-file') onMapFile(text)
      else onSource(source)
    } catch (error) {
      setRefused(errorText(asAppError(error)).says)
    }
  }
  return (
    <Dialog
      title={says.PASTE_TITLE}
      intro={says.PASTE_INTRO}
      onClose={onClose}
      actions={
        <>
          <Button look="filled" disabled={text.trim() === ''} onClick={look}>
            {says.PASTE_LOOK}
          </Button>
          <Button look="text" onClick={onFile}>
            {says.PASTE_FILE}
          </Button>
        </>
      }
    >
      <label className={styles['field']}>
        {says.PASTE_FIELD}
        <textarea
          className={styles['text']}
          rows={10}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p role="alert">{refused === '' ? trouble : refused}</p>
    </Dialog>
  )
}

function LookThrough({
  source,
  onSource,
  action,
  busy,
  trouble,
  onGo,
  onAsText,
  onClose,
}: PasteDialogProps & { readonly source: ReadSource }) {
  const { pasted, form, text } = source
  const [choices, step] = useReducer(changedChoices, pasted, firstChoices)
  const [refused, setRefused] = useState('')
  const choose: Choice = ({ id }) => choices.kinds.get(id) ?? null
  const plan = useMemo(
    () => importPasted(pasted, ({ id }) => choices.kinds.get(id) ?? null, 'make'),
    [pasted, choices.kinds],
  )
  const readAs = (other: (typeof PASTE_FORMS)[number]) => {
    try {
      onSource(readText(text, other))
    } catch (error) {
      setRefused(errorText(asAppError(error)).says)
    }
  }
  return (
    <Dialog
      title={says.sayPlan(plan.blocks.length, plan.links.length)}
      wide
      onClose={onClose}
      actions={
        <>
          <Button look="filled" disabled={busy || plan.blocks.length === 0} onClick={() => onGo(source, choose)}>
            {busy ? 'One moment…' : action}
          </Button>
          {onAsText !== undefined && text !== '' && (
            <Button look="text" onClick={() => onAsText(text)}>
              {says.PASTE_AS_TEXT}
            </Button>
          )}
          <Button look="text" onClick={onClose}>
            {says.PASTE_LEAVE}
          </Button>
        </>
      }
    >
      {form !== null && (
        <div className={styles['form']}>
          <Select
            label={says.READ_AS}
            value={form}
            options={PASTE_FORMS.map((value) => ({ value, says: says.FORM_WORDS[value] }))}
            onChoose={readAs}
          />
        </div>
      )}
      {pasted.lines.length === 0 ? (
        <p className={styles['nothing']}>{says.PASTE_NOTHING}</p>
      ) : (
        <PastePreview pasted={pasted} choices={choices} onStep={step} />
      )}
      {pasted.report.length > 0 && <RepairReport report={pasted.report} />}
      <p role="alert">{refused === '' ? trouble : refused}</p>
    </Dialog>
  )
}
