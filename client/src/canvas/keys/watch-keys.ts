/**
 * Keys of the map, before tldraw sees them: Tab walks the argument, and with exactly one block selected `P` adds a
 * proof, `A` an audience, `V` a value, and `T` traces its line. Enter and Esc are tldraw's own, but for the Esc that
 * ends a trace.
 *
 * - **WK1** Tab is no trap: past either end of the argument it leaves the canvas.
 * - **WK2** Nothing is taken from a text field, a menu or a dialog.
 */
import type { BlockId } from '@throughline/shared/schema'
import type { Editor } from 'tldraw'
import { prefersStill } from '../prefers-still.ts'
import type { MapSession } from '../../session/map-session.ts'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'
import { kindOf, makeNext } from '../tools/make-block.ts'
import { ADDING_KEYS, sideFor } from '../tools/sides.ts'
import { stepAlong } from './step-along.ts'

const MOVE_MS = 420

/** The one block that is selected; links and drawing beside it do not count. */
function onlyBlock(editor: Editor): BlockId | null {
  const blocks = editor.getSelectedShapes().filter(isBlockShape)
  const [first] = blocks
  return first !== undefined && blocks.length === 1 ? blockIdOf(first.id) : null
}

function show(editor: Editor, id: BlockId): void {
  editor.select(blockShapeId(id))
  editor.zoomToSelectionIfOffscreen(64, { animation: { duration: prefersStill() ? 0 : MOVE_MS } })
}

function walk(editor: Editor, event: KeyboardEvent): void {
  // tldraw would take the key for itself whenever anything is selected.
  event.stopPropagation()
  const selected = editor.getSelectedShapes().filter(isBlockShape)
  const edge = event.shiftKey ? selected[0] : selected.at(-1)
  const next = stepAlong(editor, edge === undefined ? null : blockIdOf(edge.id), event.shiftKey)
  if (next === null) {
    editor.selectNone()
    return
  }
  event.preventDefault()
  show(editor, next)
}

/** Whether the key was one that adds. */
function add(editor: Editor, key: string): boolean {
  const adds = ADDING_KEYS[key]
  const block = onlyBlock(editor)
  const kind = block === null ? null : kindOf(editor, block)
  if (adds === undefined || block === null || kind === null || editor.getIsReadonly()) return false
  makeNext(editor, block, sideFor(kind, adds), adds)
  return true
}

/** Whether the key began or ended a trace. Esc steps out one level: the selection first, then the trace. */
function trace(editor: Editor, session: MapSession, key: string): boolean {
  const { tracing } = session.getSnapshot().view
  const block = onlyBlock(editor)
  if (key === 'escape' && tracing !== null && editor.getSelectedShapeIds().length === 0) session.trace(null)
  else if (key === 't' && (block !== null || tracing !== null)) session.trace(block)
  else return false
  return true
}

/** Returns what ends it. */
export function watchKeys(editor: Editor, session: MapSession): () => void {
  const container = editor.getContainer()
  const isOurs = (event: KeyboardEvent): boolean =>
    event.target instanceof HTMLElement &&
    !event.target.isContentEditable &&
    !event.target.closest('input, textarea, select, button, a, [role="menu"], [role="dialog"]') &&
    editor.isIn('select.idle') &&
    !editor.menus.hasAnyOpenMenus()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOurs(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Tab') walk(editor, event)
    else if (!event.shiftKey && !event.repeat) {
      const key = event.key.toLowerCase()
      if (!add(editor, key) && !trace(editor, session, key)) return
      event.preventDefault()
      event.stopPropagation()
    }
  }
  // tldraw walks in an order of its own when Tab is let go.
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') event.stopPropagation()
  }
  container.addEventListener('keydown', onKeyDown, { capture: true })
  container.addEventListener('keyup', onKeyUp, { capture: true })
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true })
    container.removeEventListener('keyup', onKeyUp, { capture: true })
  }
}
