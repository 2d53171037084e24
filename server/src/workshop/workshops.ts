/**
 * The workshops of all maps: who asks is let in, commands go through the rules, and what comes of them is saved, told,
 * and done to the map.
 *
 * - **WS5** A command is answered when it is on disk; one that was refused has changed nothing.
 * - **WS6** What goes onto the map goes there first: should the process die between, saying it again mends it.
 * - **WS7** Nothing that somebody wrote is in the log.
 * - **WS8** From the answer to a `lock` on the canvas takes no edits but those of people who facilitate.
 */
import type { ServerResponse } from 'node:http'
import { AppError } from '@throughline/shared/errors'
import type { WorkshopCommand, WorkshopRun } from '@throughline/shared/protocol'
import type { EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import { composeMinutes, type Minutes } from '@throughline/shared/minutes'
import { PROGRAMMES, type Programme } from '@throughline/shared/workshop'
import { nanoid } from 'nanoid'
import type { Caller } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type KeyStore, type PersonStore, type WorkshopStore } from '../stores/index.ts'
import type { Versions } from '../versions/index.ts'
import type { CanvasLock, CanvasLocks, Connections } from '../ws/index.ts'
import { refuseIfLocked } from './canvas-lock.ts'
import { openForgottenLocks } from './forgotten-locks.ts'
import { JoinCodes } from './join-codes.ts'
import { LiveWorkshop } from './live-workshop.ts'
import { courseOf, workshopOf } from './keeping.ts'
import { minutesSource, type MinutesRecord } from './minutes-source.ts'
import { PART_NAMES, partsOf } from './fresh.ts'
import { doOnMap } from './on-map.ts'
import { refusalOf } from './refuse.ts'
import { come, ended, isFacilitator, step, type Actor, type Outcome, type Step, type Workshop } from './rules/index.ts'
import { Stream, Streams, type StreamForm } from './streams.ts'

export interface WorkshopsParts {
  readonly store: WorkshopStore
  readonly people: PersonStore
  readonly keys: KeyStore
  readonly rooms: Rooms
  readonly versions: Pick<Versions, 'keep'>
  readonly connections: Connections
  readonly clock: Clock
  readonly log: Log
}

/** One that nobody listens to is let go of after so long without a call. */
const IDLE_MS = 10 * 60 * 1_000
/** 95 random bits. */
const newId = () => nanoid(16)

export class Workshops implements CanvasLocks {
  readonly streams: Streams
  readonly codes: JoinCodes
  readonly #parts: WorkshopsParts
  readonly #open = new Map<MapId, Promise<LiveWorkshop>>()
  readonly #idle = new Map<MapId, () => void>()
  /** Of those that are let go of, until all they had is in the store. */
  readonly #ending = new Map<MapId, Promise<void>>()
  readonly #stopOpening: () => void
  #closed = false

  constructor(parts: WorkshopsParts) {
    this.#parts = parts
    this.streams = new Streams(parts.clock)
    this.codes = new JoinCodes(parts)
    this.#stopOpening = openForgottenLocks({
      clock: parts.clock,
      each: (look) => {
        for (const map of this.#open.keys()) this.#ifOpen(map, look)
      },
      here: (map) => this.#here(map),
      onOpened: (map, saved) => {
        parts.log.info('forgotten lock opened', { map })
        saved.catch((error: unknown) => this.#warn('workshop not saved', map, error))
      },
    })
    parts.connections.onPeople = (map) => this.#ifOpen(map, (live) => live.peopleChanged())
  }

  /** As JSON: the workshop as this caller may see it. Whoever asks takes part while one runs. */
  async view(caller: Caller, inParts = false): Promise<Buffer> {
    const live = await this.#live(caller.map)
    await this.#letIn(live, caller)
    return live.see(caller.personId, inParts ? PART_NAMES : 'whole')
  }

  /** @throws {AppError} `not-now` or `not-allowed` with a `reason`, `bad-input` for a programme that nobody knows. */
  async command(caller: Caller, given: WorkshopCommand, inParts = false): Promise<Buffer> {
    const live = await this.#live(caller.map)
    const asked = withProgramme(given)
    const known = asked.type === 'promote' ? await this.#parts.people.list(caller.map) : []
    const people = known.map(({ id, name, voice }) => ({ person: id as string, name, voice }))
    const by = actorOf(caller)
    const map = await live.ground()
    const tried = this.#step(live, asked, by, people, map)
    if (asked.type === 'start') await this.#begin(live, tried.workshop, map)
    else if (asked.type === 'write' || asked.type === 'vote') await live.commitQuietly(tried.workshop)
    else if (tried.onMap === undefined) await live.commit(tried.workshop)
    else {
      const { onMap } = tried
      const now = this.#parts.clock.now()
      await this.#parts.rooms.use(docName(caller.map, 'canvas'), (room) => doOnMap(room, onMap, by, now))
      // Others have gone on meanwhile.
      await live.commit(this.#step(live, asked, by, people, await live.ground()).workshop)
    }
    this.#parts.log.info('workshop command', { map: caller.map, type: asked.type })
    if (asked.type === 'end') await this.#keepVersion(caller)
    return live.see(caller.personId, inParts ? partsOf(asked) : 'whole')
  }

  /** Of the workshop that was started last, unless an earlier run is named. @throws {AppError} `not-found` */
  async minutes(map: MapId, run?: string): Promise<Minutes> {
    const last = (await this.#live(map)).record
    const record = run === undefined || run === last?.workshop.course.run ? last : await this.#earlier(map, run)
    if (record === null) throw new AppError('not-found', 'There has been no such workshop on this map.')
    const read = await this.#parts.rooms.use(docName(map, 'canvas'), (room) => room.readCommitted())
    return composeMinutes(minutesSource(record, read))
  }

  /** All that were on a map, the last one first. */
  async runs(map: MapId): Promise<readonly WorkshopRun[]> {
    const runs = await this.#parts.store.runs(map)
    return runs.map(({ run, state }) => {
      const { programme, startedAt, endedAt, people } = courseOf(state)
      const names = people.map(({ name }) => name).filter((name) => name !== '')
      return { run, programme: programme.title, startedAt, endedAt, people: names }
    })
  }

  async #earlier(map: MapId, run: string): Promise<MinutesRecord | null> {
    const kept = await this.#parts.store.load(map, run)
    return kept === null ? null : { workshop: workshopOf(kept), lost: kept.lost }
  }

  /** Tells this caller of the workshop until one of both goes. @throws {AppError} `slow-down` when too many listen. */
  async listen(caller: Caller, address: string, response: ServerResponse, as: StreamForm = {}): Promise<void> {
    const { clock } = this.#parts
    const stream = new Stream(caller, address, response, clock.now(), as)
    this.streams.add(stream)
    response.on('close', () => this.#left(stream))
    try {
      const live = await this.#live(caller.map)
      await this.#letIn(live, caller)
      live.peopleChanged()
      await live.greet(stream)
    } catch (error) {
      this.streams.remove(stream)
      throw error
    }
  }

  /** @throws {AppError} when it cannot be loaded */
  async withLock(map: MapId, apply: (lock: CanvasLock | null) => void): Promise<void> {
    const live = await this.#live(map)
    apply(live.lock)
  }

  /** For what writes onto the canvas without a connection. @throws {AppError} `locked` */
  async refuseIfLocked({ map, personId }: Caller): Promise<void> {
    await this.withLock(map, (lock) => refuseIfLocked(lock, personId))
  }

  /** To be told of every edit of a canvas. */
  edited(map: MapId): void {
    this.#ifOpen(map, (live) => live.edited())
  }

  /** For a map that is deleted. */
  forget(map: MapId): void {
    this.streams.endWhere((stream) => stream.map === map)
    this.#letGo(map)
  }

  close(): void {
    this.#closed = true
    this.#stopOpening()
    this.streams.endWhere(() => true)
    this.streams.stop()
    for (const map of [...this.#open.keys()]) this.#letGo(map)
  }

  #step(
    live: LiveWorkshop,
    asked: Step,
    by: Actor,
    known: readonly Omit<Actor, 'role'>[],
    map: PositioningMap,
  ): Outcome {
    const now = this.#parts.clock.now()
    const here = this.#here(live.map)
    const stepped = step(live.workshop, asked, by, { now, newId, map, known, here })
    if (!stepped.ok) throw refusalOf(stepped.why)
    return stepped.value
  }

  async #letIn(live: LiveWorkshop, caller: Caller): Promise<void> {
    const { workshop } = live
    if (workshop?.course.state === 'running') await live.commitQuietly(withCaller(workshop, caller))
  }

  /** One that was left running ends first, votes and all. Whoever has been waiting takes part from the beginning. */
  #begin(live: LiveWorkshop, begun: Workshop, map: PositioningMap): Promise<void> {
    const before = live.workshop
    const now = this.#parts.clock.now()
    // Saves keep their order, so the one that is waited for is the last.
    if (before?.course.state === 'running')
      live
        .commit(ended(before, { now, map }))
        .catch((error: unknown) => this.#warn('workshop not saved', live.map, error))
    return live.commit(this.streams.of(live.map).reduce((so, { caller }) => withCaller(so, caller), begun))
  }

  #left(stream: Stream): void {
    this.streams.remove(stream)
    this.#ifOpen(stream.map, (live) => {
      live.peopleChanged()
      const { workshop } = live
      if (workshop?.course.state !== 'running' || !isFacilitator(workshop.course, stream.person)) return
      // Until then a facilitator was seen.
      const course = { ...workshop.course, facilitatedAt: this.#parts.clock.now() }
      live
        .commitQuietly({ ...workshop, course })
        .catch((error: unknown) => this.#warn('workshop not saved', live.map, error))
    })
    this.#idleLater(stream.map)
  }

  async #keepVersion({ map, person }: Caller): Promise<void> {
    const name = `Workshop, ${sayDay(this.#parts.clock.now())}`
    try {
      await this.#parts.versions.keep(map, { name, by: person?.name ?? '', auto: false })
    } catch (error) {
      // The workshop has ended all the same, and the map keeps versions of itself.
      this.#warn('version not kept', map, error)
    }
  }

  #warn(event: string, map: MapId, error: unknown): void {
    this.#parts.log.warn(event, { map, ...describeError(error) })
  }

  #here(map: MapId): ReadonlySet<string> {
    return new Set([...this.#parts.connections.peopleOf(map), ...this.streams.of(map).map(({ person }) => person)])
  }

  #live(map: MapId): Promise<LiveWorkshop> {
    if (this.#closed) return Promise.reject(new AppError('restarting', 'The server is restarting; come back.'))
    this.#idleLater(map)
    const known = this.#open.get(map)
    if (known !== undefined) return known
    const loading = this.#load(map)
    this.#open.set(map, loading)
    loading.catch(() => this.#open.delete(map))
    return loading
  }

  async #load(map: MapId): Promise<LiveWorkshop> {
    const { store, rooms, clock, log } = this.#parts
    await this.#ending.get(map)
    const kept = await store.load(map)
    const here = (of: MapId) => this.#here(of)
    const streams = (of: MapId) => this.streams.of(of)
    // What is in memory is read anew from the store; who listens comes back by themselves.
    const onBroken = () => this.forget(map)
    const onLock = ({ lock }: LiveWorkshop) => this.#parts.connections.lock(map, lock)
    const parts = { store, rooms, clock, log, here, streams, onLock, onBroken }
    return new LiveWorkshop(map, parts, kept)
  }

  #ifOpen(map: MapId, then: (live: LiveWorkshop) => void): void {
    this.#open.get(map)?.then(then, () => {})
  }

  #idleLater(map: MapId): void {
    this.#idle.get(map)?.()
    const callOff = this.#parts.clock.after(IDLE_MS, () => {
      this.#idle.delete(map)
      this.#ifOpen(map, ({ lock }) => {
        if (lock === null && this.streams.of(map).length === 0) this.#letGo(map)
        else this.#idleLater(map)
      })
    })
    this.#idle.set(map, callOff)
  }

  #letGo(map: MapId): void {
    this.#idle.get(map)?.()
    this.#idle.delete(map)
    const closing = this.#open.get(map)
    if (closing === undefined) return
    this.#open.delete(map)
    // Whoever opens it next finds all of it in the store.
    const end = async () => {
      const live = await closing.catch(() => null)
      live?.close()
      await live?.settled()
    }
    const ended = end().finally(() => {
      if (this.#ending.get(map) === ended) this.#ending.delete(map)
    })
    this.#ending.set(map, ended)
  }
}

function actorOf({ person, personId, key, role }: Caller): Actor {
  return { person: personId, name: person?.name ?? key.label, voice: person?.voice ?? null, role }
}

/** Whoever looks takes part; but a browser that has not said a name yet is about to, and then it is another person. */
function withCaller(workshop: Workshop, caller: Caller): Workshop {
  if (caller.byCookie && caller.person === null) return workshop
  const there = come(workshop, actorOf(caller))
  // Whoever finds it full still sees it.
  return there.ok ? there.value : workshop
}

function withProgramme(given: WorkshopCommand): Step {
  if (given.type === 'edit') return { type: 'edit', programme: given.programme as Programme }
  if (given.type !== 'start') return given
  const { programme } = given
  if (typeof programme !== 'string') return { type: 'start', programme: programme as Programme }
  const ready = PROGRAMMES.find(({ id }) => id === programme)
  if (ready === undefined)
    throw new AppError(
      'bad-input',
      `There is no programme of that name; there is ${PROGRAMMES.map(({ id }) => id).join(', ')}.`,
    )
  return { type: 'start', programme: ready }
}

/** As it stands in a title: 29 Nov 2026. */
function sayDay(at: EpochMs): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
