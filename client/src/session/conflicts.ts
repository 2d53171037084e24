/**
 * Whole values that were changed here offline and by others meanwhile, until somebody has decided. Kept in this browser
 * beside the map, so that a reload loses neither side; all its windows show the same ones.
 */
import { bringBack, openMapDoc, readMap, removeBlocks, writeChanges, type MapDoc } from '@throughline/shared/doc'
import { findConflicts, type Conflict } from '@throughline/shared/diff'
import type { EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { conflictsName, keptConflicts, keepConflicts } from './device/kept-conflicts.ts'

export interface OpenConflict extends Conflict {
  readonly id: string
  /** The client that wrote the other side, as Yjs numbers them; null where that cannot be told. */
  readonly by: number | null
  /** By name, once whoever it was has been seen here. */
  readonly who: string | null
}

export type Side = 'mine' | 'theirs'

/** Who was away finds out here; `settled` is the document without what waits, `theirs` what the server has beyond it. */
export function conflictsOnReturn(
  settled: Uint8Array,
  mine: PositioningMap,
  theirs: Uint8Array,
): readonly OpenConflict[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, settled)
  const base = readMap(openMapDoc(doc)).map
  Y.applyUpdate(doc, theirs)
  const map = openMapDoc(doc)
  return findConflicts(base, mine, readMap(map).map).map((conflict) => {
    const values = [conflict.mine, conflict.theirs].map(([first]) => first?.after ?? null)
    const id = JSON.stringify([conflict.block, conflict.what, ...values])
    return { ...conflict, id, by: authorOf(map, conflict), who: null }
  })
}

/** Who wrote the value of a key is the client of the item that holds it. */
function authorOf(map: MapDoc, { block, what, theirs }: Conflict): number | null {
  const shared = block === null ? map.meta : map.blocks.get(block)
  if (!(shared instanceof Y.Map)) return null
  const key = what === 'gone' && theirs[0]?.what === 'gone' ? 'deletedAt' : what
  return shared._map.get(key)?.id.client ?? null
}

/** Makes one side what stands: one gesture, which undo takes back. */
export function writeSide(map: MapDoc, conflict: Conflict, side: Side, now: EpochMs): void {
  const changes = conflict[side]
  if (conflict.what !== 'gone' || conflict.block === null) writeChanges(map, changes, now)
  else if (changes[0]?.what === 'gone') removeBlocks(map, [conflict.block], now)
  else bringBack(map, conflict.block)
}

export class Conflicts {
  readonly #name: string
  readonly #onChange: (all: readonly OpenConflict[]) => void
  #all: readonly OpenConflict[]
  #names: ReadonlyMap<number, string> = new Map()

  constructor(map: MapId, epoch: string, onChange: (all: readonly OpenConflict[]) => void) {
    this.#name = conflictsName(map, epoch)
    this.#onChange = onChange
    this.#all = keptConflicts(this.#name)
    window.addEventListener('storage', this.#onStorage)
  }

  get all(): readonly OpenConflict[] {
    return this.#all
  }

  /**
   * Both sides of the time away, before they are merged: `map` is read at once, and compared when `settled`, the document
   * without what waits, has come from the device. `theirs` is what the server has beyond it.
   */
  async compare(map: MapDoc, settled: Promise<Uint8Array | null> | undefined, theirs: Uint8Array): Promise<void> {
    const mine = readMap(map).map
    const base = (await settled) ?? null
    if (base !== null) this.add(conflictsOnReturn(base, mine, theirs))
  }

  add(found: readonly OpenConflict[]): void {
    const known = new Set(this.#all.map(({ id }) => id))
    const all = [...this.#all, ...found.filter(({ id }) => !known.has(id))]
    this.#tell(all.map((conflict) => ({ ...conflict, who: conflict.who ?? this.#nameOf(conflict) })))
  }

  /** Lets one side stand. */
  settle(id: string, side: Side, map: MapDoc, now: EpochMs): void {
    const conflict = this.#all.find((one) => one.id === id)
    if (conflict === undefined) return
    writeSide(map, conflict, side, now)
    this.#tell(this.#all.filter((one) => one !== conflict))
  }

  /** Whoever is here now is remembered by name: they may leave before anybody decides. */
  meet(people: readonly { readonly client: number; readonly name: string }[]): void {
    this.#names = new Map(people.map(({ client, name }) => [client, name]))
    this.add([])
  }

  #nameOf({ by }: OpenConflict): string | null {
    return by === null ? null : (this.#names.get(by) ?? null)
  }

  close(): void {
    window.removeEventListener('storage', this.#onStorage)
  }

  #tell(all: readonly OpenConflict[]): void {
    if (JSON.stringify(all) === JSON.stringify(this.#all)) return
    this.#all = all
    keepConflicts(this.#name, all)
    this.#onChange(all)
  }

  /** Another window of this browser has found or decided something. */
  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (key !== this.#name) return
    this.#all = keptConflicts(this.#name)
    this.#onChange(this.#all)
  }
}
