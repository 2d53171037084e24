/**
 * Tab goes on from the last thing of a block to the next block, in the order of the outline, and from then on Shift+Tab
 * goes back from the first. Whoever has not gone on that way leaves the panel with Shift+Tab, as do all before the first
 * block and after the last one, and Esc leaves at any time: nobody is held here (WCAG 2.1.2).
 */
import { linesOf, outlineOf } from '@throughline/shared/outline'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { useCallback, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useSession } from '../../session/hooks.ts'

const STOPS =
  'input:not([type=radio]), input[type=radio]:checked, select, textarea, button, [tabindex="0"], .text-field-words'
/** What one writes or chooses in, the choice of a kind apart: where one arrives. */
const FIELDS = '[role=textbox], textarea, select, input:not([type=radio])'

function nextOf(map: PositioningMap, id: BlockId, backwards: boolean): BlockId | undefined {
  const order = linesOf(outlineOf(map)).flatMap(({ entry }) => (entry.again ? [] : [entry.block.id]))
  return order[order.indexOf(id) + (backwards ? -1 : 1)]
}

/** `panel` holds one block after the other, `onKeyDown` is its own. */
export function useWalk(id: BlockId | undefined): {
  readonly panel: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
} {
  const session = useSession()
  const panel = useRef<HTMLDivElement>(null)
  const arriving = useRef<'first' | 'last' | null>(null)
  /** Whether one came to this block by Tab: then Shift+Tab leads back, and not to what stands above. */
  const walked = useRef(false)
  useLayoutEffect(() => {
    walked.current = arriving.current !== null
    if (arriving.current === null) return
    const fields = [...(panel.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
    fields.at(arriving.current === 'first' ? 0 : -1)?.focus()
    arriving.current = null
  }, [id])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const isTab = event.key === 'Tab' && !(event.ctrlKey || event.altKey || event.metaKey)
      if (!isTab || event.defaultPrevented || id === undefined || (event.shiftKey && !walked.current)) return
      const stops = [...(panel.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(
        (stop) => !stop.matches(':disabled'),
      )
      if (stops.at(event.shiftKey ? 0 : -1) !== event.target) return
      const next = nextOf(session.getSnapshot().map, id, event.shiftKey)
      if (next === undefined) return
      event.preventDefault()
      arriving.current = event.shiftKey ? 'last' : 'first'
      session.setView({ selected: [next] })
      session.canvas?.showBlocks([next])
    },
    [session, id],
  )
  return { panel, onKeyDown }
}
