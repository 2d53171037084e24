/**
 * Whether an update of a comments document writes under nobody's name but its sender's. Read from the bytes before any of
 * it gets into the document, since Yjs cannot take anything back.
 *
 * - **OC1** A comment's key begins with its author (`shared/src/comments`); only that person's connection writes, words
 *   anew or deletes under it. A thread's state says `by`, and that is whoever sends it.
 * - **OC2** A Yjs client belongs to whoever first wrote a comment with it: under somebody else's one could take the place
 *   of what they are about to send.
 * - **OC3** What it says it stands on must be there: `whoComes` is only right about what gets in at once, so what would
 *   wait is not let in (`Intake`).
 *
 * Other roots are none of ours: every reader ignores them. Costs a second reading of the update, and a look into the
 * document for each item and deletion that is new.
 */
import { authorOf, COMMENT_ROOTS } from '@throughline/shared/comments'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
/** A key of one of our roots; null for anywhere else. */
type Place = { readonly root: string; readonly key: string } | null

/** A sentence for its sender, or null. */
export function refusalOfComments(update: Uint8Array, doc: Y.Doc, person: string): string | null {
  const { structs, ds } = Y.decodeUpdate(update)
  if (!isInOrder(structs)) return 'A line of changes that comes twice in one message says nothing certain.'
  const look = new Places(doc, structs)
  for (const struct of structs) {
    if (!look.isNew(struct)) continue
    const place = look.of(struct)
    if (place === null) continue
    if (!mayWrite(struct, place, person) || !look.joinsOn(struct, place))
      return 'A comment can be written under one’s own name alone.'
    if (!isOwnClient(doc, struct.id.client, person, look)) return 'That is somebody else’s line of changes.'
  }
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (const struct of standing(doc, client, clock, clock + len)) {
        const place = look.of(struct)
        if (place?.root === COMMENT_ROOTS.entries && authorOf(place.key) !== person)
          return 'A comment can be taken away by whoever wrote it alone.'
      }
  return null
}

/** Yjs takes the last of two blocks of one client; then what stands beside a change could not be told. */
function isInOrder(structs: readonly Struct[]): boolean {
  const ends = new Map<number, number>()
  let last: number | null = null
  for (const { id, length } of structs) {
    const end = ends.get(id.client)
    if (end !== undefined && (last !== id.client || id.clock < end)) return false
    ends.set(id.client, id.clock + length)
    last = id.client
  }
  return true
}

function mayWrite(struct: Struct, { root, key }: NonNullable<Place>, person: string): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content } = struct
  if (root === COMMENT_ROOTS.entries && authorOf(key) !== person) return false
  // What somebody has already worded anew arrives as a hole.
  if (content instanceof Y.ContentDeleted) return true
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return false
  const value: unknown = content.arr[0]
  if (root === COMMENT_ROOTS.entries) return true
  return typeof value === 'object' && value !== null && 'by' in value && value.by === person
}

/** OC2. */
function isOwnClient(doc: Y.Doc, client: number, person: string, look: Places): boolean {
  const FIRST = 50
  for (const struct of doc.store.clients.get(client)?.slice(0, FIRST) ?? []) {
    const place = look.of(struct)
    const author = place?.root === COMMENT_ROOTS.entries ? authorOf(place.key) : null
    if (author !== null) return author === person
  }
  return true
}

/** What is in the document and not deleted, of one client's range. */
function* standing(doc: Y.Doc, client: number, from: number, to: number): Iterable<Y.Item> {
  const structs = doc.store.clients.get(client)
  const end = Math.min(to, Y.getState(doc.store, client))
  if (structs === undefined || from >= end) return
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const struct = structs[at]
    if (struct === undefined || struct.id.clock >= end) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}

/** Where items of an update will stand, by Yjs' own rule: beside what they name, else where they say. */
class Places {
  readonly #doc: Y.Doc
  readonly #coming = new Map<number, Struct[]>()
  readonly #known = new Map<Struct, Place>()

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    for (const struct of structs) {
      const before = this.#coming.get(struct.id.client)
      if (before === undefined) this.#coming.set(struct.id.client, [struct])
      else before.push(struct)
    }
  }

  isNew({ id, length }: Struct): boolean {
    return id.clock + length > Y.getState(this.#doc.store, id.client)
  }

  /** One that is known in part goes on from its known end: that must stand at the same place. */
  joinsOn({ id }: Struct, place: NonNullable<Place>): boolean {
    const known = Y.getState(this.#doc.store, id.client)
    if (id.clock >= known) return true
    const end = this.#at(Y.createID(id.client, known - 1))
    const before = end === null ? null : this.of(end)
    return before?.root === place.root && before.key === place.key
  }

  of(struct: Struct): Place {
    const way: Struct[] = []
    const passed = new Set<Struct>()
    let at: Struct | null = struct
    let place: Place = null
    while (at !== null && !passed.has(at)) {
      const known = this.#known.get(at)
      if (known !== undefined) {
        place = known
        break
      }
      way.push(at)
      passed.add(at)
      const next = this.#step(at)
      if (next === null || !('id' in next)) {
        place = next
        break
      }
      at = this.#at(next.id)
    }
    for (const one of way) this.#known.set(one, place)
    return place
  }

  /** The place, or beside what else it stands. */
  #step(struct: Struct): Place | { readonly id: Y.ID } {
    if (!(struct instanceof Y.Item)) return null
    const { parent, parentSub, origin, rightOrigin } = struct
    const root = this.#rootOf(parent)
    if (root !== null) return parentSub === null ? null : { root, key: parentSub }
    if (parent !== null) return null
    const beside = origin ?? rightOrigin
    return beside === null ? null : { id: beside }
  }

  #rootOf(parent: unknown): string | null {
    const roots = Object.values(COMMENT_ROOTS)
    return roots.find((name) => parent === name || (parent !== null && parent === this.#doc.share.get(name))) ?? null
  }

  #at({ client, clock }: Y.ID): Struct | null {
    const { store } = this.#doc
    if (clock < Y.getState(store, client)) {
      const structs = store.clients.get(client) ?? []
      return structs[Y.findIndexSS(structs, clock)] ?? null
    }
    const coming = this.#coming.get(client) ?? []
    const found = coming[lastAt(coming, clock)]
    return found !== undefined && clock < found.id.clock + found.length ? found : null
  }
}

/** The last that begins at `clock` or before; `structs` are in order (`isInOrder`). */
function lastAt(structs: readonly Struct[], clock: number): number {
  let [low, high] = [0, structs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
