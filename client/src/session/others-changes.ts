/**
 * What other people have just done to the map, for those who hear rather than see it. Gathered until they pause, so
 * that somebody's typing is one sentence and not sixty.
 *
 * - **OC1** Nothing that this person did is told, and nothing is told twice.
 * - **OC2** It is told `PAUSE_MS` after the last change, and no later than `LATEST_MS` after the first.
 */
import { diffMaps, type MapChange } from '@throughline/shared/diff'
import type { PositioningMap } from '@throughline/shared/schema'
import type * as Y from 'yjs'
import type { MapSession } from './map-session.ts'

const PAUSE_MS = 2_000
const LATEST_MS = 10_000

export interface News {
  /** Their names, each once; empty where nobody here did it. */
  readonly who: readonly string[]
  readonly changes: readonly MapChange[]
  /** To find by their words what the changes speak of. */
  readonly before: PositioningMap
  readonly after: PositioningMap
}

/** Returns what ends it. */
export function watchOthers(session: MapSession, tell: (news: News) => void): () => void {
  let known = session.getSnapshot().map
  let before: PositioningMap | null = null
  let authors = new Set<number>()
  let pending = new Map<string, MapChange>()
  let isTheirs = false
  let pause: ReturnType<typeof setTimeout> | null = null
  let latest: ReturnType<typeof setTimeout> | null = null

  const flush = (): void => {
    for (const timer of [pause, latest]) if (timer !== null) clearTimeout(timer)
    pause = null
    latest = null
    const changes = [...pending.values()].filter(({ before: was, after: is }) => was !== is)
    const names = session
      .getSnapshot()
      .peers.filter(({ client }) => authors.has(client))
      .map(({ name }) => name)
    if (before !== null && changes.length > 0) tell({ who: [...new Set(names)], changes, before, after: known })
    before = null
    authors = new Set()
    pending = new Map()
  }

  const onTransaction = ({ local, changed, beforeState, afterState }: Y.Transaction): void => {
    if (local || changed.size === 0) return
    isTheirs = true
    for (const [client, clock] of afterState) if (clock !== beforeState.get(client)) authors.add(client)
  }

  // What was there when one came is no news.
  let isReady = false
  let opening: ReturnType<typeof setTimeout> | null = null
  const begin = (): void => {
    isReady = true
    isTheirs = false
    authors = new Set()
    known = session.getSnapshot().map
  }

  const onChange = (): void => {
    const { map, loaded } = session.getSnapshot()
    if (!isReady) {
      if (loaded) opening ??= setTimeout(begin)
      return
    }
    if (map === known) return
    const was = known
    known = map
    if (!isTheirs) return
    isTheirs = false
    before ??= was
    for (const change of diffMaps(was, map)) merge(pending, change)
    if (pause !== null) clearTimeout(pause)
    pause = setTimeout(flush, PAUSE_MS)
    latest ??= setTimeout(flush, LATEST_MS)
  }

  session.doc.on('afterTransaction', onTransaction)
  const stop = session.subscribe(onChange)
  onChange()
  return () => {
    session.doc.off('afterTransaction', onTransaction)
    stop()
    for (const timer of [opening, pause, latest]) if (timer !== null) clearTimeout(timer)
  }
}

/** Two changes of the same thing are one, from the first state to the last. */
function merge(pending: Map<string, MapChange>, change: MapChange): void {
  const end = change.what === 'linked' || change.what === 'unlinked' ? (change.after ?? change.before) : ''
  const key = `${change.block ?? ''} ${change.what === 'unlinked' ? 'linked' : change.what} ${end}`
  const first = pending.get(key)
  pending.set(key, first === undefined ? change : ({ ...change, before: first.before } as MapChange))
}
