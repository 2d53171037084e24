/** Every line of a pasted text with what it is about to become. Lines are chosen and changed by mouse or keyboard. */
import type { Pasted, PastedLine } from '@throughline/shared/paste'
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'
import { useEffect, useId, useRef, type Dispatch, type KeyboardEvent, type MouseEvent } from 'react'
import { LEAVE_OUT, PASTE_KEYS, PASTE_KINDS, PASTE_LINES, sayChosen, sayGround, sayKindFor } from '../../text/paste.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { choiceKey, type Choices, type ChoiceStep } from './choices.ts'
import styles from './PastePreview.module.css'

export interface PastePreviewProps {
  readonly pasted: Pasted
  readonly choices: Choices
  readonly onStep: Dispatch<ChoiceStep>
}

interface Part {
  readonly under: string
  readonly lines: readonly { readonly line: PastedLine; readonly at: number }[]
}

/** Lines that follow each other under one heading. */
function partsOf({ lines }: Pasted): readonly Part[] {
  const parts: { under: string; lines: { line: PastedLine; at: number }[] }[] = []
  for (const [at, line] of lines.entries()) {
    const last = parts.at(-1)
    if (last === undefined || last.under !== line.under) parts.push({ under: line.under, lines: [{ line, at }] })
    else last.lines.push({ line, at })
  }
  return parts
}

/** A press on a line chooses it; on a heading, all that stands under it. By touch, with no keys to hold, each adds. */
function pointStep({ target, nativeEvent, shiftKey, ctrlKey, metaKey }: MouseEvent): ChoiceStep | null {
  const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-at], [data-part]') : null
  if (pressed === null) return null
  const { at, part } = pressed.dataset
  if (part !== undefined) return { do: 'mark', ids: part.split(' ') }
  const touched = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
  return { do: 'point', at: Number(at), how: shiftKey ? 'range' : ctrlKey || metaKey || touched ? 'more' : 'one' }
}

export function PastePreview({ pasted, choices, onStep }: PastePreviewProps) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const here = choices.ids[choices.at] ?? ''
  // The dialog is open by then, and has put the focus on its first control.
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    document.getElementById(`${id}${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, here])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = choiceKey(event)
    if (step === null) return
    event.preventDefault()
    onStep(step)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const step = pointStep(event)
    if (step === null) return
    list.current?.focus()
    onStep(step)
  }
  return (
    <>
      <KindBar marked={choices.marked.size} all={choices.ids.length} onSet={(kind) => onStep({ do: 'set', kind })} />
      <div
        ref={list}
        className={styles['list']}
        role="listbox"
        aria-label={PASTE_LINES}
        aria-multiselectable="true"
        aria-describedby={`${id}keys`}
        aria-activedescendant={`${id}${here}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {partsOf(pasted).map(({ under, lines }) => (
          <div key={lines[0]?.at} role="group" aria-label={under === '' ? PASTE_LINES : under}>
            {under !== '' && (
              <p className={styles['under']} aria-hidden="true" data-part={lines.map(({ line }) => line.id).join(' ')}>
                {under}
              </p>
            )}
            {lines.map(({ line, at }) => (
              <Line
                key={line.id}
                id={`${id}${line.id}`}
                line={line}
                kind={choices.kinds.get(line.id) ?? null}
                marked={choices.marked.has(line.id)}
                at={at}
                here={at === choices.at}
              />
            ))}
          </div>
        ))}
      </div>
      <p id={`${id}keys`} className={styles['keys']}>
        {PASTE_KEYS}
      </p>
    </>
  )
}

interface KindBarProps {
  readonly marked: number
  readonly all: number
  readonly onSet: (kind: BlockKind | null) => void
}

function KindBar({ marked, all, onSet }: KindBarProps) {
  return (
    <div className={styles['bar']} role="toolbar" aria-label={PASTE_KINDS}>
      <span className={styles['chosen']} role="status">
        {sayChosen(marked, all)}
      </span>
      {BLOCK_KINDS.map((kind, at) => (
        <button key={kind} type="button" className={styles['kind']} onClick={() => onSet(kind)}>
          <KindGlyph kind={kind} tinted />
          {KIND_WORDS[kind]}
          <kbd aria-hidden="true">{at + 1}</kbd>
        </button>
      ))}
      <button type="button" className={styles['kind']} onClick={() => onSet(null)}>
        {LEAVE_OUT}
        <kbd aria-hidden="true">0</kbd>
      </button>
    </div>
  )
}

interface LineProps {
  readonly id: string
  readonly line: PastedLine
  readonly kind: BlockKind | null
  readonly marked: boolean
  readonly here: boolean
  /** Its place among all lines. */
  readonly at: number
}

function Line({ id, line, kind, marked, here, at }: LineProps) {
  const why = kind === null ? line.leave : kind === line.kind ? sayGround(line.ground) : ''
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      data-at={at}
      aria-selected={marked}
      data-here={here}
      data-left={kind === null}
      className={`${styles['line']} ${kind === null ? '' : styles[kind]}`}
    >
      <span className={styles['what']}>
        {kind !== null && <KindGlyph kind={kind} tinted />}
        {sayKindFor(kind)}
      </span>
      <span className={styles['words']}>
        <span dir="auto" className={styles['statement']}>
          {line.statement === '' ? '–' : line.statement}
        </span>
        {line.detail !== '' && (
          <span dir="auto" className={styles['detail']}>
            {line.detail}
          </span>
        )}
        {why !== '' && <span className={styles['why']}>{why}</span>}
      </span>
    </div>
  )
}
