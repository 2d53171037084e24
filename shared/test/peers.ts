/**
 * A network in the hand: people with a canvas document each, and between any two of them a queue that moves only when
 * the test says so.
 *
 * - **PE1** Nothing arrives by itself; a peer that nobody delivers to is offline.
 * - **PE2** `deliverAll` empties every queue; after it everybody has everything.
 * - **PE3** Client ids are fixed, so that a failing seed replays exactly.
 */
import * as Y from 'yjs'
import { beginMap, openMapDoc, type MapDoc } from '../src/doc/index.ts'
import { DEFAULT_VOICES } from '../src/schema/index.ts'

/** The origin of what came from somebody else. */
const FROM_PEER = 'from a peer'

interface Parcel {
  readonly to: number
  readonly update: Uint8Array
}

export class Peers {
  readonly maps: readonly MapDoc[]
  #parcels: Parcel[] = []

  constructor(count: number) {
    this.maps = Array.from({ length: count }, (_, n) => {
      const doc = new Y.Doc()
      doc.clientID = n + 1
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== FROM_PEER) this.#send(n, update)
      })
      return openMapDoc(doc)
    })
  }

  /** What is under way. */
  get waiting(): number {
    return this.#parcels.length
  }

  peer(n: number): MapDoc {
    const map = this.maps[n % this.maps.length]
    if (map === undefined) throw new RangeError(`there is no peer ${n}`)
    return map
  }

  /** Delivers one parcel, any of them: `pick` may be any number, also one from far back in the queue's order. */
  deliver(pick = 0): void {
    const [parcel] = this.#parcels.splice(pick % Math.max(1, this.#parcels.length), 1)
    if (parcel !== undefined) Y.applyUpdate(this.peer(parcel.to).doc, parcel.update, FROM_PEER)
  }

  /** Delivers everything, each next parcel chosen by `order`; oldest first without one. */
  deliverAll(order: readonly number[] = []): void {
    for (let at = 0; this.#parcels.length > 0; at += 1) this.deliver(order.length === 0 ? 0 : order[at % order.length])
  }

  /** Gives everybody what a map starts with, so that they edit the same things from the first step on. */
  startTogether(begin: (map: MapDoc) => void = () => undefined): void {
    const first = this.peer(0)
    beginMap(first, { title: 'A map', subject: 'A subject', voices: DEFAULT_VOICES }, 'made')
    begin(first)
    this.deliverAll()
  }

  close(): void {
    for (const { doc } of this.maps) doc.destroy()
  }

  #send(from: number, update: Uint8Array): void {
    for (const [to] of this.maps.entries()) if (to !== from) this.#parcels.push({ to, update })
  }
}
