/**
 * Lets a composition (Japanese, Chinese, most typing on Android) come to its end while others write in the same text.
 *
 * A browser gives a composition up as soon as the words around it change under it, and leaves the half-written syllables
 * behind (seen in Chromium: ととうきとうきょう東京 for 東京). So from the first change that somebody else makes in this
 * text during a composition, editor and shared text each go their own way; when it ends, the editor takes over what the
 * others wrote, and what was composed is put in where its place is by then.
 *
 * - **CO1** Nothing that anybody wrote is lost, and only characters that this person took away go.
 */
import { fitsSchema } from '@throughline/shared/doc'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { simpleDiffString } from 'lib0/diff'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { toEditor } from './text-position.ts'

/** ProseMirror reads the last of a composition from the page within 20 ms of its end. */
const READ_WITHIN_MS = 60
/** A composition that rests this long no longer keeps others' words away: Android leaves one open at every word. */
const REST_MS = 5_000

interface Binding {
  mux: (act: () => void) => void
  _forceRerender(): void
}

/** A run of characters as they were made, by whom and when. */
interface Run {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** The text as editor and document last agreed on it. */
interface Held {
  readonly doc: Node
  readonly paragraph: number
  readonly runs: readonly Run[]
}

export function composingPlugin(fragment: Y.XmlFragment): Plugin {
  let hold: Hold | null = null
  return new Plugin({
    key: new PluginKey('composing'),
    view: (view) => (hold = new Hold(view, fragment)),
    props: {
      handleKeyDown: (view) => {
        if (!view.composing) hold?.release()
        return false
      },
      handleDOMEvents: {
        compositionupdate: () => void hold?.touch(),
        compositionend: () => void hold?.ends(),
      },
    },
  })
}

class Hold {
  readonly #view: EditorView
  readonly #fragment: Y.XmlFragment
  readonly #binding: Binding
  #held: Held | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(view: EditorView, fragment: Y.XmlFragment) {
    this.#view = view
    this.#fragment = fragment
    this.#binding = (ySyncPluginKey.getState(view.state) as { binding: Binding }).binding
    // Both directions of y-prosemirror go through this gate of its.
    const { mux } = this.#binding
    this.#binding.mux = (act) => {
      if (this.#held === null) mux(act)
    }
    fragment.doc?.on('beforeTransaction', this.#before)
    fragment.doc?.on('afterTransaction', this.#after)
  }

  destroy(): void {
    this.release()
    this.#fragment.doc?.off('beforeTransaction', this.#before)
    this.#fragment.doc?.off('afterTransaction', this.#after)
  }

  readonly #before = ({ local }: Y.Transaction): void => {
    if (!local && this.#held === null && this.#view.composing) this.#held = remember(this.#view, this.#fragment)
  }

  readonly #after = (transaction: Y.Transaction): void => {
    if (this.#held === null || this.#timer !== null) return
    if ((transaction.changedParentTypes as ReadonlyMap<unknown, unknown>).has(this.#fragment)) this.touch()
    else this.#held = null
  }

  touch(): void {
    if (this.#held !== null) this.#releaseIn(REST_MS, () => true)
  }

  ends(): void {
    // The next composition may have begun by then: wait for the end of that one.
    if (this.#held !== null) this.#releaseIn(READ_WITHIN_MS, () => !this.#view.composing)
  }

  #releaseIn(ms: number, when: () => boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (when()) this.release()
      else this.touch()
    }, ms)
  }

  release(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const held = this.#held
    this.#held = null
    // Where a peer has written what no editor can hold, taking over would delete it for everyone.
    if (held === null || !fitsSchema(this.#fragment)) return
    const written = this.#view.state.doc
    this.#binding._forceRerender()
    putIn(this.#view, this.#fragment, held, written)
  }
}

function remember({ state }: EditorView, fragment: Y.XmlFragment): Held | null {
  const paragraph = state.selection.$head.index(0)
  const element: unknown = paragraph < fragment.length ? fragment.get(paragraph) : null
  return element instanceof Y.XmlElement ? { doc: state.doc, paragraph, runs: runsOf(element) } : null
}

function runsOf(element: Y.XmlElement): readonly Run[] {
  const runs: Run[] = []
  for (const text of element.toArray()) {
    if (!(text instanceof Y.XmlText)) continue
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && item.countable)
        runs.push({ client: item.id.client, clock: item.id.clock, length: item.length })
  }
  return runs
}

/** The place behind the nth character, as the shared text names it; null before the first one. */
function behind(runs: readonly Run[], n: number): unknown {
  let left = n - 1
  for (const { client, clock, length } of runs) {
    if (left < length) return left < 0 ? null : { item: { client, clock: clock + left }, assoc: -1 }
    left -= length
  }
  return null
}

/**
 * What was written since `held`, as a change to what the others have made of the text. A transaction for each character
 * that goes and one for those that come: y-prosemirror takes one for the smallest single range that holds all of it, and
 * would write the others' words between anew, from under their carets.
 */
function putIn(view: EditorView, fragment: Y.XmlFragment, held: Held, written: Node): void {
  const before = held.doc.child(held.paragraph).textContent
  const after = held.paragraph < written.childCount ? written.child(held.paragraph).textContent : before
  const { index, remove, insert } = simpleDiffString(before, after)
  for (let n = index + remove, units = 1; n > index; n -= units) {
    // Yjs makes two unknown characters of half a pair.
    units = before.slice(n - 1, n).isWellFormed() ? 1 : 2
    const { tr, doc } = view.state
    const at = toEditor(fragment, doc, behind(held.runs, n))
    // A peer may have taken it away already: then another character stands there.
    if (at !== null && doc.textBetween(at - units, at) === before.slice(n - units, n))
      view.dispatch(tr.delete(at - units, at))
  }
  const { tr, doc } = view.state
  const at = placeFor(doc, fragment, held, index)
  if (insert !== '') tr.insertText(insert, at)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + insert.length)))
}

function placeFor(doc: Node, fragment: Y.XmlFragment, held: Held, index: number): number {
  const known = index === 0 ? null : toEditor(fragment, doc, behind(held.runs, index))
  if (known !== null) return known
  const paragraph = Math.min(held.paragraph, doc.childCount - 1)
  let start = 1
  for (let child = 0; child < paragraph; child += 1) start += doc.child(child).nodeSize
  return start
}
