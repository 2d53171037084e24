/**
 * A room's document, resting or awake. At rest it is the bytes of the store as they are; it wakes, as a Yjs document,
 * when somebody changes or reads it.
 *
 * - **RD1** Whoever has nothing gets the stored bytes as they are, thirty who come at once the same buffer, and is told
 *   that this is all only with the last of it.
 * - **RD2** What the stored bytes hold already wakes nobody: an empty answer, a deletion that is known, an update that
 *   is sent again.
 * - **RD3** Resting or awake, everybody ends up with the same document, and what waits for its ground is part of it.
 * - **RD4** Bytes go out unread only if the store made them of a whole document (the snapshot); a part that cannot be
 *   read goes to nobody.
 * - **RD5** `canGreet` is true at once if the store has kept how far its snapshot goes: what `stateVector` says then is
 *   never further than the bytes, so a writer who is asked may send something twice, but nothing is left out.
 */
import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { DocName, StoredDoc } from '../stores/index.ts'
import { step2Frame, updateFrame, wireFrame } from './frames.ts'
import { LiveDocument } from './live-document.ts'
import { Possession } from './possession.ts'
import { areWithin, Reach, type Clocks } from './reach.ts'

/** Milliseconds that the answer to whoever has nothing is kept: long enough for a meeting that opens one link. */
const WHOLE_KEPT_MS = 5_000
/** So much is read through before the first answer: some 3 ms. */
const SMALL_BYTES = 64 * 1024

export interface RoomDocumentParts {
  readonly name: DocName
  readonly clock: Clock
  readonly log: Log
}

/** As it lies in the store. */
export type StoredParts = Pick<StoredDoc, 'parts' | 'tail' | 'damaged' | 'vector'>

interface Resting {
  readonly parts: readonly Uint8Array[]
  /** How far everybody has come, at least; null when only the possession tells. */
  reached: Clocks | null
  possession: Possession | null
  whole: Buffer | null
}

export class RoomDocument {
  /** Called each time that it wakes. */
  onWake: () => void = () => {}
  readonly #parts: RoomDocumentParts
  #resting: Resting | null = null
  #live: LiveDocument | null = null
  #wakingMs = 0
  #callOffForgetting: (() => void) | null = null
  /** What it has woken from, until somebody takes it or it rests again. */
  #before: readonly Uint8Array[] | null = null

  constructor(parts: RoomDocumentParts, stored: StoredParts) {
    this.#parts = parts
    this.rest(stored)
  }

  /** The Yjs document if it is awake. */
  get live(): LiveDocument | null {
    return this.#live
  }

  /** How long waking took, the last time. */
  get wakingMs(): number {
    return this.#wakingMs
  }

  /** Whether it is known what it holds; otherwise that takes reading through megabytes. */
  get isKnown(): boolean {
    return this.#resting === null || this.#resting.possession !== null
  }

  /** Whether `stateVector` answers at once. */
  get canGreet(): boolean {
    return this.isKnown || this.#resting?.reached !== null
  }

  awake(): LiveDocument {
    if (this.#live !== null) return this.#live
    const { clock, log, name } = this.#parts
    const began = clock.now()
    this.#live = new LiveDocument(this.#resting?.parts ?? [], (index, error) =>
      log.error('stored update unreadable', { doc: name, index, ...describeError(error) }),
    )
    this.#before = this.#resting?.parts ?? null
    this.#resting = null
    this.#wakingMs = clock.now() - began
    this.onWake()
    return this.#live
  }

  /** Lets go of the Yjs document for what the store has of it, which must be all of it. */
  rest({ parts, tail, damaged, vector }: StoredParts): void {
    this.#live?.close()
    this.#live = null
    this.#before = null
    this.#resting = { parts, reached: null, possession: null, whole: null }
    if (damaged > 0) {
      this.#parts.log.error('document loaded with damage', { doc: this.#parts.name, damaged })
      this.awake()
      return
    }
    const snapshot = parts.length > tail ? parts[0] : undefined
    if (snapshot === undefined || snapshot.length <= SMALL_BYTES) {
      this.#possession()
      return
    }
    try {
      this.#resting.reached = reachedIn(vector, parts.slice(1))
    } catch {
      this.awake()
    }
  }

  /** All of it as updates, as they are at this moment; wakes nobody. */
  updates(): readonly Uint8Array[] {
    return this.#resting?.parts ?? [Y.encodeStateAsUpdate(this.awake().doc)]
  }

  /** The stored parts as they were before it woke; null when they have been taken since. */
  takeBefore(): readonly Uint8Array[] | null {
    const before = this.#before
    this.#before = null
    return before
  }

  /** Never further than what is here. */
  stateVector(): Uint8Array {
    if (!this.isKnown && this.#resting?.reached) return Y.encodeStateVector(new Map(this.#resting.reached))
    return this.#possession()?.stateVector() ?? this.awake().stateVector()
  }

  /** RD2. */
  holds(update: Uint8Array): boolean {
    if (isNothing(update)) return true
    // What is new for certain is not looked for.
    if (!this.isKnown && this.#resting?.reached && !areWithin(Y.decodeUpdate(update).structs, this.#resting.reached))
      return false
    return this.#possession()?.holds(update) ?? false
  }

  /** Whole messages that answer a step 1. @throws when the state vector makes no sense */
  answer(stateVector: Uint8Array): Buffer {
    if (stateVector.length === 1 && stateVector[0] === 0) return this.#whole()
    const theirs = Y.decodeStateVector(stateVector)
    const possession = this.#possession()
    if (possession?.isWithin(theirs) === true) return wireFrame(step2Frame(possession.deletions()))
    return this.awake().since(stateVector)
  }

  close(): void {
    this.#callOffForgetting?.()
    this.#live?.close()
  }

  #whole(): Buffer {
    this.#callOffForgetting?.()
    this.#callOffForgetting = this.#parts.clock.after(WHOLE_KEPT_MS, () => {
      this.#callOffForgetting = null
      this.#live?.forgetWhole()
      if (this.#resting !== null) this.#resting.whole = null
    })
    if (this.#resting === null) return this.awake().whole()
    this.#resting.whole ??= wireOf(this.#resting.parts)
    return this.#resting.whole
  }

  /** Null when it is awake, and that it becomes when a part cannot be read. */
  #possession(): Possession | null {
    if (this.#resting === null) return null
    try {
      this.#resting.possession ??= new Possession(this.#resting.parts)
      this.#resting.reached = null
      return this.#resting.possession
    } catch {
      this.awake()
      return null
    }
  }
}

/** Of a snapshot that goes as far as `vector`, and the updates after it. @throws when one of them is no update */
function reachedIn(vector: Uint8Array | null, tail: readonly Uint8Array[]): Clocks | null {
  const reach = new Reach(vector === null ? new Map() : Y.decodeStateVector(vector))
  for (const part of tail) reach.take(Y.decodeUpdate(part).structs)
  return vector === null ? null : reach.clocks()
}

const NOTHING = new Uint8Array([0, 0])

const isNothing = (update: Uint8Array) => Buffer.compare(update, NOTHING) === 0

/** RD1. Clients take updates before they are answered, in this order, and call themselves in sync with the step 2. */
function wireOf(parts: readonly Uint8Array[]): Buffer {
  const before = parts.slice(0, -1)
  const last = parts.at(-1) ?? NOTHING
  return Buffer.concat([...before.map((part) => wireFrame(updateFrame(part))), wireFrame(step2Frame(last))])
}
