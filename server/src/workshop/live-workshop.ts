/**
 * The workshop of one map while anybody is there: its state in memory, saved before anybody is told.
 *
 * - **LW1** What somebody is answered or told is on disk.
 * - **LW2** Saves go out in the order of the commands, and no command waits for another one's save.
 * - **LW3** Everybody who listens is told of what is new to them, all of them at once, and no more often than telling
 *   leaves the process time for other things.
 */
import type { EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type WorkshopStore } from '../stores/index.ts'
import { changeBetween } from './keeping.ts'
import { lookAt, momentOf, ownLooks, type Moment, type OwnLook, type Workshop } from './rules/index.ts'
import type { Stream } from './streams.ts'
import { wireOf, type Wire } from './wire.ts'

export interface LiveWorkshopParts {
  readonly store: WorkshopStore
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
  /** Everybody who has the map or its workshop open. */
  readonly here: (map: MapId) => ReadonlySet<string>
  readonly streams: (map: MapId) => readonly Stream[]
  /** Called when a save has failed: what is in memory is more than is kept. */
  readonly onBroken: (live: LiveWorkshop) => void
}

/** Between two tellings: at least so long, and as many times as long as the last one took. */
const TELL_MS = 40
const TELL_SHARE = 8
const TELL_AT_MOST_MS = 1_000
/** What is written on the canvas changes little here; it can wait. */
const EDITED_MS = 400

/** What everybody sees, worked out once for a state. */
interface Seen {
  readonly workshop: Workshop | null
  readonly wire: Wire
  readonly own: (person: string) => OwnLook
}

export class LiveWorkshop {
  readonly map: MapId
  readonly #parts: LiveWorkshopParts
  /** As it is once all that is under way is saved. */
  #next: Workshop | null
  #saved: Workshop | null
  #saving: Promise<void> = Promise.resolve()
  #ground: Promise<PositioningMap> | null = null
  #seen: Seen | null = null
  #callOffTick: (() => void) | null = null
  #tickAt = Number.POSITIVE_INFINITY
  #restUntil = 0

  constructor(map: MapId, parts: LiveWorkshopParts, workshop: Workshop | null) {
    this.map = map
    this.#parts = parts
    this.#next = workshop
    this.#saved = workshop
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
  commit(next: Workshop): Promise<void> {
    const change = changeBetween(this.#next, next)
    if (change === null) return this.#saving
    this.#next = next
    const saving = this.#parts.store.save(this.map, change).then(() => {
      this.#saved = next
      this.#seen = null
      this.wantTick()
    })
    saving.catch(() => this.#parts.onBroken(this))
    this.#saving = saving
    return saving
  }

  /** The workshop as JSON, as one person may see it. */
  async see(person: string): Promise<string> {
    const { wire, own } = this.#look(await this.ground())
    return wire.whole(this.#moment(), own(person))
  }

  /** All of it, at once, to somebody who begins to listen. */
  async greet(stream: Stream): Promise<void> {
    const { wire, own } = this.#look(await this.ground())
    this.#say(stream, wire, this.#moment(), own(stream.person))
  }

  edited(): void {
    this.#ground = null
    this.#seen = null
    this.wantTick(EDITED_MS)
  }

  /** Somebody has come or gone. */
  peopleChanged(): void {
    this.#seen = null
    this.wantTick()
  }

  wantTick(afterMs = 0): void {
    const now = this.#parts.clock.now()
    const due = Math.max(now + Math.max(afterMs, TELL_MS), this.#restUntil)
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
    const { wire, own } = this.#look(map)
    const moment = this.#moment()
    for (const stream of streams) {
      if (stream.isBehind) this.wantTick(TELL_AT_MOST_MS)
      else this.#say(stream, wire, moment, own(stream.person))
    }
    const rest = Math.min((clock.elapsed() - began) * TELL_SHARE, TELL_AT_MOST_MS)
    this.#restUntil = clock.now() + rest
  }

  close(): void {
    this.#callOffTick?.()
    this.#tickAt = Number.NEGATIVE_INFINITY
  }

  /** Nothing, if it is what they have been told last. */
  #say(stream: Stream, wire: Wire, moment: Moment, mine: OwnLook): void {
    const told = { alike: wire.alike(moment), own: JSON.stringify(mine) }
    if (stream.told?.alike === told.alike && stream.told.own === told.own) return
    stream.told = told
    stream.send(wire.whole(moment, mine), moment.now)
  }

  #moment(): Moment {
    return momentOf(this.#saved, this.#parts.clock.now() as EpochMs)
  }

  #look(map: PositioningMap): Seen {
    if (this.#seen !== null) return this.#seen
    const workshop = this.#saved
    const look = lookAt(workshop, { map, here: this.#parts.here(this.map) })
    this.#seen = { workshop, wire: wireOf(look), own: ownLooks(workshop, look.prompts) }
    return this.#seen
  }
}
