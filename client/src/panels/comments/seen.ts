/** Which comments one has looked at, on this browser: thread by thread up to when, by the clocks of whoever wrote. */
import type { Concern, ThreadId } from '@throughline/shared/comments'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { keep, keptJson } from '../../browser/keep.ts'

export type Seen = ReadonlyMap<ThreadId, EpochMs>

const keyOf = (map: MapId) => `throughline:comments-seen:${map}`
const watchers = new Set<() => void>()
const known = new Map<MapId, Seen>()

export function seenOn(map: MapId): Seen {
  const before = known.get(map)
  if (before !== undefined) return before
  const kept = keptJson(keyOf(map))
  const entries = Array.isArray(kept) ? (kept as readonly unknown[]) : []
  const seen: Seen = new Map(entries.filter(isEntry))
  known.set(map, seen)
  return seen
}

const isEntry = (entry: unknown): entry is [ThreadId, EpochMs] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number'

export const isNew = (seen: Seen, { thread, at }: Concern): boolean => at > (seen.get(thread.id) ?? 0)

/** Only what still concerns this person is remembered: `all` of it. */
export function see(map: MapId, looked: readonly Concern[], all: readonly Concern[]): void {
  const seen = seenOn(map)
  if (!looked.some((concern) => isNew(seen, concern))) return
  const now = new Map([...seen].filter(([id]) => all.some(({ thread }) => thread.id === id)))
  for (const { thread, at } of looked) now.set(thread.id, at)
  known.set(map, now)
  keep(keyOf(map), JSON.stringify([...now]))
  for (const watcher of watchers) watcher()
}

export function watchSeen(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
