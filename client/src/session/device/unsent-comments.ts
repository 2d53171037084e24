/** Comments that waiting edits brought or worded anew: what a person is handed when the server will not take them. */
import { openCommentsDoc, readComments } from '@throughline/shared/comments'
import * as Y from 'yjs'

/** `doc` holds the updates already. In the order of their threads; what was only deleted or resolved leaves no words. */
export function unsentComments(doc: Y.Doc, updates: readonly Uint8Array[]): readonly string[] {
  const { entries } = openCommentsDoc(doc)
  const keys = new Set(updates.flatMap((update) => [...keysOf(doc, entries, update)]))
  return readComments(openCommentsDoc(doc)).threads.flatMap(({ comments, proposal }) =>
    comments.flatMap(({ id, text }, at) => {
      if (!keys.has(id)) return []
      return [at === 0 && proposal !== null ? proposal.wording : '', text].filter((words) => words !== '')
    }),
  )
}

/** A state is kept under the name of its thread, too; only entries have words. */
function* keysOf(doc: Y.Doc, entries: Y.Map<unknown>, update: Uint8Array): Iterable<string> {
  for (const { id, length } of Y.decodeUpdate(update).structs)
    for (const struct of doc.store.clients.get(id.client) ?? [])
      if (struct instanceof Y.Item && struct.id.clock < id.clock + length && struct.id.clock + struct.length > id.clock)
        if (struct.parent === entries && struct.parentSub !== null) yield struct.parentSub
}
