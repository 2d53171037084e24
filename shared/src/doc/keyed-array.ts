/**
 * Key → value over a Y.Array of `{key, val}` items, rightmost wins: the format of y-utility's YKeyValue, hardened.
 *
 * A Y.Map leaves a tombstone a write, so ten minutes of dragging grow the document by megabytes; here old items are
 * deleted runs that merge into one (engineering decision 2: +0.8 kB against +4.8 MB). YKeyValue itself throws for
 * everybody when one peer pushes a null, and writes from its constructor and its observer.
 *
 * - **KA1** Reading never writes and never throws, whatever a peer has pushed.
 * - **KA2** A write leaves exactly one item of its key, at the right end; items of other keys, known or not, stay.
 */
import * as Y from 'yjs'

export interface KeyedItem {
  readonly key: string
  readonly val: unknown
}

function asItem(value: unknown): KeyedItem | null {
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return null
  const { key, val } = value as Record<string, unknown>
  return typeof key === 'string' ? { key, val } : null
}

export interface KeyedRead {
  readonly values: ReadonlyMap<string, unknown>
  /** How many entries are no items at all. */
  readonly malformed: number
}

export function readKeyed(array: Y.Array<unknown>): KeyedRead {
  const values = new Map<string, unknown>()
  let malformed = 0
  for (const value of array.toArray()) {
    const item = asItem(value)
    if (item === null) malformed += 1
    else values.set(item.key, item.val)
  }
  return { values, malformed }
}

/** `null` removes the key. One pass over the array whatever the number of changes; call it inside a transaction. */
export function writeKeyed(array: Y.Array<unknown>, changes: ReadonlyMap<string, unknown>): void {
  const items = array.toArray()
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = asItem(items[at])
    if (item !== null && changes.has(item.key)) array.delete(at, 1)
  }
  const added = [...changes].filter(([, val]) => val !== null).map(([key, val]) => ({ key, val }))
  if (added.length > 0) array.push(added)
}
