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
  /** The window, by its awareness id, that this one looks along with. */
  readonly following: number | null
  /** What of the page is in sight here; told while somebody looks along. */
  readonly looking: Frame | null
  /** Whether everybody is asked to look along. */
  readonly showing: boolean
  /** The end of the last stroke of the laser; null a while after it. */
  readonly laser: LaserStroke | null
}

export interface LaserStroke {
  /** Another one for each stroke. */
  readonly stroke: number
  /** How many points of it come before these. */
  readonly from: number
  /** Page coordinates, the oldest first. */
  readonly points: readonly (readonly [x: number, y: number])[]
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
  const { user, pointer, selected, moving, writing, value, following, looking, showing, laser } = state as Record<
    string,
    unknown
  >
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
    following: typeof following === 'number' ? following : null,
    looking: readLooking(looking),
    showing: showing === true,
    laser: readLaser(laser),
  }
}

function readLooking(value: unknown): Frame | null {
  const { x, y, w, h } = (value ?? {}) as Record<keyof Frame, unknown>
  if (!isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h)) return null
  return w > 0 && h > 0 ? { x, y, w, h } : null
}

/** More is no trail any more. */
export const LASER_POINTS = 40

function readLaser(value: unknown): LaserStroke | null {
  const { stroke, from, points } = (value ?? {}) as Record<keyof LaserStroke, unknown>
  if (!isNumber(stroke) || !isNumber(from) || !Array.isArray(points)) return null
  const isPoint = (point: unknown): point is [number, number] =>
    Array.isArray(point) && isNumber(point[0]) && isNumber(point[1])
  const read = points.slice(0, LASER_POINTS)
  return read.every(isPoint) ? { stroke, from, points: read.map(([x, y]) => [x, y]) } : null
}

export function announceMoving(frames: ReadonlyMap<BlockId, Frame>): MovingBlocks {
  return [...frames]
    .slice(0, MOST_SELECTED)
    .map(([id, { x, y, w, h }]) => [id, Math.round(x), Math.round(y), Math.round(w), Math.round(h)] as const)
}
