/** Both sides of a value that was changed here without a connection, or on a late one, and by others meanwhile. */
import type { Conflict } from '@throughline/shared/diff'
import type { BlockKind, FieldName, PositioningMap } from '@throughline/shared/schema'
import type { Side } from '../session/conflicts.ts'
import { OWNER, TAGS } from './block-panel.ts'
import { count, EVIDENCE_WORDS, FIELD_WORDS, KIND_WORDS, REACH_WORDS, sentence, STATUS_WORDS } from './words.ts'

export const CONFLICTS = 'Changed on both sides'
export const CONFLICTS_INTRO =
  'Changed here before anybody could know of it, and by others meanwhile. One side stands; the other is kept on this device until somebody chooses.'
export const LOOK_AT_THEM = 'Look at both'
export const STANDS = 'stands now'
export const KEEP_SIDE = 'Keep this'
export const USE_SIDE = 'Use this'
export const UNDO_HELPS = 'Chosen. Undo brings the other back.'
const NOTHING = 'Nothing'
const LET_GO = 'Something else. It was replaced before this device heard what it was.'

export const conflictsLine = (many: number): string =>
  `${sentence(count(many, 'thing'))} ${many === 1 ? 'was' : 'were'} changed here, and by others meanwhile.`

/** Whose side it is: "Your edit", "Ana, meanwhile". */
export const sayWhose = (side: Side, who: string | null): string =>
  side === 'mine' ? 'Your edit' : `${who ?? 'Somebody else'}, meanwhile`

/** What is in question: "Status of the value “It is fast.”". */
export function sayQuestion(conflict: Conflict, map: PositioningMap): string {
  const { block, what } = conflict
  if (block === null) return what === 'title' ? 'Title of the map' : 'Subject of the map'
  const known = map.blocks.get(block) ?? deletedBlock(conflict)
  const words = known === null || known.statement === '' ? '' : ` “${known.statement}”`
  const name = known === null ? 'a deleted block' : `the ${KIND_WORDS[known.kind].toLowerCase()}${words}`
  return what === 'gone' ? `Deleted on one side, ${name}` : `${sayWhat(what)} of ${name}`
}

/** As it was before one side deleted it. */
function deletedBlock({ mine, theirs }: Conflict): { readonly kind: BlockKind; readonly statement: string } | null {
  const gone = [...mine, ...theirs].find((change) => change.what === 'gone')
  return gone?.what === 'gone' ? gone.before : null
}

/** Beside the block itself the part is enough. */
export function sayWhat(what: Conflict['what']): string {
  if (what.startsWith('field:')) return FIELD_WORDS[what.slice('field:'.length) as FieldName]
  const names: Readonly<Record<string, string>> = {
    kind: 'Kind',
    status: 'Status',
    owner: OWNER,
    tags: TAGS,
    gone: 'Deleted on one side',
    title: 'Title',
    subject: 'Subject',
  }
  return names[what] ?? what
}

/** What one side made of it. */
export function sayValue(conflict: Conflict, side: Side): string {
  const [change] = conflict[side]
  if (change === undefined) return LET_GO
  if (conflict.what === 'gone') return change.what === 'gone' ? 'Deleted' : sayWork(change.what, change.after)
  return sayPlain(change.what, change.after)
}

function sayWork(what: string, after: unknown): string {
  const words = sayPlain(what, after)
  return what === 'reworded' ? `Reworded: ${words}` : `Worked on: ${words}`
}

function sayPlain(what: string, after: unknown): string {
  if (Array.isArray(after)) return after.length === 0 ? NOTHING : after.join(', ')
  if (typeof after !== 'string' || after === '') return NOTHING
  if (what === 'kind') return KIND_WORDS[after as BlockKind] ?? after
  const choices: Readonly<Record<string, string>> = { ...REACH_WORDS, ...EVIDENCE_WORDS }
  if (what === 'status') return STATUS_WORDS[after as keyof typeof STATUS_WORDS] ?? after
  return what === 'field:reach' || what === 'field:evidence' ? (choices[after] ?? after) : after
}
