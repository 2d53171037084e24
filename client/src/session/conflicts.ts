/**
 * Whole values that were changed here without the others knowing, offline or on a line that was late, and by others
 * meanwhile, until somebody has decided. Kept in this browser beside the map, so that a reload loses neither side; all its
 * windows show the same ones.
 */
import { bringBack, openMapDoc, readMap, removeBlocks, writeChanges, type MapDoc } from '@throughline/shared/doc'
import { findConflicts, wholeChanges, type Conflict } from '@throughline/shared/diff'
import type { EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { conflictsName, keptConflicts, keepConflicts } from './device/kept-conflicts.ts'
import type { DeviceCopy } from './device/device-copy.ts'
import { Meanwhile, type Apart } from './meanwhile.ts'

export interface OpenConflict extends Conflict {
  readonly id: string
  /** The client that wrote the other side, as Yjs numbers them; null where that cannot be told. */
  readonly by: number | null
  /** By name, once whoever it was has been seen here. */
  readonly who: string | null
}

export type Side = 'mine' | 'theirs'

/**
 * Whoever was away, or has written on a line that brought it late, finds out here. `settled` is the document without the
 * edits that wait (`unsent`), `theirs` what others have beyond it.
 */
export function conflictsOnReturn(
  settled: Uint8Array,
  unsent: readonly Uint8Array[],
  mine: PositioningMap,
  theirs: readonly Uint8Array[],
): readonly OpenConflict[] {
  const plain = readApart([settled], theirs)
  const known = isWhole(plain.map.doc) ? [] : knownOf(settled, unsent, theirs)
  const { map, base, now, before } = known.length === 0 ? plain : readApart([settled, ...known], theirs)
  const isLetGo = (conflict: Conflict): boolean => {
    const item = itemOf(map, conflict)
    return item?.deleted === true && item.id.clock >= (before.get(item.id.client) ?? 0)
  }
  // A value that Yjs let go of at the server already comes without its words: nobody has emptied it.
  const letGo = wholeChanges(base, mine)
    .map(({ block, what }, at, all) => ({ block, what, mine: all.slice(at, at + 1), theirs: [] }))
    .filter(isLetGo)
  const whole = findConflicts(base, mine, now).filter((conflict) => !isLetGo(conflict))
  return [...whole, ...letGo].map((conflict) => {
    const values = [conflict.mine, conflict.theirs].map(([first]) => first?.after ?? null)
    const id = JSON.stringify([conflict.block, conflict.what, ...values])
    return { ...conflict, id, by: itemOf(map, conflict)?.id.client ?? null, who: null }
  })
}

interface BothStates {
  readonly map: MapDoc
  readonly base: PositioningMap
  readonly now: PositioningMap
  /** How far each client's edits went in `base`. */
  readonly before: ReadonlyMap<number, number>
}

/** The map with `theirs` and without. */
function readApart(from: readonly Uint8Array[], theirs: readonly Uint8Array[]): BothStates {
  const map = openMapDoc(new Y.Doc())
  for (const update of from) Y.applyUpdate(map.doc, update)
  const base = readMap(map).map
  const before = Y.decodeStateVector(Y.encodeStateVector(map.doc))
  for (const update of theirs) Y.applyUpdate(map.doc, update)
  return { map, base, now: readMap(map).map, before }
}

/** Whether nothing in it waits for what it stands on. */
const isWhole = ({ store }: Y.Doc): boolean => store.pendingStructs === null

/**
 * The edits that wait here and that others have built on: those they knew, and without them Yjs holds back all that the
 * same people did afterwards. Edits reach the server in their order, so it is the first few.
 */
function knownOf(
  settled: Uint8Array,
  unsent: readonly Uint8Array[],
  theirs: readonly Uint8Array[],
): readonly Uint8Array[] {
  const doc = new Y.Doc()
  for (const update of [settled, ...theirs]) Y.applyUpdate(doc, update)
  const known: Uint8Array[] = []
  for (const update of unsent) {
    if (isWhole(doc)) break
    Y.applyUpdate(doc, update)
    known.push(update)
  }
  return known
}

/** Who wrote the value of a key is the client of the item that holds it. */
function itemOf(map: MapDoc, { block, what, theirs }: Conflict): Y.Item | null {
  const shared = block === null ? map.meta : map.blocks.get(block)
  if (!(shared instanceof Y.Map)) return null
  const key = what === 'gone' && theirs[0]?.what === 'gone' ? 'deletedAt' : what
  return shared._map.get(key) ?? null
}

/** Makes one side what stands: one gesture, which undo takes back. */
export function writeSide(map: MapDoc, conflict: Conflict, side: Side, now: EpochMs): void {
  const changes = conflict[side]
  if (conflict.what !== 'gone' || conflict.block === null) writeChanges(map, changes, now)
  else if (changes[0]?.what === 'gone') removeBlocks(map, [conflict.block], now)
  else bringBack(map, conflict.block)
}

/** What was changed here, by itself. */
const myEdit = ({ block, what, mine }: Conflict): string => JSON.stringify([block, what, mine[0]?.after ?? null])

export class Conflicts {
  readonly #name: string
  readonly #onChange: (all: readonly OpenConflict[]) => void
  #all: readonly OpenConflict[]
  #names: ReadonlyMap<number, string> = new Map()
  /** By id, and by what was changed here: a late line may tell of one again. */
  readonly #decided = new Set<string>()

  constructor(map: MapId, epoch: string, onChange: (all: readonly OpenConflict[]) => void) {
    this.#name = conflictsName(map, epoch)
    this.#onChange = onChange
    this.#all = keptConflicts(this.#name)
    window.addEventListener('storage', this.#onStorage)
  }

  get all(): readonly OpenConflict[] {
    return this.#all
  }

  /** Hears what others do while edits made here have not got through. */
  meanwhile(mapDoc: MapDoc, read: () => PositioningMap, device: () => DeviceCopy | null): Meanwhile {
    return new Meanwhile({
      state: () => Y.encodeStateVector(mapDoc.doc),
      apart: () => ({
        mine: read(),
        unsent: device()?.unsent ?? [],
        settled: device()?.settledState() ?? Promise.resolve(null),
      }),
      onKnown: (edit) => device()?.keepTheirs(edit),
      compare: (apart, theirs) => void this.#compare(apart, theirs),
    })
  }

  /** Where this browser keeps nothing there is nothing to compare with. */
  async #compare({ mine, unsent, settled }: Apart, theirs: readonly Uint8Array[]): Promise<void> {
    const base = await settled
    if (base !== null) this.add(conflictsOnReturn(base, unsent, mine, theirs))
  }

  add(found: readonly OpenConflict[]): void {
    const known = new Set([...this.#all.flatMap((one) => [one.id, myEdit(one)]), ...this.#decided])
    const fresh = found.filter((one) => !known.has(one.theirs.length > 0 ? one.id : myEdit(one)))
    // Others have gone on since, or it is heard at last what they made of it.
    const newer = new Set(fresh.map(myEdit))
    const all = [...this.#all.filter((one) => !newer.has(myEdit(one))), ...fresh]
    this.#tell(all.map((conflict) => ({ ...conflict, who: conflict.who ?? this.#nameOf(conflict) })))
  }

  /** Lets one side stand. */
  settle(id: string, side: Side, map: MapDoc, now: EpochMs): void {
    const conflict = this.#all.find((one) => one.id === id)
    if (conflict === undefined) return
    writeSide(map, conflict, side, now)
    for (const name of [id, myEdit(conflict)]) this.#decided.add(name)
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
