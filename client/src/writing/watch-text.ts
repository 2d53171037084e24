/**
 * What must happen with a text between its shared type and an open editor, before the editor hears of a change.
 *
 * y-prosemirror deletes whatever its schema cannot parse, for everybody, and duplicates letters when two people type
 * into a paragraph without an `XmlText` (canvas prototypes: 5 of 5 trials). So the first kind of content closes the
 * editor, and the second never stays.
 */
import { fillBareParagraphs, fitsSchema, UNTRACKED } from '@throughline/shared/doc'
import * as Y from 'yjs'

/**
 * Begin it before the editor is mounted: Yjs calls observers in the order in which they came.
 * `onUnfit` must close the editor at once. Call what it returns to stop.
 */
export function watchText(fragment: Y.XmlFragment, onUnfit: () => void): () => void {
  const { doc } = fragment
  const watch = (_events: unknown, transaction: Y.Transaction): void => {
    if (!fitsSchema(fragment)) onUnfit()
    // A transaction of its own that follows this one. Only from where the paragraph was made: two who fill the same
    // paragraph would make two texts in it.
    else if (transaction.local && transaction.origin !== UNTRACKED && hasBareParagraph(fragment))
      doc?.transact(() => fillBareParagraphs(fragment), UNTRACKED)
  }
  fragment.observeDeep(watch)
  return () => fragment.unobserveDeep(watch)
}

function hasBareParagraph(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().some((child) => child instanceof Y.XmlElement && child.length === 0)
}
