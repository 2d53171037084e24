/**
 * Keeps the focus in the outline when the line that has it goes away: when somebody else deletes or moves the block, and
 * when it is deleted here. It goes to the same block elsewhere, else to the line that stands in its place.
 */
import type { OutlineLine } from '@throughline/shared/outline'
import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { focusLine } from './use-outline-keys.ts'

interface Place {
  readonly key: string
  readonly at: number
}

interface KeptFocus {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

export function useKeptFocus(list: RefObject<HTMLElement | null>, lines: readonly OutlineLine[]): KeptFocus {
  /** The line that had the focus, and where it stood; null once the focus has gone elsewhere. */
  const last = useRef<Place | null>(null)
  const known = useRef(lines)
  useLayoutEffect(() => {
    known.current = lines
    // React hears of no focus that moves while it changes the page, such as the one a closing dialog gives back.
    const now = lineAt(document.activeElement, lines, list.current)
    if (now !== null) last.current = now
    const had = last.current
    if (had === null || document.activeElement !== document.body) return
    const block = had.key.slice(had.key.indexOf('>') + 1)
    const same = lines.find(({ key }) => key === had.key) ?? lines.find(({ entry }) => entry.block.id === block)
    const next = same ?? lines[Math.min(had.at, lines.length - 1)]
    if (next !== undefined) focusLine(list.current, next.key)
  })
  return {
    onFocus: ({ target }) => {
      last.current = lineAt(target, known.current, list.current)
    },
    onBlur: ({ relatedTarget }) => {
      // Without a goal it may be that the line itself has gone; only going elsewhere ends it.
      if (relatedTarget instanceof Node && list.current?.contains(relatedTarget) !== true) last.current = null
    },
  }
}

function lineAt(element: Element | null, lines: readonly OutlineLine[], list: HTMLElement | null): Place | null {
  const key = list?.contains(element) === true && element?.closest<HTMLElement>('[data-entry]')?.dataset['entry']
  return typeof key === 'string' ? { key, at: lines.findIndex((line) => line.key === key) } : null
}
