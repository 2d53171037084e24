/**
 * Versions of maps: kept, by hand and by themselves, read, compared, put back.
 *
 * - **VN1** A version that says the same as the newest one is not kept twice, unless somebody names it.
 * - **VN2** Before anything sweeping the map as it was is kept: before a restore, and before many blocks are deleted at once.
 * - **VN3** Automatic ones are thinned out as new ones come (`thinOut`).
 * - **VN5** A mark is kept where somebody leaves in the middle of work, at most one in `MARK_EVERY_MS`, and of a map as it
 *   was made; where that is not there (the process died, an older database), before the next first edit. So what has
 *   changed since can be said of those moments too. Whatever the number of maps, few are read and packed at a time.
 * - **VN4** What `leaveOut` takes out is in no kept version of the map, and each keeps its name, time and author.
 */
import { AppError } from '@throughline/shared/errors'
import { diffMaps, sayChange } from '@throughline/shared/diff'
import { UNTRACKED } from '@throughline/shared/doc'
import type { DiffAnswer, RestoreAnswer } from '@throughline/shared/protocol'
import { LIMITS, type BlockId, type EpochMs, type MapId, type PositioningMap } from '@throughline/shared/schema'
import {
  readMapState,
  restoreState,
  stateOfDoc,
  thinMarks,
  thinOut,
  withoutBlocks,
  writeMapState,
  type MapState,
  type Version,
  type VersionId,
} from '@throughline/shared/versions'
import { nanoid } from 'nanoid'
import pLimit from 'p-limit'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import { withStoredMap, type Edited, type Room, type Rooms } from '../rooms/index.ts'
import { docName, type ChangeStore, type PersonStore, type VersionStore } from '../stores/index.ts'
import { beforeSweep, mayBeSwept } from './before-sweep.ts'
import { watchRest, type RestWatch } from './watch-rest.ts'

export interface VersionsParts {
  readonly store: VersionStore
  readonly visits: Pick<ChangeStore, 'leavings'>
  readonly people: PersonStore
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
  /** Told of every map that has come to rest, whether a version was kept or not. */
  readonly onRest?: (map: MapId, as: PositioningMap, by: readonly string[]) => Promise<void>
}

/** A stop waits so long at most: without them the history only has a gap. */
const AT_CLOSE_MS = 2_000

/** A thousand maps that are left at once wait as the bytes that their rooms have anyway. */
const MARKS_AT_ONCE = 2

/** What is known of a version before it is kept. */
type About = Pick<Version, 'name' | 'by' | 'auto'>

export class Versions {
  readonly #parts: VersionsParts
  readonly #rest: RestWatch
  /** Marks on their way to the store. */
  readonly #marking = new Map<MapId, Promise<void>>()
  readonly #inTurn = pLimit(MARKS_AT_ONCE)

  constructor(parts: VersionsParts) {
    this.#parts = parts
    this.#rest = watchRest(parts.clock, (map, authors) => this.#keepAtRest(map, authors))
  }

  /** VN5. To be told of a map that has just been made; `canvas` is all of it. */
  made(map: MapId, canvas: Uint8Array): void {
    this.#mark(map, () => this.#keepFirst(map, [canvas]))
  }

  /**
   * To be told of every edit of a canvas; `people` are ids of persons, or of keys without one, `before` the document as
   * it was stored, with the first edit since it woke.
   */
  edited(map: MapId, { people, touched, before }: Pick<Edited, 'people' | 'touched' | 'before'>): void {
    this.#rest.edited(map, people)
    const swept = mayBeSwept(touched)
    if (swept !== null) void this.#keepBeforeSweep(map, swept, [...people])
    if (before !== null) this.#mark(map, () => this.#keepFirst(map, before))
  }

  /** VN5. To be told in the very turn in which somebody leaves; `kept` resolves when that is written down. */
  left(map: MapId, at: EpochMs, kept: Promise<void>): void {
    if (this.#rest.wantsMark(map, at)) this.#mark(map, () => this.#keepMark(map, at, kept))
  }

  /** The newest state kept until then, else the oldest of all; null when nothing is kept of this map. */
  async stateAt(map: MapId, at: EpochMs): Promise<string | null> {
    const { store } = this.#parts
    await this.#marking.get(map)
    const kept = await store.until(map, at)
    if (kept !== null) return kept.state
    const oldest = [(await store.list(map)).at(-1), (await store.marks(map)).at(-1)]
      .filter((state) => state !== undefined)
      .toSorted((a, b) => a.at - b.at)[0]
    return oldest === undefined ? null : ((await store.read(map, oldest.id))?.state ?? null)
  }

  forget(map: MapId): void {
    this.#rest.forget(map)
  }

  /** Keeps what is at work, so that a restart leaves no gap in the history. */
  async close(): Promise<void> {
    const tooLong = new Promise<void>((resolve) => this.#parts.clock.after(AT_CLOSE_MS, resolve))
    await Promise.race([Promise.all([this.#rest.endAll(), ...this.#marking.values()]), tooLong])
  }

  list(map: MapId): Promise<readonly Version[]> {
    return this.#parts.store.list(map)
  }

  /** @throws {AppError} `not-found` for a version that this map does not have. */
  async read(map: MapId, id: VersionId): Promise<{ readonly version: Version; readonly state: MapState }> {
    const { version, state } = await this.readKept(map, id)
    return { version, state: readMapState(state) }
  }

  /** The state as it is kept (`writeMapState`), for whoever reads it elsewhere. @throws as `read`. */
  async readKept(map: MapId, id: VersionId): Promise<{ readonly version: Version; readonly state: string }> {
    const kept = await this.#parts.store.read(map, id)
    if (kept === null) throw new AppError('not-found', 'This map has no such version.')
    return kept
  }

  /** @throws {AppError} `too-large` when the map has as many named versions as it may. */
  async keep(map: MapId, about: About): Promise<Version> {
    if (!about.auto && (await this.list(map)).filter(({ auto }) => !auto).length >= LIMITS.namedVersions)
      throw new AppError('too-large', `A map holds ${LIMITS.namedVersions} named versions, and this one has them.`)
    return this.#onCanvas(map, (room) => this.#keep(map, stateOf(room), about))
  }

  /** VN4. Its bytes leave the files with the next purge. @throws {AppError} when storage cannot be reached. */
  async leaveOut(map: MapId, blocks: ReadonlySet<BlockId>): Promise<void> {
    // It may still have them.
    await this.#marking.get(map)
    const takenAway = await this.#parts.store.rewrite(map, (state) => withoutBlocks(state, blocks))
    if (takenAway.length > 0) this.#parts.log.warn('damaged versions taken away', { map, versions: takenAway.length })
  }

  /** How to get from one version to another, or to the map of now. */
  async diff(map: MapId, from: VersionId, to: VersionId | 'now'): Promise<DiffAnswer> {
    const before = (await this.read(map, from)).state.map
    const after =
      to === 'now' ? await this.#onCanvas(map, async (room) => room.read().map) : (await this.read(map, to)).state.map
    const changes = diffMaps(before, after).map((change) => ({ ...change, says: sayChange(change, before, after) }))
    return { changes }
  }

  /** VN2. In place, live for everybody. */
  async restore(
    map: MapId,
    id: VersionId,
    by: { readonly name: string; readonly id: string },
    blocks?: readonly BlockId[],
  ): Promise<RestoreAnswer> {
    const { version, state } = await this.read(map, id)
    return this.#onCanvas(map, async (room) => {
      const before = await this.#keep(map, stateOf(room), { name: nameBefore(version), by: by.name, auto: true })
      let written = 0
      await room.edit((doc) => {
        const chosen = blocks === undefined ? undefined : new Set(blocks)
        written = restoreState(doc, state, { blocks: chosen, now: this.#parts.clock.now(), origin: UNTRACKED }).length
      }, by.id)
      this.#parts.log.info('version restored', { map, version: id, changes: written })
      return { changes: written, before: before.id }
    })
  }

  async #keepAtRest(map: MapId, authors: readonly string[]): Promise<void> {
    try {
      const names = await this.#namesOf(map, authors)
      const as = await this.#onCanvas(map, async (room) => {
        const state = stateOf(room)
        if (!(await this.#isKept(map, state)))
          await this.#keep(map, state, { name: '', by: names.join(', '), auto: true })
        return room.read().map
      })
      await this.#parts.onRest?.(map, as, names)
    } catch (error) {
      // The map itself is safe; the next rest tries again.
      this.#parts.log.warn('version not kept', { map, ...describeError(error) })
    }
  }

  /** One at a time a map, in the order they are wanted. */
  #mark(map: MapId, keep: () => Promise<void>): void {
    const begun = keep()
    const done = Promise.all([this.#marking.get(map), begun])
      .then(
        () => {},
        // Without it the difference is told from a state some minutes older.
        (error: unknown) => this.#parts.log.warn('mark not kept', { map, ...describeError(error) }),
      )
      .finally(() => {
        if (this.#marking.get(map) === done) this.#marking.delete(map)
      })
    this.#marking.set(map, done)
  }

  /** Of a map that nothing is kept of yet. */
  async #keepFirst(map: MapId, before: readonly Uint8Array[]): Promise<void> {
    // What is on its way may be it.
    await this.#marking.get(map)
    // It was so all the time before.
    if (!(await this.#parts.store.keepsAny(map))) await this.#keepAsMark(map, 0 as EpochMs, before)
  }

  /** What is kept is taken before anybody else can change it, whatever takes its time afterwards. */
  async #keepMark(map: MapId, at: EpochMs, kept: Promise<void>): Promise<void> {
    const { store, visits, clock } = this.#parts
    const updates = await this.#onCanvas(map, async (room) => room.updates())
    await this.#keepAsMark(map, at, updates)
    await kept
    const [marks, versions, leavings] = await Promise.all([store.marks(map), store.list(map), visits.leavings(map)])
    await store.remove(map, thinMarks(marks, versions, leavings, clock.now()))
  }

  #keepAsMark(map: MapId, at: EpochMs, updates: readonly Uint8Array[]): Promise<void> {
    return this.#inTurn(() => {
      const state = withStoredMap(updates, (doc) => writeMapState(stateOfDoc(doc)))
      return this.#parts.store.mark(map, { id: newId(), at }, state)
    })
  }

  /** VN2. */
  async #keepBeforeSweep(map: MapId, touched: ReadonlySet<BlockId>, authors: readonly string[]): Promise<void> {
    try {
      const swept = await this.#onCanvas(map, async (room) => beforeSweep(room, touched))
      // A restore that takes them off has kept it already.
      if (swept === null || (await this.#isKept(map, swept.state))) return
      const by = (await this.#namesOf(map, authors)).join(', ')
      await this.#keep(map, swept.state, { name: `Before ${swept.blocks} blocks were deleted`, by, auto: true })
    } catch (error) {
      // Undo brings them back, and so does the version before.
      this.#parts.log.warn('version not kept', { map, ...describeError(error) })
    }
  }

  /** VN1. */
  async #isKept(map: MapId, state: string): Promise<boolean> {
    const [newest] = await this.list(map)
    if (newest === undefined) return false
    const kept = await this.#parts.store.read(map, newest.id).catch(() => null)
    return kept?.state === state
  }

  /** VN3. */
  async #keep(map: MapId, state: string, about: About): Promise<Version> {
    const { store, clock } = this.#parts
    const version: Version = { id: newId(), at: clock.now(), ...about }
    await store.add(map, version, state)
    await store.remove(map, thinOut(await store.list(map), clock.now()))
    return version
  }

  async #namesOf(map: MapId, people: readonly string[]): Promise<readonly string[]> {
    const names = new Map((await this.#parts.people.list(map)).map(({ id, name }) => [id as string, name]))
    return [...new Set(people.flatMap((id) => names.get(id) ?? []))]
  }

  #onCanvas<Answer>(map: MapId, work: (room: Room) => Promise<Answer>): Promise<Answer> {
    return this.#parts.rooms.use(docName(map, 'canvas'), work)
  }
}

const newId = () => nanoid(12) as VersionId

function stateOf(room: Room): string {
  return writeMapState(stateOfDoc(room.mapDoc))
}

function nameBefore({ name, at }: Version): string {
  const what = name === '' ? `the version of ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}` : `“${name}”`
  return `Before going back to ${what}`.slice(0, LIMITS.nameLength)
}
