/** One comment out of whatever a peer wrote under its key. */
import {
  BLOCK_KINDS,
  cleanLine,
  cleanParagraphs,
  cutText,
  isId,
  KIND_FIELDS,
  LIMITS,
  type BlockId,
  type EpochMs,
} from '../schema/index.ts'
import { authorOf, isCommentId } from './comments-doc.ts'
import type { About, Comment, CommentId, Part, Proposal, Resolution, ThreadId } from './thread.ts'

/** A comment, and where it belongs. */
export interface Entry {
  readonly comment: Comment
  readonly place:
    | { readonly is: 'begins'; readonly about: About; readonly proposal: Proposal | null }
    | { readonly is: 'answers'; readonly thread: ThreadId }
}

/** The latest moment that a date can say. */
const LATEST = 8_640_000_000_000_000
const FIELDS: readonly string[] = Object.values(KIND_FIELDS).flatMap((fields) => Object.keys(fields))

type Plain = Readonly<Record<string, unknown>>

function plain(value: unknown): Plain | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : null
}

function line(value: unknown, length: number): string {
  return typeof value === 'string' ? cutText(cleanLine(value), length) : ''
}

/** As it is written into the document, too. */
export function commentText(text: string): string {
  return cutText(cleanParagraphs(text), LIMITS.commentLength)
}

export function readTime(value: unknown): EpochMs | null {
  const isTime = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LATEST
  return isTime ? (value as EpochMs) : null
}

function readPart(value: unknown): Part {
  if (value === 'statement' || value === 'detail') return value
  if (typeof value !== 'string') return null
  const [of, name = ''] = value.split(/:(.*)/s)
  if (of === 'field' && FIELDS.includes(name)) return value as Part
  return of === 'telling' && isId(name) ? (value as Part) : null
}

function within(value: unknown): number | null {
  const most = LIMITS.coordinate
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, -most), most) : null
}

function readAbout(value: unknown): About | null {
  const about = plain(value)
  if (about === null) return null
  const { block, part, kind, said } = about
  if (isId(block)) {
    const known = BLOCK_KINDS.find((each) => each === kind) ?? null
    return {
      is: 'block',
      block: block as BlockId,
      part: readPart(part),
      kind: known,
      said: line(said, LIMITS.saidLength),
    }
  }
  const x = within(about['x'])
  const y = within(about['y'])
  return x === null || y === null ? null : { is: 'place', x, y }
}

function readProposal({ wording, was }: Plain, about: About): Proposal | null {
  if (about.is !== 'block' || about.part !== 'statement') return null
  const proposed = line(wording, LIMITS.statementLength)
  return proposed === '' ? null : { wording: proposed, was: line(was, LIMITS.statementLength) }
}

function readMentions(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isId))].slice(0, LIMITS.mentions) : []
}

/** Null for what is no comment. Never throws; costs a pass over its text. */
export function readEntry(key: string, value: unknown): Entry | null {
  const by = authorOf(key)
  const entry = plain(value)
  const at = readTime(entry?.['at'])
  if (by === null || entry === null || at === null) return null
  const isDeleted = readTime(entry['deletedAt']) !== null
  const comment: Comment = {
    id: key as CommentId,
    by,
    name: line(entry['name'], LIMITS.nameLength),
    at,
    editedAt: isDeleted ? null : readTime(entry['editedAt']),
    text: isDeleted || typeof entry['text'] !== 'string' ? '' : commentText(entry['text']),
    mentions: isDeleted ? [] : readMentions(entry['mentions']),
    isDeleted,
  }
  if (isCommentId(entry['thread'])) {
    const says = isDeleted || comment.text !== ''
    return says ? { comment, place: { is: 'answers', thread: entry['thread'] } } : null
  }
  const about = readAbout(entry['about'])
  if (about === null) return null
  const proposal = isDeleted ? null : readProposal(entry, about)
  const says = isDeleted || comment.text !== '' || proposal !== null
  return says ? { comment, place: { is: 'begins', about, proposal } } : null
}

/** `'open'` for a thread that was opened again; null for what says neither. */
export function readState(value: unknown): Resolution | 'open' | null {
  const state = plain(value)
  const at = readTime(state?.['at'])
  if (state === null || at === null || !isId(state['by'])) return null
  if (state['is'] === 'open') return 'open'
  return state['is'] === 'resolved' ? { by: state['by'], name: line(state['name'], LIMITS.nameLength), at } : null
}
