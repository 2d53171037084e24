/**
 * Who touches what while the updates of one tick are applied one after the other in one transaction.
 *
 * - **TW1** Costs what has been touched anew since the last look, whatever the tick has touched before.
 * - **TW2** Of two people who write in one text within one tick the first is named: nobody could tell them apart a
 *   sixtieth of a second later, and the next tick names the one who goes on.
 */
import { thingsTouched, type Thing } from '@throughline/shared/doc'
import type * as Y from 'yjs'

type Changed = Y.Transaction['changed']
type SharedType = Changed extends Map<infer Type, unknown> ? Type : never

/** Map and Set give what is added while somebody goes through them, as long as nobody asks for more than there is. */
interface Unseen<Entry> {
  readonly entries: IterableIterator<Entry>
  seen: number
}

export class TouchWatch {
  readonly #transaction: Y.Transaction
  readonly #touched: Map<Thing, string>
  readonly #types: Unseen<[SharedType, Set<string | null>]>
  /** Roots that many people change in one tick, each under keys of their own. */
  readonly #roots = new Map<SharedType, Unseen<string | null> & { readonly keys: ReadonlySet<string | null> }>()

  constructor(transaction: Y.Transaction, touched: Map<Thing, string>) {
    this.#transaction = transaction
    this.#touched = touched
    this.#types = { entries: transaction.changed.entries(), seen: 0 }
  }

  /** All that is new since the last look is `person`'s. */
  look(person: string, frames: readonly Thing[]): void {
    const { changed } = this.#transaction
    for (const [type, root] of this.#roots) this.#name(type, take(root, root.keys.size), person)
    for (const [type, keys] of take(this.#types, changed.size)) {
      if (type._item !== null) {
        this.#name(type, [...keys], person)
        continue
      }
      const root = { entries: keys.values(), seen: 0, keys }
      this.#roots.set(type, root)
      this.#name(type, take(root, keys.size), person)
    }
    for (const thing of frames) this.#touched.set(thing, person)
  }

  #name(type: SharedType, keys: readonly (string | null)[], person: string): void {
    if (keys.length === 0) return
    for (const thing of thingsTouched(this.#transaction.doc, type, new Set(keys))) this.#touched.set(thing, person)
  }
}

function take<Entry>(unseen: Unseen<Entry>, size: number): readonly Entry[] {
  const taken: Entry[] = []
  for (; unseen.seen < size; unseen.seen += 1) taken.push(unseen.entries.next().value as Entry)
  return taken
}
