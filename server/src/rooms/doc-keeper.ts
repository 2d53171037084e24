/**
 * A document's durable side: loads it, appends what changes, puts a snapshot in the place of a long tail.
 *
 * - **DK1** `append` resolves when the update is on disk; appends keep their order.
 * - **DK2** A snapshot covers only what was on disk when it was made, and later updates stay beside it.
 * - **DK3** Snapshots of an open document are made at most a tenth of the time, however large and busy it is.
 */
import * as Y from 'yjs'
import { LIMITS, type EpochMs } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Compacted, DocName, DocStore, Seq, StoredDoc } from '../stores/index.ts'

/** Updates after a snapshot before the next one is made: some 20 ms of loading. */
const TAIL_LIMIT = 500
/** A tail of few but large updates gets one at half the snapshot's size; below this, loading takes no time anyway. */
const TAIL_BYTES = 64 * 1024
const TAIL_PER_SNAPSHOT = 0.5
/** At unload a shorter tail is worth it too; a handful of updates is not. */
const TAIL_LIMIT_AT_UNLOAD = 20

/** Updates on disk, and when the last of them got there. */
export interface Head {
  readonly revision: number
  readonly changedAt: EpochMs | null
}

/** Bytes of growth after which a document near its limit is measured again. */
const MEASURE_AGAIN = 1024 * 1024

/** How many times as long as the last snapshot took the next one waits: the thread that makes them is for all documents. */
const REST_PER_SNAPSHOT = 10

export class DocKeeper {
  readonly #name: DocName
  readonly #docs: DocStore
  readonly #clock: Clock
  readonly #log: Log
  #seq: Seq
  #changedAt: EpochMs | null
  /** The last update that the snapshot covers. */
  #covered: number
  #snapshotBytes: number
  #tailBytes: number
  /** Bytes of the snapshot and the tail: at least what the document takes as one. */
  #bytes: number
  /** `#bytes` when the document was last measured. */
  #measuredAt = 0
  #last: Promise<unknown> = Promise.resolve()
  /** The head that the newest append makes. */
  #newest: Promise<Head>
  /** Settles, never rejecting, when the one that is being made is done; null when none is. */
  #compacting: Promise<unknown> | null = null
  /** Before it the next snapshot is not made. */
  #restUntil = 0

  private constructor(name: DocName, parts: { docs: DocStore; clock: Clock; log: Log }, head: StoredDoc) {
    this.#name = name
    this.#docs = parts.docs
    this.#clock = parts.clock
    this.#log = parts.log
    this.#seq = head.seq
    this.#changedAt = head.changedAt
    this.#covered = head.seq - head.tail
    const snapshot = head.parts.length > head.tail ? head.parts[0] : undefined
    this.#bytes = head.parts.reduce((sum, { length }) => sum + length, 0)
    this.#snapshotBytes = snapshot?.length ?? 0
    this.#tailBytes = this.#bytes - this.#snapshotBytes
    this.#newest = Promise.resolve(this.head)
  }

  /** What is stored, and its keeper from now on. */
  static async load(
    name: DocName,
    parts: { docs: DocStore; clock: Clock; log: Log },
  ): Promise<{ readonly keeper: DocKeeper; readonly stored: StoredDoc }> {
    const stored = await parts.docs.load(name)
    return { keeper: new DocKeeper(name, parts, stored), stored }
  }

  get head(): Head {
    return { revision: this.#seq, changedAt: this.#changedAt }
  }

  /** The document as it is stored by now; null when that is not all of it. */
  async stored(): Promise<StoredDoc | null> {
    await this.#last
    const stored = await this.#docs.load(this.#name)
    return stored.damaged === 0 && stored.seq === this.#seq ? stored : null
  }

  append(update: Uint8Array): Promise<void> {
    const at = this.#clock.now()
    this.#bytes += update.length
    this.#tailBytes += update.length
    const done = this.#docs.append(this.#name, update, at).then((seq) => {
      this.#seq = seq
      this.#changedAt = at
      return this.head
    })
    this.#newest = done
    // One that failed stays failed: nothing after a gap may be called saved.
    this.#last = Promise.all([this.#last, done])
    // Whoever appended hears of a failure; `settled` must not add an unhandled one.
    this.#last.catch(() => {})
    return done.then(() => {})
  }

  /** Head of exactly what was appended so far, once all of it is on disk; what comes meanwhile does not count. */
  async committed(): Promise<Head> {
    const [last, newest] = [this.#last, this.#newest]
    await last
    return newest
  }

  /** Whether the document may become so much larger. Measuring a large one takes a while, so that is done rarely. */
  hasRoomFor(doc: Y.Doc, bytes: number): boolean {
    if (this.#bytes + bytes <= LIMITS.documentBytes) return true
    if (this.#bytes - this.#measuredAt >= MEASURE_AGAIN || this.#measuredAt === 0) {
      this.#bytes = Y.encodeStateAsUpdate(doc).length
      this.#measuredAt = this.#bytes
    }
    return this.#bytes + bytes <= LIMITS.documentBytes
  }

  /** Resolves when all that was appended so far is on disk, rejects when any of it could not be. */
  async settled(): Promise<void> {
    await this.#last
  }

  /** Puts a snapshot in the place of a tail that is long enough for it. */
  async compactIfLong(unloading = false): Promise<void> {
    // Who closes would take the thread away from one that is being made, and there would be none.
    if (unloading) await this.#compacting
    if (this.#compacting !== null || !this.#isLong(unloading)) return
    if (!unloading && this.#clock.now() < this.#restUntil) return
    await this.#compact(() => this.#docs.compact(this.#name)).catch((error: unknown) =>
      // The tail is whole, only longer than it need be; the next update tries again.
      this.#log.warn('snapshot not written', { doc: this.#name, ...describeError(error) }),
    )
  }

  /** Leaves nothing on the disk of what has been deleted. @throws {AppError} when that was not possible now. */
  async purge(): Promise<void> {
    await this.#last
    await this.#compact(() => this.#docs.purge(this.#name))
  }

  #isLong(unloading: boolean): boolean {
    const tail = this.#seq - this.#covered
    if (tail >= (unloading ? TAIL_LIMIT_AT_UNLOAD : TAIL_LIMIT)) return true
    return this.#tailBytes >= TAIL_BYTES && this.#tailBytes >= this.#snapshotBytes * TAIL_PER_SNAPSHOT
  }

  /** DK3. */
  async #compact(make: () => Promise<Compacted | null>): Promise<void> {
    const began = this.#clock.now()
    const before = this.#tailBytes
    const making = make()
    this.#compacting = making.catch(() => {})
    try {
      const compacted = await making
      if (compacted === null) return
      this.#covered = compacted.upTo
      this.#bytes += compacted.bytes - this.#snapshotBytes - before
      this.#snapshotBytes = compacted.bytes
      this.#tailBytes -= before
    } finally {
      this.#compacting = null
      const ended = this.#clock.now()
      this.#restUntil = ended + (ended - began) * REST_PER_SNAPSHOT
    }
  }
}
