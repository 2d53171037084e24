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

  constructor(map: MapId, epoch: string, onChange: (all: readonly OpenConflict[]) => void) {
    this.#name = conflictsName(map, epoch)
    this.#onChange = onChange
    this.#all = keptConflicts(this.#name)
    window.addEventListener('storage', this.#onStorage)
  }

  get all(): readonly OpenConflict[] {
    return this.#all
  }

  add(found: readonly OpenConflict[]): void {
    const known = new Set(this.#all.map(({ id }) => id))
    this.#tell([...this.#all, ...found.filter(({ id }) => !known.has(id))])
  }

  settle(id: string): void {
    this.#tell(this.#all.filter((conflict) => conflict.id !== id))
  }

  /** Whoever is here now is remembered by name: they may leave before anybody decides. */
  meet(people: readonly { readonly client: number; readonly name: string }[]): void {
    if (this.#all.every(({ who }) => who !== null)) return
    const names = new Map(people.map(({ client, name }) => [client, name]))
    this.#tell(
      this.#all.map((conflict) =>
        conflict.who === null && conflict.by !== null && names.has(conflict.by)
          ? { ...conflict, who: names.get(conflict.by) ?? null }
          : conflict,
      ),
    )
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
