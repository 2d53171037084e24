/**
 * Every write to a comments document: one transaction each. A check here does not survive a merge; the reader's do.
 */
import { ok, refused, type Result } from '../base/result.ts'
import { EDIT } from '../doc/origins.ts'
import { cleanLine, cutText, LIMITS, type EpochMs } from '../schema/index.ts'
import { authorOf, newCommentId, type CommentsDoc } from './comments-doc.ts'
import { commentText, readEntry } from './read-entry.ts'
import type { About, CommentId, Thread, ThreadId } from './thread.ts'

/** Who writes: as the server knows them, and by the name they go by. */
export interface Author {
  readonly person: string
  readonly name: string
}

export interface Words {
  readonly text: string
  /** Ids of the people mentioned. */
  readonly mentions?: readonly string[]
}

function wordsOf({ text, mentions = [] }: Words): Record<string, unknown> {
  const named = [...new Set(mentions)].slice(0, LIMITS.mentions)
  return { text: commentText(text), ...(named.length === 0 ? {} : { mentions: named }) }
}

function aboutOf(about: About): Record<string, unknown> {
  if (about.is === 'place') return { x: Math.round(about.x), y: Math.round(about.y) }
  const { block, part, kind, said } = about
  return {
    block,
    ...(part === null ? {} : { part }),
    ...(kind === null ? {} : { kind }),
    said: cutText(cleanLine(said), LIMITS.saidLength),
  }
}

function put({ doc, entries }: CommentsDoc, id: CommentId, value: Record<string, unknown>): CommentId {
  doc.transact(() => entries.set(id, value), EDIT)
  return id
}

/** Refused while it says nothing. */
export function beginThread(
  comments: CommentsDoc,
  { person, name }: Author,
  about: About,
  words: Words,
  now: EpochMs,
): Result<ThreadId, 'empty'> {
  if (commentText(words.text) === '') return refused('empty')
  return ok(put(comments, newCommentId(person), { about: aboutOf(about), name, at: now, ...wordsOf(words) }))
}

/** Another wording for the statement that `about` says; a word on why may go with it. */
export function proposeWording(
  comments: CommentsDoc,
  { person, name }: Author,
  about: Extract<About, { readonly is: 'block' }>,
  { wording, was, ...words }: Words & { readonly wording: string; readonly was: string },
  now: EpochMs,
): Result<ThreadId, 'empty' | 'the same'> {
  const proposed = cutText(cleanLine(wording), LIMITS.statementLength)
  if (proposed === '') return refused('empty')
  if (proposed === cleanLine(was)) return refused('the same')
  const value = { about: aboutOf({ ...about, part: 'statement' }), name, at: now, wording: proposed, was }
  return ok(put(comments, newCommentId(person), { ...value, ...wordsOf(words) }))
}

/** Stands after all that the thread holds here, also by a clock that is slow. */
export function answerThread(
  comments: CommentsDoc,
  { person, name }: Author,
  thread: Thread,
  words: Words,
  now: EpochMs,
): Result<CommentId, 'empty'> {
  if (commentText(words.text) === '') return refused('empty')
  const last = Math.max(...thread.comments.map(({ at }) => at))
  const at = Math.max(now, last + 1)
  return ok(put(comments, newCommentId(person), { thread: thread.id, name, at, ...wordsOf(words) }))
}

/** Whoever wrote it words it anew. A proposal's wording stays as it was proposed. */
export function editComment(
  comments: CommentsDoc,
  { person, name }: Author,
  id: CommentId,
  words: Words,
  now: EpochMs,
): Result<CommentId, 'empty' | 'not yours'> {
  const value = mine(comments, person, id)
  if (value === null) return refused('not yours')
  if (commentText(words.text) === '' && typeof value['wording'] !== 'string') return refused('empty')
  const { mentions: _before, ...rest } = value
  return ok(put(comments, id, { ...rest, name, ...wordsOf(words), editedAt: now }))
}

/** Takes one's own comment away, words and all. What others answered stays. */
export function deleteComment(
  comments: CommentsDoc,
  { person }: Author,
  id: CommentId,
  now: EpochMs,
): Result<CommentId, 'not yours'> {
  const value = mine(comments, person, id)
  if (value === null) return refused('not yours')
  const { about, thread, name, at } = value
  const place = thread === undefined ? { about } : { thread }
  return ok(put(comments, id, { ...place, name, at, deletedAt: now }))
}

/** Closes or opens a thread, for everybody; anybody who may comment may. */
export function setResolved(
  { doc, states }: CommentsDoc,
  { person, name }: Author,
  thread: ThreadId,
  resolved: boolean,
  now: EpochMs,
): void {
  doc.transact(() => states.set(thread, { is: resolved ? 'resolved' : 'open', by: person, name, at: now }), EDIT)
}

function mine({ entries }: CommentsDoc, person: string, id: CommentId): Record<string, unknown> | null {
  const value = entries.get(id)
  const isMine = authorOf(id) === person && readEntry(id, value)?.comment.isDeleted === false
  return isMine ? (value as Record<string, unknown>) : null
}
