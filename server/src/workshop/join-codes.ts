/**
 * The code on the screen of the room, by which people join: six characters that lead to one workshop while it runs.
 *
 * - **JC1** A code is of letters and figures that nobody takes for one another, in whatever case and spacing they are typed,
 *   and spells nothing.
 * - **JC2** Ten wrong ones a minute from one address; after that right ones are refused, too, so that nobody learns which
 *   they are. Right ones do not count: a whole room sits behind one address.
 * - **JC3** It opens the map for a commenter, by a key of its own that an owner can revoke.
 */
import { randomInt } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { AppError } from '@throughline/shared/errors'
import {
  JOIN_CODE_ALPHABET,
  JOIN_CODE_LENGTH,
  readJoinCode,
  type EpochMs,
  type MapId,
} from '@throughline/shared/schema'
import { makeKey, refusalOf } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import type { KeyRecord, KeyStore, WorkshopChange, WorkshopStore } from '../stores/index.ts'

export interface JoinCodesParts {
  readonly store: Pick<WorkshopStore, 'byCode'>
  readonly keys: Pick<KeyStore, 'list'>
  readonly clock: Clock
}

const WRONG_ONES = 10
const MINUTE_MS = 60_000
/** Addresses that are remembered before those are let go of that have done nothing for a minute. */
const MANY_ADDRESSES = 10_000

/** For the run that begins. 64 million of them: at ten a minute, one address finds one in twelve years. */
export function newJoinCode(map: MapId, now: EpochMs): NonNullable<WorkshopChange['code']> {
  const letter = () => JOIN_CODE_ALPHABET[randomInt(JOIN_CODE_ALPHABET.length)]
  const code = Array.from({ length: JOIN_CODE_LENGTH }, letter).join('')
  return { code, key: makeKey(map, 'commenter', now, { label: 'Workshop code' }).record }
}

interface Try {
  readonly at: EpochMs
}

export class JoinCodes {
  readonly #parts: JoinCodesParts
  /** When the wrong ones of the last minute came, by address. */
  readonly #wrong = new Map<string, Try[]>()

  constructor(parts: JoinCodesParts) {
    this.#parts = parts
  }

  /** The key behind a code. @throws {AppError} `slow-down`; `not-found` for one that leads nowhere, or no more. */
  async redeem(typed: string, address: string): Promise<KeyRecord> {
    const { store, clock } = this.#parts
    const from = wholeOf(address)
    // Counted before it is looked at, so that many at once are not all the first.
    const notYet = this.#count(from, clock.now())
    const code = readJoinCode(typed)
    const found = code === null ? null : await store.byCode(code)
    const key = found === null ? null : await this.#keyOf(found.map, found.key)
    if (key === null) throw new AppError('not-found', 'No workshop has this code now. Look at the screen again.')
    this.#wrong.set(
      from,
      (this.#wrong.get(from) ?? []).filter((one) => one !== notYet),
    )
    return key
  }

  async #keyOf(map: MapId, id: string): Promise<KeyRecord | null> {
    const key = (await this.#parts.keys.list(map)).find((one) => one.id === id)
    return key === undefined || refusalOf(key, this.#parts.clock.now()) !== null ? null : key
  }

  #count(from: string, now: EpochMs): Try {
    const since = now - MINUTE_MS
    if (this.#wrong.size > MANY_ADDRESSES)
      for (const [address, tries] of this.#wrong) if ((tries.at(-1)?.at ?? 0) <= since) this.#wrong.delete(address)
    const recent = (this.#wrong.get(from) ?? []).filter(({ at }) => at > since)
    const [first] = recent
    if (first !== undefined && recent.length >= WRONG_ONES) {
      const seconds = Math.ceil((first.at - since) / 1_000)
      throw new AppError('slow-down', `That was the wrong code too often; try again in ${seconds} seconds.`, {
        extra: { retryAfter: seconds },
      })
    }
    const taken = { at: now }
    this.#wrong.set(from, [...recent, taken])
    return taken
  }
}

/** Of an IPv6 address the network: whoever has one has all of it. */
function wholeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const read = ipaddr.process(address)
  return read instanceof ipaddr.IPv6 ? read.parts.slice(0, 4).join(':') : read.toString()
}
