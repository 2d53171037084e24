/**
 * Which entries under `drawing` are free drawing, for whoever shows them and for whoever reports the rest. What is in a
 * record's `props` is the canvas's business.
 *
 * - **RD1** Reading never throws, whatever a peer has pushed, and keeps no more than the limit.
 * - **RD2** No key stands for a card or a link: those are made from the map.
 */
import { isId, LIMITS } from '../schema/index.ts'
import type * as Y from 'yjs'
import { listed, type Ignored } from './ignored.ts'
import { readKeyed } from './keyed-array.ts'

/** What people may draw. Films, embedded pages and bookmarks stay out: they would load from elsewhere. */
const DRAWN = new Set(['draw', 'text', 'note', 'frame', 'group', 'geo', 'line', 'highlight', 'arrow', 'image'])

export const isDrawnType = (type: unknown): boolean => typeof type === 'string' && DRAWN.has(type)

/** With the id behind it: the key of a block's card, and of a link. */
export const BLOCK_SHAPE = 'shape:block-'
export const LINK_SHAPE = 'shape:link-'

const DRAWING_KEY = /^shape:[A-Za-z0-9_-]{1,80}$/

/** Whether an address is that of a picture of this map. */
export type IsPicture = (src: unknown) => boolean

export interface DrawingsRead {
  /** By key; each has a known `type` and an object of `props`, and an image a `picture` of this map. */
  readonly sound: ReadonlyMap<string, object>
  /** How many entries are left out. */
  readonly unread: number
  readonly ignored: readonly Ignored[]
}

export function readDrawings(drawing: Y.Array<unknown>, isPicture: IsPicture): DrawingsRead {
  const { values, malformed } = readKeyed(drawing)
  const sound = new Map<string, object>()
  const ignored: Ignored[] = []
  let unread = malformed
  if (malformed > 0) ignored.push({ path: 'drawing', problem: 'entries are no keyed items' })
  for (const [key, value] of values) {
    // What was taken away again leaves its key without a value.
    if (value === null) continue
    const problem = keyProblem(key) ?? drawingProblem(value, isPicture)
    if (problem === null && sound.size < LIMITS.drawingRecords) {
      sound.set(key, value as object)
      continue
    }
    unread += 1
    ignored.push({
      path: problem === null || !DRAWING_KEY.test(key) ? 'drawing' : `drawing/${key}`,
      problem: problem ?? `more than ${LIMITS.drawingRecords} records`,
    })
  }
  return { sound, unread, ignored: listed(ignored) }
}

function keyProblem(key: string): string | null {
  if (!DRAWING_KEY.test(key)) return 'a key is no name of a shape'
  const stands = [BLOCK_SHAPE, LINK_SHAPE].some((prefix) => key.startsWith(prefix) && isId(key.slice(prefix.length)))
  return stands ? 'its key is that of a card or a link' : null
}

/** Why a record is no drawing, without a word of what it says; null for one that is. */
export function drawingProblem(value: unknown, isPicture: IsPicture): string | null {
  if (!isObject(value)) return 'is no record'
  if (!isDrawnType(value['type'])) return 'its type is none that people draw'
  if (!isObject(value['props'])) return 'has no props'
  if (value['type'] !== 'image') return null
  const picture = value['picture']
  return isObject(picture) && isPicture(picture['src']) ? null : 'its picture is none of this map'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
