/**
 * The workshop of one map while anybody is there: its state in memory, saved before anybody is told.
 *
 * - **LW1** What somebody is answered or told is on disk.
 * - **LW2** Saves go out in the order of the commands, and no command waits for another one's save.
 * - **LW3** Everybody who listens is told of what is new to them, all of them at once, and no more often than telling
 *   leaves the process time for other things.
 * - **LW4** Who is here, and how many have written and voted, is told later than the rest, and much later where an event is
 *   long: in a room of 150 phones the air is shared. Facilitators, who go by it, do not wait so long.
 */
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@throughline/shared/errors'
import type { MapId, PositioningMap } from '@throughline/shared/schema'
import type { Moment, OwnLook, Turn } from '@throughline/shared/workshop-parts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type KeptWorkshop, type WorkshopChange, type WorkshopStore } from '../stores/index.ts'
import type { CanvasLock } from '../ws/index.ts'
import { lockIn } from './canvas-lock.ts'
import { newJoinCode } from './join-codes.ts'
import { changeBetween, workshopOf } from './keeping.ts'
import { countsOf, lookAt, momentOf, ownLooks, type Counts, type Look, type Workshop } from './rules/index.ts'
import type { Stream } from './streams.ts'
import { freshIn, lengthOf, onlyCounts, PART_NAMES } from './fresh.ts'
import { bytesOf, wireOf, type PartName, type Wire } from './wire.ts'

export interface LiveWorkshopParts {
  readonly store: WorkshopStore
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
  /** Everybody who has the map or its workshop open. */
  readonly here: (map: MapId) => ReadonlySet<string>
  readonly streams: (map: MapId) => readonly Stream[]
  /** Called when the canvas is locked for others than before. */
  readonly onLock: (live: LiveWorkshop) => void
  /** Called when a save has failed: what is in memory is more than is kept. */
  readonly onBroken: (live: LiveWorkshop) => void
}

/** Ms from a change to its telling: what a facilitator does; counts; and what is written on the canvas, of which little is here. */
const SOON_MS = 20
const COUNTS_MS = 200
const EDITED_MS = 400
/** Between two tellings pass as many times as long as the last one took, within bounds. */
const REST = { share: 4, mostMs: 400 }
const PATIENCE = 4
/** LW4: an event of so many characters is long; and ms between two that only count. */
const LONG = 8_000
const COUNTED_AGAIN_MS = 5_000
/** And where so many listen, ms between two short ones. */
const CROWD = { from: 40, againMs: 1_000 }

/** What everybody sees, worked out once for a state. */
interface Seen {
  readonly map: PositioningMap
  readonly workshop: Workshop | null
  readonly look: Look
  readonly wire: Wire
}

interface Telling {
  readonly seen: Seen
  readonly counts: Counts
  readonly moment: Moment
  readonly own: (person: string) => OwnLook
}

export class LiveWorkshop {
  readonly map: MapId
  readonly #parts: LiveWorkshopParts
  /** As it is once all that is under way is saved. */
  #next: Workshop | null
  #saved: Workshop | null
  /** By which people join, once all that is under way is saved; and as it is saved. */
  #nextCode: string | null
  #code: string | null
  /** Private writing of this run that a backup has left out. */
  #lost: { readonly run: string; readonly writings: number } | null
  #saving: Promise<void> = Promise.resolve()
  #ground: Promise<PositioningMap> | null = null
  #seen: Seen | null = null
  #telling: Telling | null = null
  #callOffTick: (() => void) | null = null
  #tickAt = Number.POSITIVE_INFINITY
  #restUntil = 0
  #turns = 0
  #closed = false

  constructor(map: MapId, parts: LiveWorkshopParts, kept: KeptWorkshop | null) {
    this.map = map
    this.#parts = parts
    const workshop = kept === null ? null : workshopOf(kept)
    this.#next = workshop
    this.#saved = workshop
    this.#nextCode = kept?.code ?? null
    this.#code = this.#nextCode
    this.#lost = kept === null ? null : { run: kept.run, writings: kept.lost }
  }

  /** To decide by; what is told is what has been saved. */
  get workshop(): Workshop | null {
    return this.#next
  }

  /** The map, as of the last edit. @throws {AppError} when it cannot be loaded */
  ground(): Promise<PositioningMap> {
    const read = () => this.#parts.rooms.use(docName(this.map, 'canvas'), async (room) => room.read().map)
    this.#ground ??= read().catch((error: unknown) => {
      this.#ground = null
      throw error
    })
    return this.#ground
  }

  /** LW1, LW2: resolves when it is on disk, with all before it. */
  commit(to: Workshop, tellAfterMs = SOON_MS): Promise<void> {
    if (this.#closed) return Promise.reject(new AppError('restarting', 'The workshop is being opened anew; try again.'))
    const change = changeBetween(this.#next, to)
    if (change === null) return this.#saving
    const code = this.#codeFor(to)
    this.#next = to
    if (code !== undefined) this.#nextCode = code?.code ?? null
    const shown = this.#nextCode
    const saving = this.#parts.store.save(this.map, code === undefined ? change : { ...change, code }).then(() => {
      this.#becomes(to)
      this.#code = shown
      this.#telling = null
      this.#wantTick(tellAfterMs)
    })
    saving.catch(() => this.#parts.onBroken(this))
    this.#saving = saving
    return saving
  }

  #becomes(saved: Workshop): void {
    const { lock } = this
    this.#saved = saved
    if (!isDeepStrictEqual(lock, this.lock)) this.#parts.onLock(this)
  }

  /** For what many do at once, and what changes little for others. */
  commitQuietly(next: Workshop): Promise<void> {
    return this.commit(next, COUNTS_MS)
  }

  /** A run has one as long as it goes on; also one that has come from a backup, which has none. */
  #codeFor({ course }: Workshop): WorkshopChange['code'] {
    if (course.state === 'ended') return this.#nextCode === null ? undefined : null
    const isNew = this.#next?.course.run !== course.run
    return isNew || this.#nextCode === null ? newJoinCode(this.map, this.#parts.clock.now()) : undefined
  }

  /** Of the canvas, as it is saved. */
  get lock(): CanvasLock | null {
    return lockIn(this.#saved)
  }

  /** As it is saved, for whoever makes minutes of it. */
  get record(): { readonly workshop: Workshop; readonly lost: number } | null {
    const workshop = this.#saved
    return workshop === null ? null : { workshop, lost: this.#lostOf(workshop) }
  }

  #lostOf(workshop: Workshop | null): number {
    return this.#lost !== null && this.#lost.run === workshop?.course.run ? this.#lost.writings : 0
  }

  /** The workshop as JSON, as one person may see it: the whole view, or parts of it. */
  async see(person: string, parts: readonly PartName[] | 'whole' = 'whole'): Promise<Buffer> {
    const { seen, counts, moment, own } = this.#now(await this.ground())
    const mine = own(person)
    if (parts === 'whole') return bytesOf(seen.wire.pieces(counts, moment, mine))
    return bytesOf(seen.wire.news(parts, seen.wire.said(counts, moment, mine), this.#turn(moment), null))
  }

  /** All of it, at once, to somebody who begins to listen. */
  async greet(stream: Stream): Promise<void> {
    this.#say(stream, this.#now(await this.ground()))
  }

  edited(): void {
    this.#ground = null
    this.#telling = null
    this.#wantTick(EDITED_MS)
  }

  /** Somebody has come or gone. */
  peopleChanged(): void {
    this.#telling = null
    this.#wantTick(COUNTS_MS)
  }

  #wantTick(afterMs: number): void {
    const now = this.#parts.clock.now()
    // What is to be known at once does not wait for as long a rest as what only counts.
    const due = Math.max(now + afterMs, Math.min(this.#restUntil, now + afterMs * PATIENCE))
    if (due >= this.#tickAt) return
    this.#callOffTick?.()
    this.#tickAt = due
    this.#callOffTick = this.#parts.clock.after(due - now, () => {
      this.#tickAt = Number.POSITIVE_INFINITY
      this.#callOffTick = null
      this.#tell().catch((error: unknown) => {
        this.#parts.log.warn('workshop not told', { map: this.map, ...describeError(error) })
      })
    })
  }

  /** LW3. */
  async #tell(): Promise<void> {
    const streams = this.#parts.streams(this.map)
    if (streams.length === 0) return
    const map = await this.ground()
    const { clock } = this.#parts
    const began = clock.elapsed()
    const telling = this.#now(map)
    // Whoever has only just come is greeted first.
    const greeted = streams.filter(({ told }) => told !== null)
    const againMs = greeted.length >= CROWD.from ? CROWD.againMs : 0
    const isLate = greeted.map((stream) => this.#say(stream, telling, againMs)).includes('later')
    this.#restUntil = clock.now() + Math.min((clock.elapsed() - began) * REST.share, REST.mostMs)
    if (isLate) this.#wantTick(againMs > 0 ? againMs : COUNTED_AGAIN_MS)
  }

  /** Nothing, if it is what they have been told last. */
  #say(stream: Stream, { seen, counts, moment, own }: Telling, againMs = 0): 'said' | 'nothing new' | 'later' {
    if (stream.isBehind) return 'later'
    const { told } = stream
    const mine = own(stream.person)
    const said = seen.wire.said(counts, moment, mine)
    const fresh = freshIn(said, told?.said ?? null)
    if (told !== null && fresh.length === 0 && told.said.stage === said.stage) return 'nothing new'
    const canWait = told !== null && told.said.stage === said.stage && !mine.me.facilitator && onlyCounts(fresh)
    const isLong = lengthOf(stream.inParts ? fresh : PART_NAMES, said) > LONG
    if (canWait && moment.now - told.at < (isLong ? COUNTED_AGAIN_MS : againMs)) return 'later'
    stream.told = { said, at: moment.now }
    const pieces = stream.inParts
      ? seen.wire.news(fresh, said, this.#turn(moment), told?.said ?? null)
      : seen.wire.pieces(counts, moment, mine)
    stream.send(pieces, moment.now)
    return 'said'
  }

  #turn(moment: Moment): Turn {
    this.#turns += 1
    return { seq: this.#turns, ...moment }
  }

  /** Resolves when nothing is on its way to the store any more. */
  async settled(): Promise<void> {
    await this.#saving.catch(() => {})
  }

  /** What is on its way is still saved; nothing more is taken. */
  close(): void {
    this.#closed = true
    this.#callOffTick?.()
    this.#tickAt = Number.NEGATIVE_INFINITY
  }

  #now(map: PositioningMap): Telling {
    const moment = momentOf(this.#saved, this.#parts.clock.now())
    if (this.#telling !== null) return { ...this.#telling, moment }
    const workshop = this.#saved
    const seen = this.#see(map)
    const counts = countsOf(workshop, seen.look, map, this.#parts.here(this.map))
    const own = ownLooks(workshop, seen.look.prompts, this.#code)
    this.#telling = { seen, counts, moment, own }
    return this.#telling
  }

  #see(map: PositioningMap): Seen {
    const [before, workshop] = [this.#seen, this.#saved]
    const isSame =
      before !== null &&
      before.map === map &&
      before.workshop?.course === workshop?.course &&
      before.workshop?.writings === workshop?.writings
    if (isSame) return before
    const look = lookAt(workshop, map, this.#lostOf(workshop))
    this.#seen = { map, workshop, look, wire: wireOf(look) }
    return this.#seen
  }
}
