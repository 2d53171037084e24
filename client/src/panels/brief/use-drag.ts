/**
 * Lines of a list, dragged by a grip with mouse, pen or finger. Where a line would land is known while one drags; it is
 * moved once, when it is let go. Esc lets go without moving.
 */
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'

export interface Drag<Id extends string> {
  readonly id: Id
  /** The line that it would stand before; null behind the last. */
  readonly before: Id | null
}

export interface Dragging<Id extends string> {
  readonly list: RefObject<HTMLOListElement | null>
  readonly drag: Drag<Id> | null
  readonly grip: (id: Id) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
}

/** The items of the list stand in the order of `ids`. */
export function useDrag<Id extends string>(
  ids: readonly Id[],
  onDrop: (id: Id, before: Id | null) => void,
): Dragging<Id> {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag<Id> | null>(null)
  const isDragging = drag !== null
  useEffect(() => {
    if (!isDragging) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setDrag(null)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [isDragging])
  const beforeAt = (id: Id, y: number): Id | null => {
    const rows = [...(list.current?.children ?? [])]
    const at = rows.findIndex((row, n) => ids[n] !== id && y < middleOf(row))
    // Long lists scroll along.
    rows[at === -1 ? rows.length - 1 : at]?.scrollIntoView({ block: 'nearest' })
    return at === -1 ? null : (ids[at] ?? null)
  }
  const grip: Dragging<Id>['grip'] = (id) => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ id, before: nextOf(ids, id) })
    },
    onPointerMove: (event) => {
      if (drag?.id === id) setDrag({ id, before: beforeAt(id, event.clientY) })
    },
    onPointerUp: () => {
      if (drag?.id === id && drag.before !== nextOf(ids, id)) onDrop(id, drag.before)
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { list, drag, grip }
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}

/** What a line stands before as it is. */
export function nextOf<Id>(ids: readonly Id[], id: Id): Id | null {
  return ids[ids.indexOf(id) + 1] ?? null
}
