/**
 * The trace that the canvas shows, for whatever draws cards and links. Only those on the line hear of it; all others
 * step back by one attribute on the editor's container, so that a thousand cards cost one reading of styles.
 */
import { traceOf, type Trace } from '@throughline/shared/trace'
import type { BlockId, BlockKind, LinkId, Relation } from '@throughline/shared/schema'
import { atom, type Atom, type Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'

const traces = new WeakMap<Editor, Atom<Trace | null>>()

/** Null while nothing is traced. */
export function shownTrace(editor: Editor): Atom<Trace | null> {
  const known = traces.get(editor)
  if (known !== undefined) return known
  const made = atom<Trace | null>('trace', null)
  traces.set(editor, made)
  return made
}

export const isOnLine = (editor: Editor, id: BlockId): boolean => shownTrace(editor).get()?.blocks.has(id) === true

export const isLinkOnLine = (editor: Editor, id: LinkId | null): boolean =>
  id !== null && shownTrace(editor).get()?.links.has(id) === true

/** When each part is drawn: from the purpose to the audience, in five steps (see `trace.css`). */
export const CARD_STEP: Record<BlockKind, number> = { purpose: 0, value: 2, proof: 4, audience: 4 }
export const LINK_STEP: Record<Relation, number> = { drives: 1, serves: 3, supports: 3, relates: 3 }

/** Follows what the session traces, and the map under it; `onNew` when another line lights up. Returns what ends it. */
export function watchTrace(editor: Editor, session: MapSession, onNew: () => void): () => void {
  const shown = shownTrace(editor)
  const container = editor.getContainer()
  let before: readonly unknown[] = []
  const follow = (): void => {
    const { map, view } = session.getSnapshot()
    const { tracing } = view
    if (before[0] === tracing && (tracing === null || before[1] === map)) return
    before = [tracing, map]
    const trace = tracing === null ? null : traceOf(map, tracing)
    const isNew = trace !== null && shown.__unsafe__getWithoutCapture()?.start !== tracing
    container.toggleAttribute('data-tracing', trace !== null)
    shown.set(trace)
    if (isNew) onNew()
  }
  follow()
  const stop = session.subscribe(follow)
  return () => {
    stop()
    container.removeAttribute('data-tracing')
    shown.set(null)
  }
}
