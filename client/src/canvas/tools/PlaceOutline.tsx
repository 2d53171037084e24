/** The outline of a card that is not there yet, with the sentence that it waits for. A press, or Enter, makes it. */
import type { BlockKind } from '@throughline/shared/schema'
import { useEffect, useRef } from 'react'
import { OPEN_PLACES } from '../../text/words.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { cardOutline } from '../shapes/card-form.ts'
import type { Box } from '../shapes/link-geometry.ts'
import './open-place.css'

export interface PlaceOutlineProps {
  readonly kind: BlockKind
  readonly box: Box
  /** Its header. */
  readonly says: string
  /** The key that makes it from where one is. */
  readonly shortcut: string | null
  /** Whether it is the end of a traced line. */
  readonly traced?: boolean
  /** Null for those who only read. */
  readonly onMake: (() => void) | null
}

export function PlaceOutline({ kind, box: { x, y, w, h }, says, shortcut, traced = false, onMake }: PlaceOutlineProps) {
  const button = useRef<HTMLButtonElement>(null)
  // The canvas listens on the page itself, before React does, and would take the press and the keys for its own.
  useEffect(() => {
    const element = button.current
    const keep = (event: Event) => event.stopPropagation()
    const kept = ['pointerdown', 'pointerup', 'dblclick', 'keydown', 'keyup', 'touchstart', 'touchend']
    for (const type of kept) element?.addEventListener(type, keep)
    return () => {
      for (const type of kept) element?.removeEventListener(type, keep)
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="open-place"
      data-kind={kind}
      data-traced={traced}
      style={{ transform: `translate(${x}px, ${y}px)`, width: `${w}px`, height: `${h}px` }}
      disabled={onMake === null}
      onClick={() => onMake?.()}
    >
      <svg aria-hidden="true" focusable="false">
        <path d={cardOutline(kind, w, h)} />
      </svg>
      <span className="open-place-kind">
        <KindGlyph kind={kind} />
        {says}
        {shortcut !== null && <kbd aria-hidden="true">{shortcut}</kbd>}
      </span>
      <span className="open-place-says">{OPEN_PLACES[kind]}</span>
    </button>
  )
}
