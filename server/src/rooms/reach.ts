/**
 * How far each client has come in updates, without making the document.
 *
 * - **RC1** It is never further than the updates themselves, together with what it began with: what stands beyond a gap
 *   counts once the gap is filled, whichever update fills it.
 */
import * as Y from 'yjs'

export type Clocks = ReadonlyMap<number, number>
type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

export class Reach {
  readonly #clocks: Map<number, number>
  readonly #early: { readonly client: number; readonly from: number; readonly to: number }[] = []

  constructor(from: Clocks = new Map()) {
    this.#clocks = new Map(from)
  }

  take(structs: Structs): void {
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const to = clock + struct.length
      if (!this.#join(client, clock, to)) this.#early.push({ client, from: clock, to })
    }
  }

  /** Of all that was taken. */
  clocks(): Clocks {
    for (const { client, from, to } of this.#early.toSorted((a, b) => a.from - b.from)) this.#join(client, from, to)
    return this.#clocks
  }

  #join(client: number, from: number, to: number): boolean {
    const known = this.#clocks.get(client) ?? 0
    if (from > known) return false
    if (to > known) this.#clocks.set(client, to)
    return true
  }
}

export function areWithin(structs: Structs, clocks: Clocks): boolean {
  return structs.every(
    (struct) => struct instanceof Y.Skip || struct.id.clock + struct.length <= (clocks.get(struct.id.client) ?? 0),
  )
}
