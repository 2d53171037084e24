/**
 * What has changed on an open map since this person was last here: asked once when the map has opened, and gone through
 * one block at a time. Only what others have done is news.
 *
 * - **NE1** A map that opens without its server has no news until the server is back.
 * - **NE2** A block wears its mark until it has been looked at; whoever is done has looked at all. Of several cards that
 *   were only moved none wears one: they would hide the others.
 * - **NE3** A reload goes on with the news where they were (`browser/visit.ts`).
 */
import { linesOf, outlineOf } from '@throughline/shared/outline'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { fetchChanges } from '../api/changes.ts'
import { keepVisit, keptVisit } from '../browser/visit.ts'
import type { MapSession } from './map-session.ts'
import { frameBefore, newsEntries, type NewsEntry } from './news-entries.ts'
import { oneASession } from './one-a-session.ts'

export interface NewsNow {
  /** Since when; null until the server has answered. */
  readonly since: number | null
  /** In the order of the outline; what has gone and what has only moved at the end. */
  readonly entries: readonly NewsEntry[]
  readonly comments: number
  /** The entry that is looked at. */
  readonly at: number | null
  /** Blocks that have not been looked at. */
  readonly unseen: ReadonlySet<BlockId>
  /** Whether somebody has put the line away. */
  readonly away: boolean
}

const NOTHING: NewsNow = { since: null, entries: [], comments: 0, at: null, unseen: new Set(), away: false }

export class NewsWatch {
  readonly #session: MapSession
  readonly #watchers = new Set<() => void>()
  #now = NOTHING
  #asked = false

  constructor(session: MapSession) {
    this.#session = session
  }

  readonly getSnapshot = (): NewsNow => this.#now

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    const stop = this.#session.subscribe(this.#ask)
    this.#ask()
    return () => {
      stop()
      this.#watchers.delete(watcher)
    }
  }

  /** Looks at the next entry, or the one before; from nothing at the first, or the last. */
  step(by: 1 | -1): void {
    const { entries, at } = this.#now
    const next = at === null ? (by === 1 ? 0 : entries.length - 1) : at + by
    if (next >= 0 && next < entries.length) this.lookAt(next)
  }

  lookAt(at: number): void {
    const entry = this.#now.entries[at]
    if (entry === undefined) return
    const { block, blocks } = entry
    const unseen = new Set(this.#now.unseen)
    if (block !== null) unseen.delete(block)
    this.#set({ at, unseen, away: false })
    if (block !== null) this.#show(block, entry)
    else if (blocks.length > 0) this.#session.canvas?.showBlocks(blocks)
  }

  /** Goes back to the line. */
  stop(): void {
    this.#set({ at: null })
  }

  /** Puts the line away; with `all` everything counts as seen. */
  putAway(all: boolean): void {
    this.#set({ at: null, away: true, ...(all ? { unseen: new Set() } : {}) })
  }

  #show(block: BlockId, { changes }: NewsEntry): void {
    const { canvas } = this.#session
    if (this.#session.getSnapshot().map.blocks.has(block)) {
      if (canvas === null) this.#session.setView({ selected: [block] })
      else canvas.lookAt(block)
      return
    }
    const frame = frameBefore(changes)
    canvas?.selectBlocks([])
    if (frame !== null) canvas?.lookAtPlace(frame)
  }

  readonly #ask = (): void => {
    const { loaded, saved } = this.#session.getSnapshot()
    // NE1.
    if (this.#asked || !loaded || saved.is === 'offline' || saved.is === 'refused') return
    this.#asked = true
    const kept = keptVisit(this.#session.mapId)
    fetchChanges(this.#session.mapId, kept?.since ?? 'last').then(
      (answer) => {
        const entries = inOrder(newsEntries(answer), this.#session.getSnapshot().map)
        const seen = new Set(kept?.seen)
        const blocks = entries.flatMap(({ block }) => block ?? [])
        const unseen = new Set(blocks.filter((id) => !seen.has(id)))
        const { since, comments } = answer
        this.#set({ since, entries, comments, unseen, away: kept?.away ?? false })
      },
      // Nobody waits for news; a map that cannot tell them is still a map.
      () => {},
    )
  }

  #set(part: Partial<NewsNow>): void {
    this.#now = { ...this.#now, ...part }
    const { since, entries, unseen, away } = this.#now
    const seen = entries.flatMap(({ block }) => (block === null || unseen.has(block) ? [] : block))
    if (since !== null) keepVisit(this.#session.mapId, { since, seen, away })
    for (const watcher of this.#watchers) watcher()
  }
}

/** In the order of the outline; a block that nobody sees any more behind those that stand, one that only moved last. */
function inOrder(entries: readonly NewsEntry[], map: PositioningMap): readonly NewsEntry[] {
  const lines = linesOf(outlineOf(map))
  const place = new Map(lines.map(({ entry }, at) => [entry.block.id, at] as const).toReversed())
  const rank = ({ block, is }: NewsEntry) => {
    if (is === 'moved') return lines.length + 1
    return block === null ? -1 : (place.get(block) ?? lines.length)
  }
  return entries.toSorted((a, b) => rank(a) - rank(b))
}

/** One a session: line, panel and canvas look at the same. */
export const newsOf = oneASession((session) => new NewsWatch(session))
