/**
 * One webhook a map: set by its owner, told when the map comes to rest.
 *
 * - **WH1** Nothing is sent from a map whose owner has set no webhook, and nothing but news (`newsBetween`).
 * - **WH2** A message says everything since the last one that arrived. So none is lost while the receiver is away, and no
 *   more than one a map ever waits: what comes meanwhile is told by the next, in its place.
 * - **WH3** What waits is on the disk before it is tried, and is tried again after a restart: at least once, under the same
 *   id. After `MOST_TRIES` it is given up, which the owner sees; the next rest tells what it would have told.
 * - **WH4** What an owner sets or takes away while a message is on its way wins.
 * - **WH5** No address, secret or word of a map is in the log.
 */
import { AppError } from '@throughline/shared/errors'
import { newsBetween } from '@throughline/shared/news'
import type { SetWebhookRequest, WebhookTried, WebhookView } from '@throughline/shared/protocol'
import { LIMITS, type BlockId, type EpochMs, type MapId, type PositioningMap } from '@throughline/shared/schema'
import { readMapState, withoutBlocks } from '@throughline/shared/versions'
import pLimit from 'p-limit'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import { inTurn } from '../stores/in-turn.ts'
import type { MapStore, NewsStore, Webhook } from '../stores/index.ts'
import { waitAfter } from './backoff.ts'
import { messageOf, newMessageId, newSigningSecret, signed, testMessage } from './message.ts'
import type { Networks } from './networks.ts'
import { NOT_ALLOWED, type Answer, type Post } from './post.ts'
import { namesWith, stateText } from './told.ts'

export interface WebhooksParts {
  readonly store: NewsStore<Webhook>
  readonly maps: MapStore
  /** The map as it is now. */
  readonly read: (map: MapId) => Promise<PositioningMap>
  /** Has the map come to rest anew, so that what changed before this process began is told. */
  readonly stir: (map: MapId) => void
  readonly post: Post
  readonly networks: Networks
  readonly clock: Clock
  readonly log: Log
  readonly publicUrl: string | null
  readonly random?: () => number
}

/** Messages on their way at once: a restart wakes all that wait. */
const AT_ONCE = 8

export class Webhooks {
  readonly #parts: WebhooksParts
  readonly #inTurn = inTurn<MapId>()
  readonly #limit = pLimit(AT_ONCE)
  readonly #timers = new Map<MapId, () => void>()
  readonly #tested = new Map<MapId, EpochMs>()
  readonly #closing = new AbortController()

  constructor(parts: WebhooksParts) {
    this.#parts = parts
  }

  /** WH3. */
  async start(): Promise<void> {
    const { store, maps, stir, log } = this.#parts
    try {
      for (const { map, waiting, toldAt, stopped } of await store.list()) {
        if (waiting !== null) this.#tryAt(map, waiting.nextAt)
        else if (!stopped && ((await maps.get(map))?.changedAt ?? 0) >= toldAt) stir(map)
      }
    } catch (error) {
      log.warn('webhooks not looked at', describeError(error))
    }
  }

  /** What waits stays on the disk; what is on its way is broken off and comes again. */
  close(): void {
    this.#closing.abort()
    for (const callOff of this.#timers.values()) callOff()
    this.#timers.clear()
  }

  get allowed(): boolean {
    return !this.#parts.networks.none
  }

  async view(map: MapId): Promise<WebhookView | null> {
    const hook = await this.#parts.store.get(map)
    if (hook === null) return null
    const { url, setAt, toldAt, waiting, last, stopped } = hook
    const shown = waiting === null ? null : { since: waiting.at, tries: waiting.tries, nextAt: waiting.nextAt }
    return { url, setAt, toldAt, waiting: shown, last, stopped }
  }

  /** Gives the secret when it was made now. @throws {AppError} `not-allowed` where the server allows no webhooks. */
  async set(map: MapId, { url, secret }: SetWebhookRequest, origin: string): Promise<string | null> {
    const { store, read, clock } = this.#parts
    if (!this.allowed) throw new AppError('not-allowed', 'Whoever runs this server allows no webhooks.')
    const now = await read(map)
    return this.#inTurn(map, async () => {
      const before = await store.get(map)
      const made = secret === 'new' || (secret === undefined && before === null) ? newSigningSecret() : null
      const kept = made ?? (secret === 'new' ? undefined : secret) ?? before?.secret ?? newSigningSecret()
      const setAt = clock.now()
      const fresh = { map, url, secret: kept, origin, setAt, waiting: null, last: null, stopped: false }
      // Another receiver knows nothing of what the one before was told, nor needs to: its news begin now.
      if (before?.url === url) await store.put({ ...fresh, toldAt: before.toldAt, by: before.by }, { next: null })
      else await store.put({ ...fresh, toldAt: setAt, by: [] }, { told: stateText(now), next: null })
      return made
    })
  }

  remove(map: MapId): Promise<void> {
    this.#callOff(map)
    return this.#inTurn(map, () => this.#parts.store.remove(map))
  }

  /** When the map is deleted: its record goes with it. */
  forget(map: MapId): void {
    this.#callOff(map)
    this.#tested.delete(map)
  }

  /** Words that were cleared for good are to be told to nobody. @throws {AppError} when storage cannot be reached. */
  leaveOut(map: MapId, blocks: ReadonlySet<BlockId>): Promise<void> {
    return this.#parts.store.rewrite(map, (state) => withoutBlocks(state, blocks))
  }

  /** WH1, WH2. To be told when a map has come to rest, of how it is and who has worked on it. */
  async rested(map: MapId, after: PositioningMap, by: readonly string[]): Promise<void> {
    const { store, clock } = this.#parts
    if (await this.#inTurn(map, () => this.#take(map, after, by))) this.#tryAt(map, clock.now())
    else if ((await store.get(map))?.waiting === null) this.#callOff(map)
  }

  /** Whether something waits now. */
  async #take(map: MapId, after: PositioningMap, by: readonly string[]): Promise<boolean> {
    const { store, clock } = this.#parts
    const hook = await store.get(map)
    if (hook === null || hook.stopped) return false
    const { told } = await store.states(map)
    const now = clock.now()
    const news = told === null ? null : newsBetween(readMapState(told).map, after)
    if (news === null) {
      await store.put({ ...hook, toldAt: now, by: [], waiting: null }, { told: stateText(after), next: null })
      return false
    }
    const names = namesWith(hook.by, by)
    const waiting = { id: newMessageId(), at: now, tries: 0, nextAt: now }
    await store.put({ ...hook, by: names, waiting }, { next: stateText(after) })
    return true
  }

  /** An owner's “Send now”: what has changed since the last message that arrived. @throws {AppError} `not-found`. */
  async sendNow(map: MapId): Promise<void> {
    const hook = await this.#of(map)
    if (hook.stopped) await this.#inTurn(map, () => this.#parts.store.put({ ...hook, stopped: false }))
    await this.rested(map, await this.#parts.read(map), [])
  }

  /** @throws {AppError} `not-found` without a webhook, `slow-down` a moment after the last test. */
  async test(map: MapId): Promise<WebhookTried> {
    const { post, clock, read, publicUrl } = this.#parts
    const { url, secret, origin } = await this.#of(map)
    const at = clock.now()
    if (at - (this.#tested.get(map) ?? -Infinity) < LIMITS.webhookTestMs)
      throw new AppError('slow-down', 'That was tested a moment ago; try again in a few seconds.')
    this.#tested.set(map, at)
    const { title } = await read(map)
    const body = testMessage({ map, title, link: `${publicUrl ?? origin}/m/${map}`, at })
    const { ok, why } = await post(url, signed(secret, newMessageId(), at, body), body, this.#closing.signal)
    return { ok, why }
  }

  async #of(map: MapId): Promise<Webhook> {
    const hook = await this.#parts.store.get(map)
    if (hook === null) throw new AppError('not-found', 'This map has no webhook.')
    return hook
  }

  #callOff(map: MapId): void {
    this.#timers.get(map)?.()
    this.#timers.delete(map)
  }

  #tryAt(map: MapId, at: EpochMs): void {
    const { clock, log } = this.#parts
    this.#callOff(map)
    if (this.#closing.signal.aborted) return
    const go = () => {
      this.#timers.delete(map)
      this.#limit(() => this.#try(map)).catch((error: unknown) => {
        log.warn('webhook not tried', { map, ...describeError(error) })
      })
    }
    this.#timers.set(map, clock.after(Math.max(0, at - clock.now()), go))
  }

  async #try(map: MapId): Promise<void> {
    const { post, clock, networks } = this.#parts
    const ready = await this.#inTurn(map, () => this.#ready(map))
    if (ready === null || this.#closing.signal.aborted) return
    const { hook, id, body } = ready
    const headers = signed(hook.secret, id, clock.now(), body)
    const answer: Answer = networks.none
      ? { ok: false, status: null, why: NOT_ALLOWED, restMs: 0 }
      : await post(hook.url, headers, body, this.#closing.signal)
    if (this.#closing.signal.aborted && !answer.ok) return
    const nextAt = await this.#inTurn(map, () => this.#settle(map, hook.setAt, id, answer))
    if (nextAt !== null) this.#tryAt(map, nextAt)
  }

  async #ready(map: MapId): Promise<{ hook: Webhook; id: string; body: string } | null> {
    const { store, publicUrl } = this.#parts
    const hook = await store.get(map)
    if (hook === null || hook.waiting === null) return null
    const { told, next } = await store.states(map)
    const [before, after] = [told, next].map((state) => (state === null ? null : readMapState(state).map))
    const news = before && after ? newsBetween(before, after) : null
    // Cleared for good meanwhile, or damaged.
    if (!before || !after || news === null) {
      await store.put({ ...hook, waiting: null, by: [] }, next === null ? {} : { told: next, next: null })
      return null
    }
    const { by, toldAt: since, waiting, origin } = hook
    const link = `${publicUrl ?? origin}/m/${map}`
    return { hook, id: waiting.id, body: messageOf(news, before, after, { map, link, by, since, at: waiting.at }) }
  }

  /** WH4. Gives when to try again. */
  async #settle(map: MapId, setAt: EpochMs, id: string, answer: Answer): Promise<EpochMs | null> {
    const { store, clock, log, random = Math.random } = this.#parts
    const hook = await store.get(map)
    if (hook === null || hook.setAt !== setAt || hook.waiting?.id !== id) return null
    const { at, tries: failed } = hook.waiting
    const now = clock.now()
    const tries = failed + 1
    const last = { at: now, ok: answer.ok, why: answer.why, tries }
    if (answer.ok) {
      const { next } = await store.states(map)
      await store.put({ ...hook, toldAt: at, by: [], waiting: null, last }, { told: next, next: null })
      log.info('webhook told', { map, tries })
      return null
    }
    const stopped = answer.status === 410
    const wait = stopped ? null : waitAfter(tries, answer.restMs, random)
    const nextAt = wait === null ? null : ((now + Math.round(wait)) as EpochMs)
    const waiting = nextAt === null ? null : { ...hook.waiting, tries, nextAt }
    await store.put({ ...hook, waiting, last, stopped }, waiting === null ? { next: null } : {})
    log.info(waiting === null ? 'webhook given up' : 'webhook failed', { map, tries, status: answer.status })
    return nextAt
  }
}
