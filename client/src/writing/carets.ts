/**
 * Everybody's caret in one text: mine announced to the others, theirs drawn here, with a name for two seconds after
 * each of their keystrokes. Announced in y-prosemirror's format, so that stock clients show it too.
 *
 * Instead of y-prosemirror's own plugin, which throws on a position that is none (so any peer could break an open
 * editor), redraws with every pointer that moves on the map, and lets two editors of one text fight over the caret.
 */
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { MapSession } from '../session/map-session.ts'
import { readPresence } from '../session/presence.ts'
import { personCss } from './person-style.ts'
import { isFromShared } from './from-shared.ts'
import { takePendingCaret } from './pending-caret.ts'
import { toEditor, toShared } from './text-position.ts'

const NAME_SHOWN_MS = 2_000

/** Whose carets, and where they are announced. */
type WritingSession = Pick<MapSession, 'doc' | 'awareness'>

interface Caret {
  readonly client: number
  readonly name: string
  /** 0–7, as presence counts them. */
  readonly color: number
  readonly anchor: number
  readonly head: number
  readonly named: boolean
}

/** When each peer's caret last moved, by this window's clock. */
type Moves = Map<number, { readonly cursor: string; readonly until: number }>

export const caretsKey = new PluginKey<DecorationSet>('carets')

export function caretsPlugin(session: WritingSession, fragment: Y.XmlFragment): Plugin<DecorationSet> {
  const moves: Moves = new Map()
  const draw = (state: EditorState) => decorations(state, readCarets(session, fragment, state, moves))
  return new Plugin({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown, _old, state) => {
        if (transaction.getMeta(caretsKey) === 'redraw' || isFromShared(transaction)) return draw(state)
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown
      },
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => watchCarets(view, session, fragment, moves),
  })
}

function readCarets(
  session: WritingSession,
  fragment: Y.XmlFragment,
  { doc }: EditorState,
  moves: Moves,
): readonly Caret[] {
  return [...session.awareness.getStates()].flatMap(([client, state]): Caret[] => {
    const presence = client === session.doc.clientID ? null : readPresence(state)
    const { anchor, head } = cursorOf(state)
    const from = presence === null ? null : toEditor(fragment, doc, anchor)
    const to = presence === null ? null : toEditor(fragment, doc, head)
    if (presence === null || from === null || to === null) return []
    const named = (moves.get(client)?.until ?? 0) > Date.now()
    return [{ client, name: presence.name, color: presence.color, anchor: from, head: to, named }]
  })
}

function cursorOf(state: unknown): { readonly anchor?: unknown; readonly head?: unknown } {
  const cursor = (state as { cursor?: unknown } | null)?.cursor
  return typeof cursor === 'object' && cursor !== null ? cursor : {}
}

function decorations({ doc }: EditorState, carets: readonly Caret[]): DecorationSet {
  const shown = carets.flatMap((caret) => [
    Decoration.widget(caret.head, () => caretElement(caret), {
      key: `${caret.client} ${caret.name} ${caret.color} ${caret.named}`,
      side: 10,
      ignoreSelection: true,
    }),
    Decoration.inline(Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head), {
      class: 'text-field-selected',
      style: personCss(caret.color),
    }),
  ])
  return DecorationSet.create(doc, shown)
}

function caretElement({ name, color, named }: Caret): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'text-field-caret'
  caret.setAttribute('style', personCss(color))
  // The names of who writes are said by the card; a screen reader reads the text here.
  caret.ariaHidden = 'true'
  // Drawn by the style sheet: in the element it would pass for words of the text.
  if (named) caret.dataset['name'] = name
  return caret
}

/** Draws others' carets as they move and announces mine while I have the focus. */
function watchCarets(view: EditorView, session: WritingSession, fragment: Y.XmlFragment, moves: Moves) {
  const { awareness, doc } = session
  let announced: string | null = null
  let unname: ReturnType<typeof setTimeout> | null = null

  const redraw = (): void => {
    // Not in the middle of a composition: the next movement catches up.
    if (view.isDestroyed || view.composing) return
    takePendingCaret(view)
    view.dispatch(view.state.tr.setMeta(caretsKey, 'redraw').setMeta('addToHistory', false))
  }
  const onPresence = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }): void => {
    const changed = [...added, ...updated, ...removed].filter((client) => client !== doc.clientID)
    if (changed.filter((client) => noteMove(moves, client, awareness.getStates().get(client))).length === 0) return
    redraw()
    if (unname !== null) clearTimeout(unname)
    unname = setTimeout(redraw, NAME_SHOWN_MS + 10)
  }
  const announce = (): void => {
    const cursor = view.hasFocus() ? myCursor(view.state, fragment) : null
    const json = cursor === null ? null : JSON.stringify(cursor)
    if (json === announced) return
    announced = json
    awareness.setLocalStateField('cursor', cursor)
  }

  for (const [client, state] of awareness.getStates()) noteMove(moves, client, state)
  awareness.on('change', onPresence)
  view.dom.addEventListener('focus', announce)
  view.dom.addEventListener('blur', announce)
  return {
    update: announce,
    destroy: () => {
      if (unname !== null) clearTimeout(unname)
      awareness.off('change', onPresence)
      view.dom.removeEventListener('focus', announce)
      view.dom.removeEventListener('blur', announce)
      if (announced !== null) awareness.setLocalStateField('cursor', null)
    },
  }
}

/** Whether this caret is elsewhere than when it was last looked at. */
function noteMove(moves: Moves, client: number, state: unknown): boolean {
  const cursor = JSON.stringify(cursorOf(state))
  const last = moves.get(client)?.cursor ?? '{}'
  if (cursor === last) return false
  moves.set(client, { cursor, until: Date.now() + NAME_SHOWN_MS })
  return true
}

function myCursor({ doc, selection }: EditorState, fragment: Y.XmlFragment) {
  const anchor = toShared(fragment, doc, selection.anchor)
  const head = toShared(fragment, doc, selection.head)
  return anchor === null || head === null ? null : { anchor, head }
}
