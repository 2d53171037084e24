/**
 * Who is here and what they are doing, over Yjs awareness. Never stored; what others announce is checked like any
 * other input, since a peer may announce anything.
 */
import { isId, LIMITS, cleanLine, cutText, type BlockId, type Frame } from '@throughline/shared/schema'

/** Several moves of one gesture travel as one announcement. */
export type MovingBlocks = readonly (readonly [id: BlockId, x: number, y: number, w: number, h: number])[]

export interface Presence {
  readonly name: string
  /** Index into the eight presence colours (look.md, "People"). */
  readonly color: number
  /** Page coordinates; null when the pointer has left the canvas. */
  readonly pointer: { readonly x: number; readonly y: number } | null
  readonly selected: readonly BlockId[]
  /** Frames of blocks in mid-drag, in page coordinates, until the gesture is committed. */
  readonly moving: MovingBlocks
  /** The text somebody's caret is in. */
  readonly writing: BlockId | null
  /** The whole value somebody is editing, as `valueKey` names it. */
  readonly value: string | null
}

/** A field, owner or tags of a block: values that are written as a whole. */
export function valueKey(id: BlockId, name: string): string {
  return `${id} ${name}`
}

export interface Peer extends Presence {
  readonly client: number
  /** By the server's word; null until it has told. Two windows of one person share it. */
  readonly person: string | null
}

/** A selection over this size is not announced block by block. */
const MOST_SELECTED = 50
export const PRESENCE_COLORS = 8
/** An id, a space and the name of a field. */
const LONGEST_VALUE_KEY = 100

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LIMITS.coordinate

function readPointer(value: unknown): Presence['pointer'] {
  const { x, y } = (value ?? {}) as { x?: unknown; y?: unknown }
  return isNumber(x) && isNumber(y) ? { x, y } : null
}

function readMoving(value: unknown): MovingBlocks {
  if (!Array.isArray(value)) return []
  return value
    .slice(0, MOST_SELECTED)
    .filter(
      (entry): entry is [BlockId, number, number, number, number] =>
        Array.isArray(entry) && isId(entry[0]) && entry.slice(1, 5).every(isNumber) && entry.length >= 5,
    )
    .map(([id, x, y, w, h]) => [id, x, y, w, h] as const)
}

/** The colour somebody says to wear; null while they have not said. */
export function announcedTint(state: unknown): number | null {
  const { tint } = (state ?? {}) as { tint?: unknown }
  return isNumber(tint) ? Math.abs(Math.trunc(tint)) % PRESENCE_COLORS : null
}

export function readPresence(state: unknown): Presence | null {
  if (typeof state !== 'object' || state === null) return null
  const { user, pointer, selected, moving, writing, value } = state as Record<string, unknown>
  const { name, color } = (user ?? {}) as { name?: unknown; color?: unknown }
  if (typeof name !== 'string') return null
  return {
    name: cutText(cleanLine(name), LIMITS.nameLength) || 'Guest',
    color: announcedTint(state) ?? String(color).length % PRESENCE_COLORS,
    pointer: readPointer(pointer),
    selected: Array.isArray(selected)
      ? selected
          .filter(isId)
          .slice(0, MOST_SELECTED)
          .map((id) => id as BlockId)
      : [],
    moving: readMoving(moving),
    writing: isId(writing) ? (writing as BlockId) : null,
    value: typeof value === 'string' && value.length <= LONGEST_VALUE_KEY ? value : null,
  }
}

export function announceMoving(frames: ReadonlyMap<BlockId, Frame>): MovingBlocks {
  return [...frames]
    .slice(0, MOST_SELECTED)
    .map(([id, { x, y, w, h }]) => [id, Math.round(x), Math.round(y), Math.round(w), Math.round(h)] as const)
}
