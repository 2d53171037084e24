/**
 * What is in the bytes of a document, without making the document: how far each client has come, and what is deleted.
 *
 * - **PO1** Whoever is told the state vector need not send what lies before it again: those bytes are in the parts.
 * - **PO2** `holds` says yes only if the document made of the parts would stay the same with the update.
 *
 * Both count what waits for a part that never came as there: it is in the bytes, and goes to everybody with them.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type DeleteSet = ReturnType<typeof Y.createDeleteSet>
type Ranges = readonly { readonly clock: number; readonly len: number }[]

export class Possession {
  readonly #clocks: ReadonlyMap<number, number>
  /** Ranges sorted and merged. */
  readonly #deleted: DeleteSet

  /** Reads through all of it: some 45 ms a megabyte. @throws when a part is no update */
  constructor(parts: readonly Uint8Array[]) {
    const clocks = new Map<number, number>()
    const deleted: DeleteSet[] = []
    const early: { readonly client: number; readonly from: number; readonly to: number }[] = []
    const take = (client: number, from: number, to: number) => {
      const known = clocks.get(client) ?? 0
      if (from > known) return false
      if (to > known) clocks.set(client, to)
      return true
    }
    for (const part of parts) {
      const { structs, ds } = Y.decodeUpdate(part)
      deleted.push(ds)
      for (const struct of structs) {
        if (struct instanceof Y.Skip) continue
        const { client, clock } = struct.id
        const end = clock + struct.length
        if (!take(client, clock, end)) early.push({ client, from: clock, to: end })
      }
    }
    // What stands beyond a gap counts once the gap is filled, whichever part fills it.
    for (const { client, from, to } of early.toSorted((a, b) => a.from - b.from)) take(client, from, to)
    this.#clocks = clocks
    this.#deleted = Y.mergeDeleteSets(deleted)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(new Map(this.#clocks))
  }

  /** Whether somebody who has come so far lacks nothing but, perhaps, deletions. */
  isWithin(others: ReadonlyMap<number, number>): boolean {
    for (const [client, clock] of this.#clocks) if ((others.get(client) ?? 0) < clock) return false
    return true
  }

  holds(update: Uint8Array): boolean {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      if (struct.id.clock + struct.length > (this.#clocks.get(struct.id.client) ?? 0)) return false
    }
    for (const [client, ranges] of ds.clients) {
      const known = this.#deleted.clients.get(client) ?? []
      if (!ranges.every(({ clock, len }) => len === 0 || isCovered(known, clock, clock + len))) return false
    }
    return true
  }

  /** An update of all that is deleted, and nothing else. */
  deletions(): Uint8Array {
    const encoder = encoding.createEncoder()
    const put = (value: number) => encoding.writeVarUint(encoder, value)
    const NO_STRUCTS = 0
    put(NO_STRUCTS)
    put(this.#deleted.clients.size)
    for (const [client, ranges] of this.#deleted.clients) {
      put(client)
      put(ranges.length)
      for (const { clock, len } of ranges) {
        put(clock)
        put(len)
      }
    }
    return encoding.toUint8Array(encoder)
  }
}

/** `known` is sorted, its ranges apart from each other: what is covered lies in one of them. */
function isCovered(known: Ranges, from: number, to: number): boolean {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const range = known[middle]
    if (range !== undefined && range.clock + range.len < to) low = middle + 1
    else high = middle
  }
  const range = known[low]
  return range !== undefined && range.clock <= from
}
