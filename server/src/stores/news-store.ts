import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { KeyId } from './names.ts'

/** A message that is on its way to a webhook. */
export interface WaitingMessage {
  /** Stays the same over all tries, so that a receiver knows a second one for what it is. */
  readonly id: string
  /** When the map came to rest with what the message says. */
  readonly at: EpochMs
  /** Tries that have failed. */
  readonly tries: number
  readonly nextAt: EpochMs
}

/** How the last try went. */
export interface LastTry {
  readonly at: EpochMs
  readonly ok: boolean
  /** "404 Not Found", "no answer within 15 seconds"; `''` when all went well. */
  readonly why: string
  readonly tries: number
}

/** Where a map sends its news, as its owner has set it. */
export interface Webhook {
  readonly map: MapId
  readonly url: string
  /** Signs messages, so it is kept as it is; `whsec_…`. */
  readonly secret: string
  /** Where the map opens, as the owner saw it; `PUBLIC_URL` goes before it. */
  readonly origin: string
  readonly setAt: EpochMs
  /** What the map said then is known at the other end. */
  readonly toldAt: EpochMs
  /** Names of those who have worked on the map since. */
  readonly by: readonly string[]
  readonly waiting: WaitingMessage | null
  readonly last: LastTry | null
  /** True when the receiver has said that it is gone (410). */
  readonly stopped: boolean
}

/** Somebody who has asked for the daily mail of a map. */
export interface DigestReader {
  readonly id: string
  readonly address: string
  /** In the links of their mails; opens nothing else. */
  readonly token: string
  /** When it opens nothing any more, the mails end. */
  readonly key: KeyId
  readonly person: string
  readonly askedAt: EpochMs
  /** Null until the owner of the address has said yes. */
  readonly confirmedAt: EpochMs | null
  /** The day whose mail has been sent or given up; `''` before the first. */
  readonly sentFor: string
  /** The day whose mail was given up last, since when none has come; `''` or left out when none is missing. */
  readonly missed?: string
  /** Of that day's mail. */
  readonly tries: number
  readonly nextAt: EpochMs
}

/** The daily mail of a map. */
export interface Digest {
  readonly map: MapId
  readonly readers: readonly DigestReader[]
  /** What the map said then is in the last mail. */
  readonly toldAt: EpochMs
  /** Names of those who have worked on the map since. */
  readonly by: readonly string[]
  /** The last day that was looked at, YYYY-MM-DD; `''` before the first. */
  readonly day: string
  /** When the mail that is being sent was written; null when none is. */
  readonly nextFrom: EpochMs | null
}

/** As `writeMapState` wrote them, without the drawing. Null for one that is not there or was found damaged. */
export interface KeptStates {
  /** What is known at the other end. */
  readonly told: string | null
  /** What the message on its way says. */
  readonly next: string | null
}

/**
 * One way by which a map tells its news, with the states that the news are between.
 *
 * - **NS1** A resolved `put` survives this process dying; `get` and `list` then give what was put, one a map.
 * - **NS2** `put` leaves those states alone that it does not name.
 * - **NS3** Of an unknown map nothing is kept, and putting is refused; all of it goes with its map.
 * - **NS4** `rewrite` changes both states of this map, or none; what is changed away is gone from the files with the next
 *   purge.
 * - **NS5** Another way of the same map, and other maps, do not notice.
 */
export interface NewsStore<Kept extends { readonly map: MapId }> {
  put(kept: Kept, states?: Partial<KeptStates>): Promise<void>
  get(map: MapId): Promise<Kept | null>
  list(): Promise<readonly Kept[]>
  states(map: MapId): Promise<KeptStates>
  rewrite(map: MapId, change: (state: string) => string): Promise<void>
  remove(map: MapId): Promise<void>
}
