/**
 * The entries of an outline as they were before, wherever they are the same: so that what shows them need not draw a
 * thousand lines again because one word has changed. Cost: one comparison an entry.
 */
import type { Outline, OutlineEntry } from './outline-of.ts'

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

export function keepEntries(before: Outline | null, after: Outline): Outline {
  if (before === null) return after
  return { purposes: keepList(before.purposes, after.purposes), loose: keepList(before.loose, after.loose) }
}

function keepList(before: readonly OutlineEntry[], after: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const known = new Map(before.map((entry) => [entry.block.id, entry]))
  const kept = after.map((entry) => {
    const was = known.get(entry.block.id)
    return was === undefined ? entry : keepEntry(was, entry)
  })
  return sameItems(before, kept) ? before : kept
}

function keepEntry(was: OutlineEntry, entry: OutlineEntry): OutlineEntry {
  const under = keepList(was.under, entry.under)
  const isSame =
    was.block === entry.block &&
    was.hangs === entry.hangs &&
    was.again === entry.again &&
    was.under === under &&
    sameItems(was.related, entry.related)
  return isSame ? was : { ...entry, under }
}
