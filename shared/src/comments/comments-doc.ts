/**
 * The comments document's roots, by name. It lies apart from the canvas, so that a commenter never holds a writable
 * canvas (contract, "Roles").
 *
 * Flat on purpose: every value is plain and stands under a key of a root. Two who reply at once write two keys and lose
 * nothing, and the server can tell from an update alone whose keys it touches: an entry's key begins with its author.
 */
import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import { isId } from '../schema/index.ts'
import type { CommentId } from './thread.ts'

export interface CommentsDoc {
  readonly doc: Y.Doc
  /** `<person>.<random>` → a comment. Only that person writes there. */
  readonly entries: Y.Map<unknown>
  /** Thread → `{is, by, name, at}`: whether it is resolved, the last word wins. `by` is whoever writes it. */
  readonly states: Y.Map<unknown>
}

/** What the server checks before an update gets into the document. */
export const COMMENT_ROOTS = { entries: 'entries', states: 'states' } as const

/** Writes nothing: a reader that merely opens a document must not send an update. */
export function openCommentsDoc(doc: Y.Doc): CommentsDoc {
  return { doc, entries: doc.getMap(COMMENT_ROOTS.entries), states: doc.getMap(COMMENT_ROOTS.states) }
}

export const newCommentId = (person: string): CommentId => `${person}.${nanoid()}` as CommentId

/** Whose key it is; null for what is no comment's key. */
export function authorOf(key: string): string | null {
  const [person, id, ...rest] = key.split('.')
  return isId(person) && isId(id) && rest.length === 0 ? person : null
}

export function isCommentId(value: unknown): value is CommentId {
  return typeof value === 'string' && authorOf(value) !== null
}
