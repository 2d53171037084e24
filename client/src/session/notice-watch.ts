/**
 * The notices of an open map, for whoever watches: found again when the map has rested for a moment, so that nobody
 * waits for them at a keystroke. The rules and the words they know come in a file of their own, once a map is open.
 *
 * - **NW1** While somebody watches, what is shown is at most `AT_LATEST_MS` and one finding behind the map.
 * - **NW2** What is left or taken up again, by anybody, shows at once.
 * - **NW3** A notice is the same object until something about it changes.
 */
import { dismissNotice, reopenNotice } from '@throughline/shared/doc'
import type * as NoticeRules from '@throughline/shared/notices'
import { dayOf, type BlockId, type Dismissals, type PositioningMap } from '@throughline/shared/schema'
import type { MapSession } from './map-session.ts'
import { oneASession } from './one-a-session.ts'

const AFTER_REST_MS = 350
const AT_LATEST_MS = 1_500

type Rules = typeof NoticeRules
type Notice = NoticeRules.Notice

export interface NoticesNow {
  /** False until they have been found once. */
  readonly found: boolean
  readonly open: readonly Notice[]
  readonly left: readonly NoticeRules.LeftNotice[]
  /** Numbers of the open notices that speak of a block, while the panel shows them; else empty. */
  readonly marks: ReadonlyMap<BlockId, readonly number[]>
}

const NONE: ReadonlyMap<BlockId, readonly number[]> = new Map()
/** A notice about more blocks than these is about the map: its number on every card would say nothing. */
const MARKED_AT_MOST = 4

export class NoticeWatch {
  readonly #session: MapSession
  readonly #watchers = new Set<() => void>()
  #rules: Rules | null = null
  #now: NoticesNow = { found: false, open: [], left: [], marks: NONE }
  #marking = false
  #stop: (() => void) | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #waitingSince = 0
  /** What was found last, and of what. */
  #all: readonly Notice[] = []
  #map: PositioningMap | null = null
  #dismissed: Dismissals | null = null

  constructor(session: MapSession) {
    this.#session = session
  }

  readonly getSnapshot = (): NoticesNow => this.#now

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    this.#stop ??= this.#begin()
    return () => {
      this.#watchers.delete(watcher)
      if (this.#watchers.size > 0) return
      this.#stop?.()
      this.#stop = null
    }
  }

  /** Whether the cards wear the numbers of their notices. */
  mark(marking: boolean): void {
    if (this.#marking === marking) return
    this.#marking = marking
    this.#set({ marks: this.#marksOf(this.#now.open) })
  }

  /** Leaves it as it is, for everybody, until its blocks change. */
  leave(notice: Notice, reason: string): void {
    const { map, me } = this.#session.getSnapshot()
    const rules = this.#rules
    if (rules === null) return
    const dismissal = { print: rules.printOf(map, notice.about), reason, by: me.name, at: this.#session.now() }
    this.#session.edit((doc) => dismissNotice(doc, rules.noticeKey(notice), dismissal))
  }

  takeUp(notice: Notice): void {
    const key = this.#rules?.noticeKey(notice)
    if (key !== undefined) this.#session.edit((doc) => reopenNotice(doc, key))
  }

  #begin(): () => void {
    const stop = this.#session.subscribe(this.#look)
    if (this.#rules === null)
      import('@throughline/shared/notices').then(
        (rules) => {
          this.#rules = rules
          this.#look()
        },
        // Without its file there are no notices; a new version of the page brings another.
        () => {},
      )
    this.#look()
    return () => {
      stop()
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = null
    }
  }

  readonly #look = (): void => {
    const { loaded, map, dismissed } = this.#session.getSnapshot()
    if (!loaded || this.#rules === null) return
    if (this.#map === map) {
      if (this.#dismissed !== dismissed) this.#sort()
      return
    }
    if (this.#dismissed !== dismissed && this.#map !== null) return this.#find()
    const now = performance.now()
    if (this.#timer === null) this.#waitingSince = now
    else clearTimeout(this.#timer)
    const wait = Math.max(0, Math.min(AFTER_REST_MS, this.#waitingSince + AT_LATEST_MS - now))
    this.#timer = setTimeout(this.#find, wait)
  }

  readonly #find = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#rules === null) return
    this.#map = this.#session.getSnapshot().map
    const before = new Map(this.#all.map((notice) => [JSON.stringify(notice), notice]))
    const found = this.#rules.findNotices(this.#map, dayOf(this.#session.now()))
    this.#all = found.map((notice) => before.get(JSON.stringify(notice)) ?? notice)
    this.#sort()
  }

  #sort(): void {
    const { map, dismissed } = this.#session.getSnapshot()
    if (this.#rules === null) return
    this.#dismissed = dismissed
    const { open, left } = this.#rules.sortNotices(map, this.#all, dismissed)
    this.#set({ found: true, open, left, marks: this.#marksOf(open) })
  }

  #marksOf(open: readonly Notice[]): NoticesNow['marks'] {
    if (!this.#marking) return NONE
    const marks = new Map<BlockId, number[]>()
    for (const [at, { about }] of open.entries())
      for (const id of about.length > MARKED_AT_MOST ? [] : about) marks.set(id, [...(marks.get(id) ?? []), at + 1])
    return marks
  }

  #set(part: Partial<NoticesNow>): void {
    this.#now = { ...this.#now, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}

/** One a session: panel, bar and canvas look at the same. It watches while somebody does. */
export const noticesOf = oneASession((session) => new NoticeWatch(session))
