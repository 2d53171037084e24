/**
 * One live document: who is connected, what they are told and when, and what of it is on disk.
 *
 * - **RM1** Nobody is answered before the stored document is loaded: an empty answer makes clients start over.
 * - **RM2** What came within a tick is applied in one transaction, goes to everybody as one update and to disk as one.
 * - **RM3** A receipt counts frames whose content is on disk, or was already there.
 * - **RM4** When storage fails, everybody is sent away to come back: clients keep what has no receipt.
 * - **RM5** A member's bad frame ends that member's connection and nothing else.
 * - **RM6** A document never grows over its limit; who would make it is told so, and what is there stays.
 * - **RM7** A document that nobody has changed or read for a hundred times as long as waking it took (a second at least) goes
 *   back to rest, with people in it or not; only with all of it on disk, as the store gives it back.
 * - **RM8** Whoever sends what builds on something that never comes is asked for it, then told and sent away; what was
 *   receipted stays.
 */
import { AppError, asAppError } from '@throughline/shared/errors'
import type { MapDoc, MapRead, Thing } from '@throughline/shared/doc'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { DocName } from '../stores/index.ts'
import { Audience } from './audience.ts'
import type { DocKeeper, Head } from './doc-keeper.ts'
import { step1Frame } from './frames.ts'
import { Inspection } from './inspection.ts'
import { Intake, type Queued } from './intake.ts'
import type { LiveDocument } from './live-document.ts'
import type { Member } from './member.ts'
import { MissingGround } from './missing-ground.ts'
import { Rest } from './rest.ts'
import type { RoomDocument } from './room-document.ts'

/** For a large document of which nobody has kept how far it goes: those who came at once are answered first, then it is read through. */
const GREET_AFTER_MS = 250

/** What has changed in one tick. */
export interface Edited {
  readonly name: DocName
  /** Ids of whoever has done it, persons or keys; nobody's when a program has for nobody. */
  readonly people: ReadonlySet<string>
  /** What was touched, and by whom. */
  readonly touched: ReadonlyMap<Thing, string>
  /** With the first change since the document woke: as it was stored before. */
  readonly before: readonly Uint8Array[] | null
}

/** What is on disk of the map, read; or, of a document that nobody has woken, its bytes, to be read elsewhere. */
export type Glance =
  | ({ readonly is: 'read' } & CommittedRead)
  | { readonly is: 'stored'; readonly parts: readonly Uint8Array[]; readonly head: Head }

export interface CommittedRead extends Pick<MapRead, 'map' | 'decided' | 'dismissed'> {
  readonly head: Head
}

export interface RoomParts {
  readonly name: DocName
  readonly document: RoomDocument
  readonly keeper: DocKeeper
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  /** Called when the document has changed. */
  readonly onEdited: (edited: Edited) => void
  /** Called when the last member or holder goes. */
  readonly onIdle: (room: Room) => void
  /** Called when storage has failed it: it must not be handed out again. */
  readonly onBroken: (room: Room) => void
}

export class Room {
  readonly name: DocName
  readonly #parts: RoomParts
  readonly #audience: Audience
  readonly #ground: MissingGround
  readonly #intake: Intake
  readonly #inspection: Inspection
  readonly #rest: Rest
  /** Writers who have not been asked yet what they bring. */
  readonly #ungreeted = new Set<Member>()
  #holders = 0
  #queue: Queued[] = []
  #tickAt = Number.POSITIVE_INFINITY
  #callOffTick: (() => void) | null = null
  #closed = false

  constructor(parts: RoomParts) {
    const { name, document, keeper, clock, log } = parts
    this.name = name
    this.#parts = parts
    this.#audience = new Audience(clock)
    this.#ground = new MissingGround(clock, (member) => this.#greet(member))
    this.#intake = new Intake({ name, document, keeper, log, ground: this.#ground })
    const read = () => document.awake().read()
    this.#inspection = new Inspection({ name, clock, log, read, mapDoc: () => document.awake().map })
    this.#rest = new Rest({ name, document, keeper, clock, log, settle: () => this.#settleForRest() })
    document.onWake = () => {
      this.#rest.used()
      this.#inspection.later()
    }
    if (document.live !== null) document.onWake()
    // A large one at rest is looked through when somebody has woken it.
    else if (document.isKnown) this.#inspection.later()
  }

  get isIdle(): boolean {
    return this.#audience.size === 0 && this.#holders === 0
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** For reading only; changes go through `edit`. */
  get mapDoc(): MapDoc {
    return this.#wake().map
  }

  /** Revision and time of what is on disk. */
  get head(): Head {
    return this.#parts.keeper.head
  }

  join(member: Member): void {
    if (member.lane === 'write') this.ask(member)
    this.#audience.add(member)
  }

  /** Asks a writer what it brings; all who wait for that are asked together. */
  ask(member: Member): void {
    if (this.#parts.document.canGreet) {
      this.#greet(member)
      return
    }
    this.#ungreeted.add(member)
    if (this.#ungreeted.size > 1) return
    this.#parts.clock.after(GREET_AFTER_MS, () => {
      if (this.#closed) return
      for (const one of this.#ungreeted) this.#greet(one)
      this.#ungreeted.clear()
    })
  }

  leave(member: Member): void {
    if (!this.#audience.remove(member)) return
    this.#ungreeted.delete(member)
    this.#ground.leave(member)
    this.#wantTick()
    this.#idleIfSo()
  }

  /** The answer to a step 1. @throws when the state vector makes no sense */
  answer(member: Member, stateVector: Uint8Array): void {
    member.sendMade(this.#parts.document.answer(stateVector))
  }

  /** Takes a step 2 or an update that has been checked to be one. */
  receive(from: Member, update: Uint8Array, count: number, frames: readonly Thing[] = []): void {
    this.#queue.push({ from, update, count, frames })
    this.#wantTick()
  }

  /** A frame that changes nothing still counts, once all before it is on disk. */
  acknowledge(from: Member, count: number): void {
    this.#parts.keeper.settled().then(
      () => from.receipt(count),
      () => {},
    )
  }

  /** @throws {AppError} when the sender is at fault. */
  receivePresence(from: Member, frame: Uint8Array): void {
    this.#audience.receivePresence(from, frame)
    this.#wantTick()
  }

  sendPresence(member: Member): void {
    this.#audience.sendPresence(member)
  }

  /** The map as it is now. */
  read(): MapRead {
    return this.#wake().read()
  }

  /** All of the document as updates, to be read later; wakes nobody. */
  updates(): readonly Uint8Array[] {
    return this.#parts.document.updates()
  }

  /** The map as it is now and the revision that says exactly this, once it is on disk: one revision, one content. */
  async readCommitted(): Promise<CommittedRead> {
    this.#tick()
    const { map, decided, dismissed } = this.read()
    return { map, decided, dismissed, head: await this.#parts.keeper.committed() }
  }

  /** As `readCommitted`, but it wakes nobody. */
  async glance(): Promise<Glance> {
    this.#tick()
    if (this.#parts.document.live !== null) return { is: 'read', ...(await this.readCommitted()) }
    return { is: 'stored', parts: this.updates(), head: this.head }
  }

  /** A change by a program, `by` whoever asked for it; everybody sees it. Resolves when it is on disk. */
  async edit(change: (map: MapDoc) => void, by = ''): Promise<void> {
    if (this.#closed) throw new AppError('restarting', 'The map is being closed; try again.')
    this.#wake().change(by, change)
    await this.settled()
  }

  /** Resolves when all that the document holds is on disk. */
  async settled(): Promise<void> {
    this.#tick()
    await this.#parts.keeper.settled()
  }

  /** Keeps the room loaded while the work lasts. */
  async hold<Answer>(work: (room: Room) => Promise<Answer>): Promise<Answer> {
    this.#holders += 1
    try {
      return await work(this)
    } finally {
      this.#holders -= 1
      this.#idleIfSo()
    }
  }

  compact(unloading: boolean): Promise<void> {
    return this.#parts.keeper.compactIfLong(unloading)
  }

  /** Leaves nothing on the disk of what has been deleted. @throws {AppError} when that was not possible now. */
  async purge(): Promise<void> {
    await this.settled()
    await this.#parts.keeper.purge()
  }

  /** Sends everybody away and lets go of the document. What is not on disk by now has no receipt. */
  close(why: AppError): void {
    if (this.#closed) return
    this.#closed = true
    this.#callOffTick?.()
    this.#inspection.stop()
    this.#rest.stop()
    this.#ground.came()
    this.#audience.sendAway(why)
    this.#parts.document.close()
  }

  #idleIfSo(): void {
    if (this.isIdle && !this.#closed) this.#parts.onIdle(this)
  }

  /** For whoever changes or reads it. */
  #wake(): LiveDocument {
    this.#rest.used()
    return this.#parts.document.awake()
  }

  async #settleForRest(): Promise<void> {
    await this.settled()
    // It would wake it again.
    this.#inspection.now()
    await this.compact(true)
  }

  #greet(member: Member): void {
    member.send(step1Frame(this.#parts.document.stateVector()))
  }

  #wantTick(): void {
    if (this.#closed) return
    const now = this.#parts.clock.now()
    const due = this.#audience.due(this.#queue.length > 0)
    if (due <= now) this.#tick()
    else if (due < this.#tickAt) {
      this.#callOffTick?.()
      this.#tickAt = due
      this.#callOffTick = this.#parts.clock.after(due - now, () => {
        this.#tickAt = Number.POSITIVE_INFINITY
        this.#wantTick()
      })
    }
  }

  #tick(): void {
    if (this.#closed) return
    this.#callOffTick?.()
    this.#callOffTick = null
    this.#tickAt = Number.POSITIVE_INFINITY
    const queued = this.#queue
    this.#queue = []
    const { news, rows, counts } = this.#intake.take(queued)
    const now = this.#parts.clock.now()
    if (queued.length > 0) this.#audience.documentTaken(now)
    if (rows.length > 0) this.#rest.used()
    this.#audience.tell(news, now)
    if (rows.length > 0) this.#save(rows)
    if (news.length > 0) this.#tellOfEdits(queued)
    for (const [from, count] of counts) this.acknowledge(from, count)
    this.#wantTick()
  }

  #tellOfEdits(queued: readonly Queued[]): void {
    const { document, onEdited } = this.#parts
    const touched = document.live?.takeTouched() ?? new Map<Thing, string>()
    const people = new Set([...queued.map(({ from }) => from.person), ...touched.values()])
    people.delete('')
    onEdited({ name: this.name, people, touched, before: document.takeBefore() })
  }

  #save(rows: readonly Uint8Array[]): void {
    const { keeper, clock, metrics } = this.#parts
    const began = clock.now()
    Promise.all(rows.map((row) => keeper.append(row))).then(
      () => {
        metrics.saved(
          rows.length,
          rows.reduce((sum, row) => sum + row.length, 0),
          clock.now() - began,
        )
        if (!this.#closed) void this.compact(false)
      },
      (error: unknown) => this.#break(error),
    )
    this.#inspection.later()
  }

  #break(error: unknown): void {
    if (this.#closed) return
    const known = asAppError(error)
    this.#parts.log.error('document could not be saved', { doc: this.name, kind: known.kind, ...describeError(error) })
    this.#parts.onBroken(this)
    this.close(known)
  }
}
