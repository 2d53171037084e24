/** Writes the level of detail on the editor's container: CSS does the rest, and no card knows the zoom. */
import { atom, react, type Atom, type Editor } from 'tldraw'
import { zoomsFrom } from './camera-rest.ts'
import { lodAt, type Lod } from './lod-level.ts'
import './lod.css'

const lods = new WeakMap<Editor, Atom<Lod>>()

/** The level that is shown now. */
export function lodOf(editor: Editor): Atom<Lod> {
  const known = lods.get(editor)
  if (known !== undefined) return known
  const made = atom<Lod>('level of detail', lodAt(editor.getZoomLevel(), null))
  lods.set(editor, made)
  return made
}

const same = (a: Lod, b: Lod): boolean =>
  a.level === b.level && a.near === b.near && a.footers === b.footers && a.labels === b.labels && a.signs === b.signs

/** Returns what ends it. */
export function watchLod(editor: Editor): () => void {
  const container = editor.getContainer()
  const shown = lodOf(editor)
  return react('level of detail', () => {
    const now = shown.__unsafe__getWithoutCapture()
    const next = lodAt(editor.getZoomLevel(), now, zoomsFrom(editor).get())
    container.dataset['lod'] = String(next.level)
    container.dataset['footers'] = String(next.footers)
    container.dataset['labels'] = String(next.labels)
    if (!same(now, next)) shown.set(next)
  })
}
