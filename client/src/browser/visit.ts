/**
 * What this tab remembers of the visit it is in, so that a reload does not eat the news: since when they are told and
 * which of them have been seen. Another tab, or a page that is opened anew, begins a visit of its own.
 */
import type { MapId } from '@throughline/shared/schema'

export interface Visit {
  /** Milliseconds since 1970, as the server said. */
  readonly since: number
  /** Ids of blocks. */
  readonly seen: readonly string[]
  /** Whether somebody has put the line away. */
  readonly away: boolean
}

const nameOf = (map: MapId) => `throughline:visit:${map}`

function isReload(): boolean {
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return how?.type === 'reload'
}

/** Null unless this page is the same visit as the one that was kept. */
export function keptVisit(map: MapId): Visit | null {
  if (!isReload()) return null
  try {
    const { since, seen, away } = JSON.parse(sessionStorage.getItem(nameOf(map)) ?? '{}') as Record<string, unknown>
    if (typeof since !== 'number' || !Number.isSafeInteger(since) || since < 0) return null
    return { since, seen: Array.isArray(seen) ? seen.map(String) : [], away: away === true }
  } catch {
    return null // storage is forbidden here, or holds what somebody else wrote
  }
}

export function keepVisit(map: MapId, visit: Visit): void {
  try {
    sessionStorage.setItem(nameOf(map), JSON.stringify(visit))
  } catch {
    // Then a reload begins another visit.
  }
}
