/**
 * The documents that are open in this process.
 *
 * - **RS1** Two who open a document at once share one load and one room.
 * - **RS2** A room nobody uses is unloaded after `UNLOAD_AFTER_MS`, never with anything unsaved.
 * - **RS3** A map that is deleted is closed at once and never opened again.
 * - **RS4** Whoever only glances at a document that is not open opens no room: it is neither built nor read here.
 */
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { docNamesOf, type DocName, type DocStore, type MapStore } from '../stores/index.ts'
import { DocKeeper } from './doc-keeper.ts'
import { Room, type Edited, type Glance } from './room.ts'
import { RoomDocument } from './room-document.ts'

export const UNLOAD_AFTER_MS = 60_000
/**
 * A stop waits so long at most for snapshots: without one the next start only opens more slowly. On one core one of
 * 200,000 edits took more than two. With all else that a stop may wait for it stays below `LIMIT_MS`
 * of `shutdown.ts`.
 */
const SNAPSHOTS_AT_CLOSE_MS = 3_000

export interface RoomsParts {
  readonly docs: DocStore
  readonly maps: MapStore
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  /** Hears of every change. */
  readonly onEdited?: (edited: Edited) => void
}

export class Rooms {
  readonly #parts: RoomsParts
  readonly #open = new Map<DocName, Promise<Room>>()
  readonly #unloading = new Map<Room, () => void>()
  readonly #deleted = new Set<string>()
  #stopping = false

  constructor(parts: RoomsParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#open.size
  }

  /** @throws {AppError} when storage cannot be reached, the map is deleted or the server is stopping. */
  open(name: DocName): Promise<Room> {
    const refusal = this.#refusal(name)
    if (refusal !== null) return Promise.reject(refusal)
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const loading = this.#load(name)
    this.#open.set(name, loading)
    loading.catch(() => this.#open.delete(name))
    return loading
  }

  /** Opens the document, keeps it open while the work lasts, and gives its answer. */
  async use<Answer>(name: DocName, work: (room: Room) => Promise<Answer>): Promise<Answer> {
    let room = await this.open(name)
    // It may have been unloaded in the turn between: then the next one is fresh.
    while (room.isClosed) room = await this.open(name)
    return room.hold(work)
  }

  /** RS4. @throws {AppError} as `open` does. */
  async glance(name: DocName): Promise<Glance> {
    if (this.#open.has(name)) return this.use(name, (room) => room.glance())
    const { parts, seq, changedAt, damaged } = await this.#parts.docs.load(name)
    // Its room says what is missing, and everybody reads the same rest.
    if (damaged > 0) return this.use(name, (room) => room.glance())
    const refusal = this.#refusal(name)
    if (refusal !== null) throw refusal
    return { is: 'stored', parts, head: { revision: seq, changedAt } }
  }

  #refusal(name: DocName): AppError | null {
    if (this.#stopping) return new AppError('restarting', 'The server is restarting.')
    return this.#deleted.has(name) ? new AppError('unknown-map', 'This map has been deleted.') : null
  }

  async removeMap(map: MapId): Promise<void> {
    const gone = new AppError('unknown-map', 'This map has been deleted.')
    for (const name of docNamesOf(map)) {
      this.#deleted.add(name)
      const room = await this.#open.get(name)?.catch(() => null)
      if (room === undefined || room === null) continue
      await room.settled().catch(() => {})
      this.#forget(room)
      room.close(gone)
    }
    await this.#parts.maps.remove(map)
  }

  /** Everything to disk, snapshots where they are due, everybody sent away to come back. */
  async close(why: AppError): Promise<void> {
    this.#stopping = true
    let callOff = (): void => {}
    const enough = new Promise<void>((resolve) => {
      callOff = this.#parts.clock.after(SNAPSHOTS_AT_CLOSE_MS, resolve)
    })
    await Promise.all(
      [...this.#open.values()].map(async (loading) => {
        const room = await loading.catch(() => null)
        if (room === null) return
        await room.settled().catch((error: unknown) => this.#failed(room, error))
        // One more turn, so that the receipts of what was just saved go out before the close.
        await new Promise((resolve) => setImmediate(resolve))
        this.#forget(room)
        room.close(why)
        await Promise.race([room.compact(true), enough])
      }),
    )
    callOff()
  }

  async #load(name: DocName): Promise<Room> {
    const began = this.#parts.clock.now()
    const { clock, log, metrics } = this.#parts
    const { keeper, stored } = await DocKeeper.load(name, this.#parts)
    const document = new RoomDocument({ name, clock, log }, stored)
    const room = new Room({
      name,
      document,
      keeper,
      clock,
      log,
      metrics,
      onEdited: (edited) => this.#parts.onEdited?.(edited),
      onIdle: (idle) => this.#unloadLater(idle),
      onBroken: (broken) => this.#forget(broken),
    })
    log.debug('document loaded', { doc: name, ms: clock.now() - began, revision: room.head.revision })
    this.#unloadLater(room)
    return room
  }

  #unloadLater(room: Room): void {
    this.#unloading.get(room)?.()
    const callOff = this.#parts.clock.after(UNLOAD_AFTER_MS, () => {
      this.#unloading.delete(room)
      if (!room.isIdle || room.isClosed) return
      this.#unload(room).catch((error: unknown) => this.#failed(room, error))
    })
    this.#unloading.set(room, callOff)
  }

  async #unload(room: Room): Promise<void> {
    await room.settled()
    await room.compact(true)
    // Somebody may have come in while it was being saved: then it stays, and goes when they go.
    if (!room.isIdle || room.isClosed) return
    this.#forget(room)
    room.close(new AppError('restarting', 'The document was unloaded.'))
    this.#parts.log.debug('document unloaded', { doc: room.name })
  }

  #forget(room: Room): void {
    this.#unloading.get(room)?.()
    this.#unloading.delete(room)
    this.#open.delete(room.name)
  }

  #failed(room: Room, error: unknown): void {
    this.#parts.log.error('document could not be saved', { doc: room.name, ...describeError(error) })
  }
}
