/**
 * Keys of the map, before tldraw sees them: Tab walks the argument, and with exactly one block selected `P` adds a
 * proof and `A` an audience. Enter and Esc are tldraw's own.
 *
 * - **WK1** Tab is no trap: past either end of the argument it leaves the canvas.
 * - **WK2** Nothing is taken from a text field, a menu or a dialog.
 */
import type { BlockId, BlockKind } from '@throughline/shared/schema'
import type { Editor } from 'tldraw'
import { blockIdOf, blockShapeId } from '../shape-ids.ts'
import { isBlockShape } from '../shape-types.ts'
import { kindOf, makeNext } from '../tools/make-block.ts'
import type { Side } from '../tools/pull-state.ts'
import { stepAlong } from './step-along.ts'

interface Adding {
  readonly kind: BlockKind
  readonly side: Side
}

const ADDS: Readonly<Record<string, Adding>> = {
  p: { kind: 'proof', side: 'bottom' },
  a: { kind: 'audience', side: 'right' },
}

const MOVE_MS = 420

/** The one block that is selected; links and drawing beside it do not count. */
function onlyBlock(editor: Editor): BlockId | null {
  const blocks = editor.getSelectedShapes().filter(isBlockShape)
  const [first] = blocks
  return first !== undefined && blocks.length === 1 ? blockIdOf(first.id) : null
}

function show(editor: Editor, id: BlockId): void {
  editor.select(blockShapeId(id))
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  editor.zoomToSelectionIfOffscreen(64, { animation: { duration: still ? 0 : MOVE_MS } })
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

function add(editor: Editor, event: KeyboardEvent): void {
  const adding = ADDS[event.key.toLowerCase()]
  const block = onlyBlock(editor)
  if (adding === undefined || block === null || editor.getIsReadonly()) return
  event.preventDefault()
  event.stopPropagation()
  // A proof lies above what it holds; what is added to a proof goes to its side.
  const side = kindOf(editor, block) === 'proof' ? 'right' : adding.side
  makeNext(editor, block, side, adding.kind)
}

/** Returns what ends it. */
export function watchKeys(editor: Editor): () => void {
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
    else if (!event.shiftKey && !event.repeat) add(editor, event)
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
