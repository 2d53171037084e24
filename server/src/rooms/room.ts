/**
 * One live document: its Yjs document, who is connected, and what of it is on disk.
 *
 * - **RM1** Nobody is answered before the stored document is loaded: an empty answer makes clients start over.
 * - **RM2** What came within a tick is applied in one transaction, goes to everybody as one update and to disk as one.
 * - **RM3** A receipt counts frames whose content is on disk, or was already there.
 * - **RM4** When storage fails, everybody is sent away to come back: clients keep what has no receipt.
 * - **RM5** A member's bad frame ends that member's connection and nothing else.
 * - **RM6** A document never grows over its limit; who would make it is told so, and what is there stays.
 */
import * as Y from 'yjs'
import { AppError, asAppError } from '@throughline/shared/errors'
import { MapReader, openMapDoc, type MapDoc, type MapRead } from '@throughline/shared/doc'
import type { PositioningMap } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { DocName } from '../stores/index.ts'
import type { DocKeeper, Head } from './doc-keeper.ts'
import { step1Frame, step2Frame, updateFrame, wireFrame } from './frames.ts'
import type { Member, TickFrames } from './member.ts'
import { Presence } from './presence.ts'

/** Milliseconds between two ticks of a busy room: a frame of a screen. */
const TICK_MS = 16
/** Above so many members a tick is twice as long: nobody can follow more than thirty pictures a second of such a crowd. */
const CROWD = 150
/** Milliseconds of quiet before the document is read through for parts that make no sense. */
const INSPECT_AFTER_MS = 2_000
const REPORTED_AT_MOST = 200
/** Milliseconds that the answer to whoever has nothing is kept: long enough for a meeting that opens one link. */
const WHOLE_KEPT_MS = 5_000

interface Queued {
  readonly from: Member
  readonly update: Uint8Array
  /** How many sync frames of that member this one makes. */
  readonly count: number
}

export interface RoomParts {
  readonly name: DocName
  readonly doc: Y.Doc
  readonly keeper: DocKeeper
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  /** Called when the last member or holder goes. */
  readonly onIdle: (room: Room) => void
  /** Called when storage has failed it: it must not be handed out again. */
  readonly onBroken: (room: Room) => void
}

export class Room {
  readonly name: DocName
  readonly #parts: RoomParts
  readonly #map: MapDoc
  readonly #reader: MapReader
  readonly #members = new Set<Member>()
  readonly #presence = new Presence()
  readonly #reported = new Set<string>()
  #holders = 0
  #queue: Queued[] = []
  #emitted: Uint8Array[] = []
  #lastTick = Number.NEGATIVE_INFINITY
  #lastPresence = Number.NEGATIVE_INFINITY
  /** What answers whoever has nothing yet, until the document changes: thirty who come at once share one. */
  #whole: Uint8Array | null = null
  /** The stored document as it is, while nothing has been added to it. */
  #unchanged: Uint8Array | null
  #callOffTick: (() => void) | null = null
  #callOffInspection: (() => void) | null = null
  #closed = false

  constructor(parts: RoomParts) {
    this.name = parts.name
    this.#parts = parts
    this.#map = openMapDoc(parts.doc)
    this.#unchanged = parts.keeper.takeLoaded()
    parts.clock.after(WHOLE_KEPT_MS, () => (this.#unchanged = null))
    this.#reader = new MapReader(this.#map)
    parts.doc.on('update', (update: Uint8Array) => {
      this.#emitted.push(update)
      this.#whole = null
      this.#unchanged = null
    })
    this.#inspectLater()
  }

  get isIdle(): boolean {
    return this.#members.size === 0 && this.#holders === 0
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** For reading only; changes go through `edit`. */
  get mapDoc(): MapDoc {
    return this.#map
  }

  /** Revision and time of what is on disk. */
  get head(): Head {
    return this.#parts.keeper.head
  }

  join(member: Member): void {
    this.#members.add(member)
    if (member.lane === 'write') member.send(step1Frame(Y.encodeStateVector(this.#parts.doc)))
    member.send(this.#presence.whole())
    if (member.app) member.send(this.#presence.everyone())
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    this.#presence.leave(member)
    this.#wantTick()
    this.#idleIfSo()
  }

  /** The answer to a step 1. @throws when the state vector makes no sense */
  answer(member: Member, stateVector: Uint8Array): void {
    member.send(this.#answerTo(stateVector))
  }

  #answerTo(stateVector: Uint8Array): Uint8Array {
    const isEmpty = stateVector.length === 1 && stateVector[0] === 0
    if (!isEmpty) return step2Frame(Y.encodeStateAsUpdate(this.#parts.doc, stateVector))
    if (this.#whole === null) this.#parts.clock.after(WHOLE_KEPT_MS, () => (this.#whole = null))
    this.#whole ??= step2Frame(this.#unchanged ?? Y.encodeStateAsUpdate(this.#parts.doc))
    return this.#whole
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#parts.doc)
  }

  /** Takes a step 2 or an update that has been checked to be one. */
  receive(from: Member, update: Uint8Array, count: number): void {
    this.#queue.push({ from, update, count })
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
    this.#presence.receive(from, frame)
    this.#wantTick()
  }

  sendPresence(member: Member): void {
    member.send(this.#presence.whole())
  }

  /** The map as it is now. */
  read(): MapRead {
    return this.#reader.read()
  }

  /** The map as it is now and the revision that says exactly this, once it is on disk: one revision, one content. */
  async readCommitted(): Promise<{ readonly map: PositioningMap; readonly head: Head }> {
    this.#tick()
    const { map } = this.read()
    return { map, head: await this.#parts.keeper.committed() }
  }

  /** A change by a program; everybody sees it. Resolves when it is on disk. */
  async edit(change: (map: MapDoc) => void): Promise<void> {
    if (this.#closed) throw new AppError('restarting', 'The map is being closed; try again.')
    change(this.#map)
    this.#tick()
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

  async compact(unloading: boolean): Promise<void> {
    await this.#parts.keeper.compactIfLong(this.#parts.doc, unloading)
  }

  /** Sends everybody away and lets go of the document. What is not on disk by now has no receipt. */
  close(why: AppError): void {
    if (this.#closed) return
    this.#closed = true
    this.#callOffTick?.()
    this.#callOffInspection?.()
    for (const member of [...this.#members]) member.refuse(why)
    this.#members.clear()
    this.#reader.close()
    this.#parts.doc.destroy()
  }

  #idleIfSo(): void {
    if (this.isIdle && !this.#closed) this.#parts.onIdle(this)
  }

  #wantTick(): void {
    if (this.#callOffTick !== null || this.#closed) return
    const wait = this.#lastTick + (this.#members.size > CROWD ? 2 * TICK_MS : TICK_MS) - this.#parts.clock.now()
    if (wait <= 0) this.#tick()
    else this.#callOffTick = this.#parts.clock.after(wait, () => this.#tick())
  }

  #tick(): void {
    if (this.#closed) return
    this.#callOffTick?.()
    this.#callOffTick = null
    this.#lastTick = this.#parts.clock.now()
    const queued = this.#queue
    this.#queue = []
    const bad = this.#apply(queued)
    const emitted = this.#emitted
    this.#emitted = []
    this.#broadcast(emitted)
    this.#keep(emitted, queued, bad)
  }

  /** Whoever's update threw; the others' are in. */
  #apply(queued: readonly Queued[]): ReadonlySet<Member> {
    const bad = new Set<Member>()
    if (queued.length === 0) return bad
    this.#parts.doc.transact(() => {
      for (const { from, update } of queued) {
        if (bad.has(from)) continue
        if (!this.#hasRoomFor(update)) {
          bad.add(from)
          from.refuse(new AppError('too-large', 'This map is full; nothing more fits into it.'))
          continue
        }
        try {
          Y.applyUpdate(this.#parts.doc, update, 'client')
        } catch (error) {
          bad.add(from)
          this.#parts.log.info('update refused', { doc: this.name, ...describeError(error) })
          from.refuse(new AppError('bad-frame', 'An update could not be read.'))
        }
      }
    }, 'client')
    return bad
  }

  /** RM6. What only deletes always fits. */
  #hasRoomFor(update: Uint8Array): boolean {
    const { keeper, doc } = this.#parts
    return keeper.hasRoomFor(doc, update.length) || Y.decodeUpdate(update).structs.length === 0
  }

  #broadcast(emitted: readonly Uint8Array[]): void {
    const presence = this.#takePresence()
    const people = this.#presence.takeAnnounced()
    if (people !== null) for (const member of this.#members) if (member.app) member.send(people)
    if (presence === null && emitted.length === 0) return
    const docWire = emitted.map((update) => wireFrame(updateFrame(update)))
    const presenceWire = presence === null ? [] : [wireFrame(presence)]
    const frames: TickFrames = {
      doc: docWire.length === 0 ? null : Buffer.concat(docWire),
      presence: presenceWire[0] ?? null,
      both: Buffer.concat([...docWire, ...presenceWire]),
    }
    for (const member of this.#members) member.write(frames)
  }

  #takePresence(): Uint8Array | null {
    if (this.#presence.isDue(this.#lastTick - this.#lastPresence)) {
      this.#lastPresence = this.#lastTick
      return this.#presence.takeChanges()
    }
    if (this.#presence.hasChanges) this.#wantTick()
    return null
  }

  #keep(emitted: readonly Uint8Array[], queued: readonly Queued[], bad: ReadonlySet<Member>): void {
    const { store } = this.#parts.doc
    // What waits for a part that has not come is in no update that Yjs emits; receipted, it must be on disk all the same.
    const waiting = store.pendingStructs !== null || store.pendingDs !== null
    const raw = waiting ? queued.filter(({ from }) => !bad.has(from)).map(({ update }) => update) : []
    const rows = [...emitted, ...raw]
    if (rows.length > 0) this.#save(rows)
    const counts = new Map(queued.map(({ from, count }) => [from, count]))
    for (const [from, count] of counts) if (!bad.has(from)) this.acknowledge(from, count)
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
    this.#inspectLater()
  }

  #break(error: unknown): void {
    if (this.#closed) return
    const known = asAppError(error)
    this.#parts.log.error('document could not be saved', { doc: this.name, kind: known.kind, ...describeError(error) })
    this.#parts.onBroken(this)
    this.close(known)
  }

  #inspectLater(): void {
    if (this.#callOffInspection !== null || this.#closed || !this.name.endsWith('/canvas')) return
    this.#callOffInspection = this.#parts.clock.after(INSPECT_AFTER_MS, () => {
      this.#callOffInspection = null
      this.#inspect()
    })
  }

  /** Whatever a peer wrote that is no part of a map is reported once, by its place. */
  #inspect(): void {
    for (const { path, problem } of this.read().ignored) {
      const said = `${path}: ${problem}`
      if (this.#reported.has(said) || this.#reported.size >= REPORTED_AT_MOST) continue
      this.#reported.add(said)
      this.#parts.log.warn('malformed part of a document ignored', { doc: this.name, path, problem })
    }
  }
}
