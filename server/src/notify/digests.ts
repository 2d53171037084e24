/**
 * The daily mail of a map, for people who have asked for it.
 *
 * - **DG1** No mail goes to an address whose owner has not said yes, but the one that asks; that one no second time within
 *   `ASK_AGAIN_MS`. What is not confirmed within `FORGET_MS` is forgotten.
 * - **DG2** One mail a day and person, when there is news (`newsBetween`), with all since the last one. A day is what
 *   `DIGEST_AT` says it is. A mail that does not leave is tried again, also after a restart, and given up after a day's
 *   `WAITS`. When nobody got it, the next day's says it all; when others did, the next one says to whom it did not come
 *   that one is missing.
 * - **DG3** Who may not see the map any more gets no mail: the key that they asked under must still open it.
 * - **DG4** An address is told to nobody, and gone with its person's leaving or with the map. None is in the log.
 */
import { includes } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import { newsBetween, renderConfirmation, renderMail, type News } from '@throughline/shared/news'
import type { DigestAnswer } from '@throughline/shared/protocol'
import { LIMITS, type BlockId, type EpochMs, type MapId, type PositioningMap } from '@throughline/shared/schema'
import { readMapState, withoutBlocks } from '@throughline/shared/versions'
import { nanoid } from 'nanoid'
import { newSecret, refusalOf, type Caller } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import { inTurn } from '../stores/in-turn.ts'
import type { Digest, DigestReader, KeyStore, MapStore, NewsStore } from '../stores/index.ts'
import { dayDue, sayDigestTime, sayMoment, type DigestTime } from './day.ts'
import { isForGood, type Mailer } from './mailer.ts'
import { namesWith, stateText } from './told.ts'

export interface DigestsParts {
  readonly store: NewsStore<Digest>
  readonly maps: MapStore
  readonly keys: KeyStore
  readonly read: (map: MapId) => Promise<PositioningMap>
  /** Null where the operator has set none: then nobody can ask. */
  readonly mailer: Mailer | null
  readonly at: DigestTime
  readonly publicUrl: string | null
  readonly clock: Clock
  readonly log: Log
}

const MINUTE = 60_000
export const LOOK_MS = MINUTE
export const ASK_AGAIN_MS = 10 * MINUTE
export const FORGET_MS = 3 * 24 * 60 * MINUTE
const WAITS = [5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 300 * MINUTE]
/** A stop waits so long at most. */
const AT_CLOSE_MS = 2_000

export class Digests {
  readonly #parts: DigestsParts
  readonly #inTurn = inTurn<MapId>()
  #looking: Promise<void> | null = null
  #callOff: () => void = () => {}
  #closing = false

  constructor(parts: DigestsParts) {
    this.#parts = parts
  }

  start(): void {
    if (this.#parts.mailer !== null) this.#callOff = this.#parts.clock.every(LOOK_MS, () => void this.look())
  }

  /** Waits for a mail on its way, but not for a mail server that is silent: what was not sent is sent after the start. */
  async close(): Promise<void> {
    const { mailer, clock } = this.#parts
    this.#callOff()
    this.#closing = true
    mailer?.close()
    const tooLong = new Promise<void>((resolve) => clock.after(AT_CLOSE_MS, resolve))
    await Promise.race([this.#looking, tooLong])
  }

  async answer({ map, personId }: Caller): Promise<DigestAnswer> {
    const { mailer, at, store } = this.#parts
    const mine = (await store.get(map))?.readers.find(({ person }) => person === personId)
    const shown = mine === undefined ? null : { address: mine.address, confirmed: mine.confirmedAt !== null }
    return { available: mailer !== null, at: sayDigestTime(at), mine: shown }
  }

  /**
   * DG1. Asks the address whether it wants the mails.
   * @throws {AppError} `not-allowed` where the server sends none, `bad-input` without a person, `slow-down`, `too-large`.
   */
  async ask({ map, key, person }: Caller, address: string): Promise<void> {
    const { mailer, read, clock } = this.#parts
    if (mailer === null) throw new AppError('not-allowed', 'This server sends no mail.')
    if (person === null) throw new AppError('bad-input', 'Say who you are first: POST …/people, then X-Person.')
    const now = clock.now()
    const fresh: DigestReader = {
      id: nanoid(12),
      address,
      token: newSecret(),
      key: key.id,
      person: person.id,
      askedAt: now,
      confirmedAt: null,
      sentFor: '',
      tries: 0,
      nextAt: now,
    }
    const asks = await this.#change(map, (digest) => {
      const readers = digest.readers.filter((one) => one.confirmedAt !== null || one.askedAt > now - FORGET_MS)
      const justAsked = readers.find((one) => sameAddress(one, address) && one.askedAt > now - ASK_AGAIN_MS)
      if (justAsked?.person === person.id) return [digest, false]
      if (justAsked !== undefined)
        throw new AppError('slow-down', 'That address has been asked a moment ago; try again in ten minutes.')
      const others = readers.filter((one) => one.person !== person.id || one.confirmedAt !== null)
      if (others.filter((one) => one.confirmedAt === null).length >= LIMITS.digestUnconfirmed)
        throw new AppError('slow-down', 'Several people are being asked already; try again when they have answered.')
      if (others.length >= LIMITS.digestReaders)
        throw new AppError('too-large', `At most ${LIMITS.digestReaders} people get the daily mail of a map.`)
      return [{ ...digest, readers: [...others, fresh] }, true]
    })
    if (!asks) return
    const { title } = await read(map)
    try {
      await mailer.send({
        to: address,
        id: fresh.id,
        ...renderConfirmation({ title }, this.#link('confirm', map, fresh)),
      })
    } catch (error) {
      await this.#change(map, (digest) => [without(digest, fresh.id), null])
      if (isForGood(error)) throw new AppError('bad-input', 'The mail server does not take that address.')
      throw new AppError('storage-unavailable', 'The mail server is out of reach; try again later.', { cause: error })
    }
  }

  /** Whether the link was good. From then on its person has this address and no other, and the address no other person. */
  async confirm(map: MapId, token: string): Promise<boolean> {
    const { store, read, clock, at } = this.#parts
    const known = (await store.get(map))?.readers.find((one) => one.token === token)
    if (known === undefined) return false
    const as = await read(map)
    return this.#inTurn(map, async () => {
      const digest = await store.get(map)
      const asked = digest?.readers.find((one) => one.token === token)
      if (digest === null || asked === undefined) return false
      if (asked.confirmedAt !== null) return true
      const now = clock.now()
      const first = !digest.readers.some((one) => one.confirmedAt !== null)
      // Whoever comes while a mail is on its way begins with the next.
      const reader = { ...asked, confirmedAt: now, sentFor: digest.day }
      const others = digest.readers.filter((one) => one.person !== asked.person && !sameAddress(one, asked.address))
      const begun = first ? { toldAt: now, by: [], day: dayDue(now, at), nextFrom: null } : {}
      await store.put(
        { ...digest, ...begun, readers: [...others, reader] },
        first ? { told: stateText(as), next: null } : {},
      )
      return true
    })
  }

  /** By a mail's own link. Whether there was somebody to leave. */
  leave(map: MapId, token: string): Promise<boolean> {
    return this.#leave(map, (one) => one.token === token)
  }

  leaveAs({ map, personId }: Caller): Promise<boolean> {
    return this.#leave(map, (one) => one.person === personId)
  }

  knows(map: MapId, token: string): Promise<boolean> {
    return this.#parts.store.get(map).then((digest) => digest?.readers.some((one) => one.token === token) ?? false)
  }

  /** @throws {AppError} when storage cannot be reached. */
  leaveOut(map: MapId, blocks: ReadonlySet<BlockId>): Promise<void> {
    return this.#parts.store.rewrite(map, (state) => withoutBlocks(state, blocks))
  }

  /** To be told of whoever has worked on a map when it comes to rest. */
  async rested(map: MapId, by: readonly string[]): Promise<void> {
    const { store } = this.#parts
    await this.#inTurn(map, async () => {
      const digest = await store.get(map)
      if (digest === null || by.length === 0) return
      await store.put({ ...digest, by: namesWith(digest.by, by) })
    })
  }

  /** DG2. Looks at every map whose mail may be due, one round at a time. */
  look(): Promise<void> {
    this.#looking ??= this.#round().finally(() => (this.#looking = null))
    return this.#looking
  }

  async #round(): Promise<void> {
    const { store, log } = this.#parts
    try {
      for (const { map } of await store.list())
        await this.#lookAt(map).catch((error: unknown) =>
          log.warn('daily mail put off', { map, ...describeError(error) }),
        )
      log.debug('daily mails looked at')
    } catch (error) {
      log.warn('daily mails not looked at', describeError(error))
    }
  }

  async #lookAt(map: MapId): Promise<void> {
    const { store, mailer } = this.#parts
    await this.#begin(map)
    const digest = await store.get(map)
    if (digest === null || digest.nextFrom === null || mailer === null) return
    const { told, next } = await store.states(map)
    const news = told === null || next === null ? null : newsBetween(readMapState(told).map, readMapState(next).map)
    if (news !== null)
      for (const reader of digest.readers)
        if (this.#isDue(reader, digest.day)) await this.#send(mailer, digest, reader, news)
    await this.#end(map, news === null)
  }

  #isDue({ confirmedAt, sentFor, nextAt }: DigestReader, day: string): boolean {
    return !this.#closing && confirmedAt !== null && sentFor !== day && nextAt <= this.#parts.clock.now()
  }

  /** Writes the day's mail, once a day. */
  async #begin(map: MapId): Promise<void> {
    const { store, maps, read, clock, at } = this.#parts
    const now = clock.now()
    const day = dayDue(now, at)
    const before = await store.get(map)
    if (before === null || before.nextFrom !== null || before.day >= day) return
    const isQuiet = ((await maps.get(map))?.changedAt ?? 0) < before.toldAt
    const after = isQuiet ? null : await read(map)
    await this.#inTurn(map, async () => {
      const digest = await store.get(map)
      if (digest === null || digest.nextFrom !== null) return
      const { told } = await store.states(map)
      if (after === null) return store.put({ ...digest, day })
      if (told === null || newsBetween(readMapState(told).map, after) === null)
        return store.put({ ...digest, day, toldAt: now, by: [] }, { told: stateText(after) })
      const readers = digest.readers.map((reader) => ({ ...reader, tries: 0, nextAt: now }))
      return store.put({ ...digest, readers, day, nextFrom: now }, { next: stateText(after) })
    })
  }

  /** When everybody has the mail or it is given up, what it said is told; unless nobody got it (DG2). */
  async #end(map: MapId, isVoid: boolean): Promise<void> {
    const { store } = this.#parts
    await this.#inTurn(map, async () => {
      const digest = await store.get(map)
      if (digest === null || digest.nextFrom === null) return
      const waits = digest.readers.some((one) => one.confirmedAt !== null && one.sentFor !== digest.day)
      if (waits && !isVoid) return
      const isLost = (one: DigestReader) => one.missed === digest.day && one.confirmedAt !== null
      const reached = digest.readers.some((one) => one.confirmedAt !== null && !isLost(one))
      if (!isVoid && !reached && digest.readers.some(isLost)) {
        const readers = digest.readers.map((one) => ({ ...one, missed: '' }))
        await store.put({ ...digest, readers, nextFrom: null }, { next: null })
        return
      }
      const { next } = await store.states(map)
      const toldAt = digest.nextFrom
      await store.put({ ...digest, toldAt, by: [], nextFrom: null }, next === null ? {} : { told: next, next: null })
    })
  }

  async #send(mailer: Mailer, digest: Digest, reader: DigestReader, news: News): Promise<void> {
    const { clock, log, at } = this.#parts
    const { map, day, by, toldAt } = digest
    if (!(await this.#mayRead(map, reader))) {
      await this.#leave(map, (one) => one.id === reader.id)
      log.info('daily mail ended with its key', { map })
      return
    }
    const leave = this.#link('leave', map, reader)
    const text = renderMail(news, {
      who: by,
      link: `${this.#parts.publicUrl ?? ''}/m/${map}`,
      since: sayMoment(toldAt, at),
      leave,
      missedOne: (reader.missed ?? '') !== '',
    })
    let change: Partial<DigestReader> = { sentFor: day, missed: '' }
    try {
      await mailer.send({ to: reader.address, id: `${day}.${reader.id}`, leave, ...text })
      log.info('daily mail sent', { map })
    } catch (error) {
      const tries = reader.tries + 1
      const wait = isForGood(error) ? undefined : WAITS[tries - 1]
      change = wait === undefined ? { sentFor: day, missed: day } : { tries, nextAt: (clock.now() + wait) as EpochMs }
      log.warn(wait === undefined ? 'daily mail given up' : 'daily mail failed', { map, tries, code: codeOf(error) })
    }
    await this.#change(map, (now) => [
      { ...now, readers: now.readers.map((one) => (one.id === reader.id ? { ...one, ...change } : one)) },
      null,
    ])
  }

  /** DG3. */
  async #mayRead(map: MapId, { key: id }: DigestReader): Promise<boolean> {
    const key = (await this.#parts.keys.list(map)).find((one) => one.id === id)
    return key !== undefined && refusalOf(key, this.#parts.clock.now()) === null && includes(key.role, 'viewer')
  }

  #leave(map: MapId, isIt: (reader: DigestReader) => boolean): Promise<boolean> {
    const { store } = this.#parts
    return this.#inTurn(map, async () => {
      const digest = await store.get(map)
      if (digest === null || !digest.readers.some(isIt)) return false
      const readers = digest.readers.filter((one) => !isIt(one))
      if (readers.length === 0) await store.remove(map)
      else await store.put({ ...digest, readers })
      return true
    })
  }

  async #change<Answer>(map: MapId, change: (digest: Digest) => readonly [Digest, Answer]): Promise<Answer> {
    const { store, clock } = this.#parts
    return this.#inTurn(map, async () => {
      const kept = await store.get(map)
      const [digest, answer] = change(kept ?? emptyDigest(map, clock.now()))
      if (digest.readers.length > 0) await store.put(digest)
      else if (kept !== null) await store.remove(map)
      return answer
    })
  }

  #link(what: 'confirm' | 'leave', map: MapId, { token }: DigestReader): string {
    return `${this.#parts.publicUrl ?? ''}/mail/${what}?map=${map}&token=${token}`
  }
}

function emptyDigest(map: MapId, now: EpochMs): Digest {
  return { map, readers: [], toldAt: now, by: [], day: '', nextFrom: null }
}

function without(digest: Digest, id: string): Digest {
  return { ...digest, readers: digest.readers.filter((one) => one.id !== id) }
}

function sameAddress(reader: DigestReader, address: string): boolean {
  return reader.address.toLowerCase() === address.toLowerCase()
}

/** Never its message: that quotes the address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
