/** The product's words as they stand on screen. */
import type { Role } from '@throughline/shared/access'
import type { Block, BlockKind, Relation } from '@throughline/shared/schema'
import { guidanceFor } from '@throughline/shared/templates'
import { shownStatus, type ShownStatus } from '../ui/StatusGlyph.tsx'
import type { Tool } from '../session/view.ts'

export { EVIDENCE_WORDS, FIELD_WORDS, REACH_WORDS } from '@throughline/shared/schema'

export const KIND_WORDS: Record<BlockKind, string> = {
  purpose: 'Purpose',
  value: 'Value',
  audience: 'Audience',
  proof: 'Proof',
}

/** What each kind's statement answers, as a question; stands where nothing is written yet. */
export const KIND_QUESTIONS: Record<BlockKind, string> = {
  purpose: 'Why do we exist?',
  value: 'What is it worth to someone?',
  audience: 'Who is it for, and when?',
  proof: 'Why should anyone believe it?',
}

/** What an empty block asks: its template's question, else that of its kind. */
export function questionFor({ id, kind }: Pick<Block, 'id' | 'kind'>): string {
  return guidanceFor(id)?.asks ?? KIND_QUESTIONS[kind]
}

/** What the place says where the argument goes on. */
export const OPEN_PLACES: Record<BlockKind, string> = {
  purpose: 'Why do we exist?',
  value: 'And what is that worth to someone?',
  audience: 'Who is it for, and when?',
  proof: 'What would make someone believe it?',
}

export const ADD_KIND: Record<BlockKind, string> = {
  purpose: 'Add a purpose',
  value: 'Add a value',
  audience: 'Add an audience',
  proof: 'Add a proof',
}

/** At a block's edge: "Add a proof for this value". */
export const addFor = (makes: BlockKind, kind: BlockKind): string =>
  `${ADD_KIND[makes]} for this ${KIND_WORDS[kind].toLowerCase()}`

export const STATUS_WORDS: Record<ShownStatus, string> = {
  draft: 'Draft',
  proposed: 'Proposed',
  agreed: 'Agreed',
  'changed-since': 'Changed since',
}

export const RELATION_WORDS: Record<Relation, string> = {
  drives: 'drives',
  serves: 'serves',
  supports: 'supports',
  relates: 'relates to',
}

export const TOOL_WORDS: Record<Tool, string> = {
  ...KIND_WORDS,
  select: 'Select',
  hand: 'Hand',
  laser: 'Laser',
  link: 'Link',
  draw: 'Pencil',
  eraser: 'Eraser',
  arrow: 'Arrow',
  text: 'Text',
  note: 'Note',
  frame: 'Frame',
  image: 'Image',
}

export const ROLE_WORDS: Record<Role, string> = {
  owner: 'Owner',
  editor: 'Editor',
  commenter: 'Commenter',
  viewer: 'Viewer',
  reader: 'Reader',
}

/** What a link of each role may do. */
export const ROLE_SENTENCES: Record<Role, string> = {
  owner: 'Everything, keys and deleting too',
  editor: 'Writes, links, runs the workshop',
  commenter: 'Comments, votes, writes in a workshop',
  viewer: 'Reads the map and the brief',
  reader: 'Reads the brief, nothing else',
}

const anOrA = (role: Role): string => (role === 'owner' || role === 'editor' ? 'an' : 'a')
export const openedWeaker = (role: Role): string => `You opened ${anOrA(role)} ${role} link.`
export const returnAs = (role: Role): string => `Return as ${role}`

/** "one proof", "two proofs", "14 proofs": figures in words as far as they are read as words. */
export function count(n: number, one: string, many = `${one}s`): string {
  const words = [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ]
  return `${words[n] ?? n} ${n === 1 ? one : many}`
}

export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** "today", "yesterday", "on Tuesday" within a week, else "on 12 May" (with the year when it is another one). */
export function sayDay(at: number, now: number): string {
  const day = new Date(at)
  const today = new Date(now)
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime()
  if (at >= midnight) return 'today'
  if (at >= midnight - 86_400_000) return 'yesterday'
  if (at >= midnight - 6 * 86_400_000) return `on ${day.toLocaleDateString('en-GB', { weekday: 'long' })}`
  const year = day.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return `on ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year })}`
}

/** "12 May" in this year's dates, "12 May 2025" in others. */
export function sayDate(at: number, now: number): string {
  return sayDay(at, now).startsWith('on ') && at < now - 6 * 86_400_000
    ? sayDay(at, now).slice(3)
    : new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}

/** "Draft", "Proposed", "Agreed 12 May", "Changed since". */
export function sayStatus(block: Pick<Block, 'status' | 'agreed' | 'statement'>, now: number): string {
  const status = shownStatus(block)
  const at = block.agreed === null ? Number.NaN : Date.parse(block.agreed.at)
  return status === 'agreed' && Number.isFinite(at)
    ? `${STATUS_WORDS.agreed} ${sayDate(at, now)}`
    : STATUS_WORDS[status]
}
