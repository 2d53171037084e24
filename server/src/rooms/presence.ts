/**
 * Who is here and where they look: awareness as opaque bytes, never decoded into states.
 *
 * - **PR1** The highest clock of an id wins; what it says is passed on as it came.
 * - **PR2** An id belongs to the connection that brought it; only the same key and person may take it over, with news.
 * - **PR3** When a connection ends, its ids are gone for everybody.
 * - **PR4** What is not JSON is refused: others' clients would throw on it.
 * - **PR5** Nobody is told of more than `MOVES_A_MS` states a millisecond: the more people move, the less often each is
 *   told of, so that what one person has to receive and draw does not grow with the crowd. Who has waited longest comes
 *   first, so a crowd is told of a few at a time, and not all at once.
 */
import * as decoding from 'lib0/decoding'
import { AppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'
import { awarenessEntry, awarenessFrame, peopleFrame, readBytes, readWhole, type Announced } from './frames.ts'
import type { Member } from './member.ts'

interface Known {
  clock: number
  /** As it goes on the wire; null once the id is gone, and then only the clock is remembered. */
  entry: Uint8Array | null
  owner: Member | null
}

/** A thousand a second: a hundred people at ten moves a second, or two hundred at five. */
const MOVES_A_MS = 1
/** However large the crowd is, nobody stands still for longer. */
const LONGEST_MS = 250

const GONE = Buffer.from('null')
/** Ids that left are remembered so long that their clocks still mean something; more than this is nobody's need. */
const REMEMBERED_GONE = 1_000

interface Incoming {
  readonly id: number
  readonly clock: number
  readonly json: Uint8Array
}

function readEntries(frame: Uint8Array): readonly Incoming[] {
  const decoder = decoding.createDecoder(frame)
  const count = readWhole(decoder)
  if (count > frame.length) throw new AppError('bad-frame', 'A presence message is shorter than it says.')
  return Array.from({ length: count }, () => {
    const id = readWhole(decoder)
    const clock = readWhole(decoder)
    if (clock === Number.MAX_SAFE_INTEGER)
      throw new AppError('bad-frame', 'A presence clock leaves no room for the next.')
    return { id, clock, json: readBytes(decoder) }
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** PR4. An object or null; anything else is no awareness state. */
function isState(json: Uint8Array): boolean {
  try {
    return typeof JSON.parse(utf8.decode(json)) === 'object'
  } catch {
    return false
  }
}

export class Presence {
  readonly #known = new Map<number, Known>()
  readonly #idsOf = new Map<Member, Set<number>>()
  #gone = 0
  /** Ids with news that nobody has been told of yet, the oldest first. */
  readonly #changed = new Set<number>()
  #announced = new Set<number>()

  /** @throws {AppError} `bad-frame` or `too-large`: the sender is at fault. */
  receive(from: Member, frame: Uint8Array): void {
    for (const entry of readEntries(frame)) this.#take(from, entry)
  }

  leave(member: Member): void {
    for (const id of this.#idsOf.get(member) ?? []) {
      const known = this.#known.get(id)
      if (known?.owner === member) this.#forget(id, known)
    }
    this.#idsOf.delete(member)
  }

  /** Everybody who is here, for one who comes in or asks. */
  whole(): Uint8Array {
    return awarenessFrame(
      [...this.#known.values()].flatMap(({ entry, owner }) => (owner !== null && entry ? [entry] : [])),
    )
  }

  get hasNews(): boolean {
    return this.#changed.size > 0 || this.#announced.size > 0
  }

  /** PR5. Milliseconds from the last telling to the next. */
  get restMs(): number {
    return Math.min(LONGEST_MS, this.#changed.size / MOVES_A_MS)
  }

  /** As much as PR5 allows after so long a rest; null when nothing has changed since it was last asked. */
  takeChanges(restedMs = Number.POSITIVE_INFINITY): Uint8Array | null {
    const rate = Math.max(MOVES_A_MS, this.#changed.size / LONGEST_MS)
    const most = Math.max(1, Math.floor(restedMs * rate))
    const entries: Uint8Array[] = []
    for (const id of this.#changed) {
      if (entries.length >= most) break
      this.#changed.delete(id)
      const known = this.#known.get(id)
      if (known === undefined || known.entry === null) continue
      entries.push(known.entry)
      if (known.owner === null) known.entry = null
    }
    return entries.length === 0 ? null : awarenessFrame(entries)
  }

  everyone(): Uint8Array {
    return peopleFrame([...this.#known].flatMap(([id, { owner }]) => (owner === null ? [] : [announced(id, owner)])))
  }

  /** Ids that somebody has brought or taken over since this was last asked; null when nobody has. */
  takeAnnounced(): Uint8Array | null {
    if (this.#announced.size === 0) return null
    const people = [...this.#announced].flatMap((id) => {
      const owner = this.#known.get(id)?.owner
      return owner ? [announced(id, owner)] : []
    })
    this.#announced = new Set()
    return people.length === 0 ? null : peopleFrame(people)
  }

  #take(from: Member, { id, clock, json }: Incoming): void {
    const known = this.#known.get(id)
    const leaving = GONE.equals(json)
    // Stock clients send back what they are told about others, so most of what comes here is nobody's own.
    if (known !== undefined && known.owner !== null && known.owner !== from) {
      if (known.owner.identity !== from.identity) return
    }
    if (known !== undefined && known.owner === null && !leaving && clock <= known.clock) {
      // It left with this clock, so everybody would overlook its return: told that it is gone, it comes back louder.
      from.send(awarenessFrame([awarenessEntry(id, known.clock, GONE)]))
      return
    }
    // Only news counts: what a stock client sends back about another has the clock that it was told, so that it never
    // takes that other's id, although two who share one key may take over each other's.
    if (known !== undefined && (clock < known.clock || (clock === known.clock && !leaving))) return
    if (leaving) {
      if (known?.owner === from) this.#forget(id, { ...known, clock: clock - 1 })
      return
    }
    if (json.length > LIMITS.presenceStateBytes) return
    if (!isState(json)) throw new AppError('bad-frame', 'A presence state is not JSON.')
    if (known?.owner !== from && (this.#idsOf.get(from)?.size ?? 0) >= LIMITS.presenceIds) return
    const next: Known = { clock, entry: awarenessEntry(id, clock, json), owner: known?.owner ?? null }
    if (known !== undefined && known.owner === null) this.#gone -= 1
    this.#known.set(id, next)
    if (next.owner !== from) this.#claim(from, id, next)
    this.#changed.add(id)
  }

  #claim(from: Member, id: number, known: Known): void {
    if (known.owner !== null) this.#idsOf.get(known.owner)?.delete(id)
    known.owner = from
    const ids = this.#idsOf.get(from) ?? new Set()
    this.#idsOf.set(from, ids.add(id))
    this.#announced.add(id)
  }

  #forget(id: number, known: Known): void {
    const clock = known.clock + 1
    if (known.owner !== null) this.#idsOf.get(known.owner)?.delete(id)
    this.#known.delete(id)
    this.#known.set(id, { clock, entry: awarenessEntry(id, clock, GONE), owner: null })
    this.#changed.add(id)
    this.#gone += 1
    if (this.#gone > REMEMBERED_GONE) this.#dropOldestGone()
  }

  #dropOldestGone(): void {
    for (const [id, { owner }] of this.#known) {
      if (owner !== null || this.#changed.has(id)) continue
      this.#known.delete(id)
      this.#gone -= 1
      return
    }
  }
}

function announced(id: number, owner: Member): Announced {
  return { id, person: owner.person, role: owner.role }
}
