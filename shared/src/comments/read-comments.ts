/**
 * The only reader of a comments document: threads out of whatever is in it, the same for everyone.
 *
 * - **CR1** Reading never writes, and never throws whatever a peer has written.
 * - **CR2** Two documents with the same content read as deeply equal threads, whatever the order of their merges.
 * - **CR3** Threads keep the promises of `Thread`; what did not fit is listed in `ignored`.
 * - **CR4** One person's flood takes no other person's comment away.
 */
import { listed, type Ignored } from '../doc/ignored.ts'
import { compareText, LIMITS } from '../schema/index.ts'
import type * as Y from 'yjs'
import type { CommentsDoc } from './comments-doc.ts'
import { readEntry, readState, type Entry } from './read-entry.ts'
import type { Comment, Thread, ThreadId } from './thread.ts'

export interface CommentsRead {
  /** In the order in which they began. */
  readonly threads: readonly Thread[]
  readonly ignored: readonly Ignored[]
}

/** What has been made of a value; Yjs hands out the same object until somebody writes another. */
const made = new WeakMap<object, { readonly key: string; readonly entry: Entry | null }>()

function entryOf(key: string, value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null
  const known = made.get(value)
  if (known?.key === key) return known.entry
  const entry = readEntry(key, value)
  made.set(value, { key, entry })
  return entry
}

export function readComments({ entries, states }: CommentsDoc): CommentsRead {
  const ignored: Ignored[] = []
  const all = keep(readEntries(entries, ignored), ignored)
  const answers = new Map<ThreadId, Comment[]>()
  for (const { comment, place } of all) {
    if (place.is !== 'answers') continue
    const before = answers.get(place.thread)
    if (before === undefined) answers.set(place.thread, [comment])
    else before.push(comment)
  }
  const threads: Thread[] = []
  for (const { comment, place } of all) {
    if (place.is !== 'begins') continue
    const given = answers.get(comment.id) ?? []
    answers.delete(comment.id)
    const thread = threadOf(comment, place, given, states)
    if (thread !== null) threads.push(thread)
  }
  if (answers.size > 0) ignored.push({ path: 'entries', problem: 'answers to no thread' })
  return { threads, ignored: listed(ignored) }
}

/** In the order of time. Keys of others' making may be anything, so none is reported by name. */
function readEntries(entries: Y.Map<unknown>, ignored: Ignored[]): readonly Entry[] {
  const found: Entry[] = []
  let malformed = false
  entries.forEach((value, key) => {
    const entry = entryOf(key, value)
    if (entry === null) malformed = true
    else found.push(entry)
  })
  if (malformed) ignored.push({ path: 'entries', problem: 'entries are no comments' })
  return found.toSorted((a, b) => inTime(a.comment, b.comment))
}

/** CR4: the first of each person's, so that what is beyond is the flooder's own. */
function keep(all: readonly Entry[], ignored: Ignored[]): readonly Entry[] {
  const counts = new Map<string, number>()
  const kept = all.filter(({ comment: { by } }) => {
    const count = (counts.get(by) ?? 0) + 1
    counts.set(by, count)
    return count <= LIMITS.commentsOfOne
  })
  if (kept.length < all.length)
    ignored.push({ path: 'entries', problem: `more than ${LIMITS.commentsOfOne} comments of one person` })
  return kept
}

function threadOf(
  first: Comment,
  { about, proposal }: Extract<Entry['place'], { readonly is: 'begins' }>,
  answers: readonly Comment[],
  states: Y.Map<unknown>,
): Thread | null {
  const shown = answers.filter(({ isDeleted }) => !isDeleted)
  if (first.isDeleted && shown.length === 0) return null
  const state = readState(states.get(first.id))
  return {
    id: first.id,
    about,
    by: first.by,
    at: first.at,
    comments: [first, ...shown],
    resolved: state === 'open' ? null : state,
    proposal,
  }
}

function inTime(a: Comment, b: Comment): number {
  return a.at - b.at || compareText(a.id, b.id)
}
