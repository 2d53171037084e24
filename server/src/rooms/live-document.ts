/** A document that is being worked on: made of its stored parts, it takes changes and says what changed. */
import * as Y from 'yjs'
import {
  framesIn,
  MapReader,
  openMapDoc,
  thingsTouched,
  type MapDoc,
  type MapRead,
  type Thing,
} from '@throughline/shared/doc'
import { step2Frame, wireFrame } from './frames.ts'

export class LiveDocument {
  readonly doc = new Y.Doc()
  /** What has been touched since somebody asked, and by whom: a person's id, `''` for a program. */
  readonly touched = new Map<Thing, string>()
  #map: MapDoc | null = null
  #reader: MapReader | null = null
  #emitted: Uint8Array[] = []
  /** What answers whoever has nothing yet, until the document changes. */
  #whole: Buffer | null = null

  /** A part that cannot be read is left out; `unreadable` hears of it. */
  constructor(parts: readonly Uint8Array[], unreadable: (index: number, error: unknown) => void) {
    this.doc.transact(() => {
      for (const [index, part] of parts.entries()) {
        try {
          Y.applyUpdate(this.doc, part, 'load')
        } catch (error) {
          unreadable(index, error)
        }
      }
    }, 'load')
    this.doc.on('update', (update: Uint8Array) => {
      this.#emitted.push(update)
      this.#whole = null
    })
  }

  /** Its roots, once somebody looks at them: they are a fifth of a small document's memory. */
  get map(): MapDoc {
    this.#map ??= openMapDoc(this.doc)
    return this.#map
  }

  get isWaiting(): boolean {
    return this.waiting.structs !== null || this.waiting.deletions !== null
  }

  /** What is here but stands on what has not come. */
  get waiting(): Waiting {
    const { pendingStructs, pendingDs } = this.doc.store
    return { structs: pendingStructs?.update ?? null, deletions: pendingDs }
  }

  /** What waits is in no text yet, so letting go of it changes nothing that anybody sees. */
  forgetWaiting(): void {
    this.doc.store.pendingStructs = null
    this.doc.store.pendingDs = null
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  whole(): Buffer {
    this.#whole ??= wireFrame(step2Frame(Y.encodeStateAsUpdate(this.doc)))
    return this.#whole
  }

  forgetWhole(): void {
    this.#whole = null
  }

  /** @throws when the state vector makes no sense */
  since(stateVector: Uint8Array): Buffer {
    return wireFrame(step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector)))
  }

  read(): MapRead {
    this.#reader ??= new MapReader(this.map)
    return this.#reader.read()
  }

  /** Runs a program's change, on whose behalf it is. */
  change(by: string, work: (map: MapDoc) => void): void {
    const note = (transaction: Y.Transaction) => {
      for (const [type, keys] of transaction.changed)
        for (const thing of thingsTouched(this.doc, type, keys)) this.touched.set(thing, by)
    }
    const before = this.#emitted.length
    this.doc.on('afterTransaction', note)
    try {
      work(this.map)
    } finally {
      this.doc.off('afterTransaction', note)
      for (const update of this.#emitted.slice(before))
        for (const thing of framesIn(Y.decodeUpdate(update).structs)) this.touched.set(thing, by)
    }
  }

  takeTouched(): ReadonlyMap<Thing, string> {
    const touched = new Map(this.touched)
    this.touched.clear()
    return touched
  }

  /** Each once: what every transaction since the last call has changed. */
  takeEmitted(): readonly Uint8Array[] {
    const emitted = this.#emitted
    this.#emitted = []
    return emitted
  }

  close(): void {
    this.#reader?.close()
    this.doc.destroy()
  }
}

export interface Waiting {
  readonly structs: Uint8Array | null
  readonly deletions: Uint8Array | null
}
