/**
 * Looking along with somebody: whom I follow, who shows everybody the map, and whether anybody looks along with me.
 *
 * - **FO1** One's own look at the map ends following, in one movement; one click comes back.
 * - **FO2** Who shows the map is followed by everybody else, once: whoever has looked away stays away. Whoever is writing
 *   is asked.
 * - **FO3** Where people follow each other in a circle, nobody is moved.
 * - **FO4** A connection that comes back within `GONE_MS` ends nothing.
 */
import { includes } from '@throughline/shared/access'
import { hasGone, hasShown } from '../text/attention.ts'
import type { MapSession } from './map-session.ts'
import { oneASession } from './one-a-session.ts'
import { whoIs } from './people-here.ts'
import type { Peer } from './presence.ts'

/** A reload takes less, and so does a server that starts again. */
const GONE_MS = 8_000

export interface Whom {
  /** As `PersonHere` has it. */
  readonly key: string
  readonly name: string
  readonly color: number
  /** Whether they show everybody the map. */
  readonly shows: boolean
}

export interface FollowNow {
  /** `away`: one has looked elsewhere, and may come back. */
  readonly is: 'nobody' | 'following' | 'away'
  readonly whom: Whom | null
  /** Whether I show everybody the map. */
  readonly showing: boolean
  readonly mayShow: boolean
  /** Whether anybody looks along with me. */
  readonly watched: boolean
}

const keyOf = (peer: Peer): string => whoIs(peer, peer.client)

/** Whoever is at the end of those who follow one another, beginning with `client`; null in a circle. FO3 */
export function leaderOf(peers: readonly Peer[], client: number, me: number, mine: number | null): number | null {
  const passed = new Set<number>()
  let at: number | null = client
  let last: number | null = null
  while (at !== null) {
    if (passed.has(at)) return null
    passed.add(at)
    last = at
    const next: number | null = at === me ? mine : (peers.find((peer) => peer.client === at)?.following ?? null)
    at = next
  }
  return last
}

export class Following {
  readonly #session: MapSession
  readonly #watchers = new Set<() => void>()
  #now: FollowNow = { is: 'nobody', whom: null, showing: false, mayShow: false, watched: false }
  #peers: readonly Peer[] = []
  /** The window that is followed. */
  #client: number | null = null
  /** Who is known to show the map, and when they were last seen to. */
  readonly #showers = new Map<string, number>()
  #goneSince: number | null = null
  #facilitators: ReadonlySet<string> | null = null

  constructor(session: MapSession) {
    this.#session = session
    session.subscribe(this.#look)
    this.#look()
  }

  readonly getSnapshot = (): FollowNow => this.#now

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Whose screen one goes along with now; null while nothing is known of it. */
  get target(): Peer['looking'] {
    if (this.#now.is !== 'following' || this.#client === null) return null
    const leader = leaderOf(this.#peers, this.#client, this.#session.doc.clientID, this.#client)
    return this.#peers.find(({ client }) => client === leader)?.looking ?? null
  }

  /** In a workshop those who facilitate show the map; null while there is none, and then whoever may comment does. */
  setFacilitators(people: ReadonlySet<string> | null): void {
    this.#facilitators = people
    this.#look(true)
  }

  follow(key: string): void {
    const peer = this.#peerOf(key)
    if (peer === undefined) return
    this.show(false)
    this.#goneSince = null
    this.#set({ is: 'following', whom: this.#whomOf(peer) })
    this.#turnTo(peer.client)
  }

  /** FO1. */
  lookAway(): void {
    if (this.#now.is !== 'following') return
    this.#set({ is: 'away' })
    this.#turnTo(null)
  }

  comeBack(): void {
    if (this.#now.whom !== null) this.follow(this.#now.whom.key)
  }

  /** For good, unless the other shows the map: then one can still come back. */
  stop(): void {
    if (this.#now.is === 'following' && this.#now.whom?.shows === true) return this.lookAway()
    this.#set({ is: 'nobody', whom: null })
    this.#turnTo(null)
  }

  show(showing: boolean): void {
    if (showing === this.#now.showing || (showing && !this.#now.mayShow)) return
    if (showing) this.#set({ is: 'nobody', whom: null })
    if (showing) this.#turnTo(null)
    this.#set({ showing })
    this.#session.announce({ showing })
    this.#look(true)
  }

  readonly #look = (again?: boolean): void => {
    const { peers, me, role } = this.#session.getSnapshot()
    const mayShow = this.#mayShow(me.person) && includes(role, 'commenter')
    if (mayShow !== this.#now.mayShow) this.#set({ mayShow })
    if (!mayShow && this.#now.showing) this.show(false)
    if (peers === this.#peers && again !== true) return
    this.#peers = peers
    this.#lookForShowers()
    this.#lookForWhom()
    const myself = this.#session.doc.clientID
    const isFollowed = ({ following }: Peer) =>
      following !== null && leaderOf(peers, following, myself, this.#client) === myself
    const watched = this.#now.showing || peers.some(isFollowed)
    if (watched !== this.#now.watched) this.#set({ watched })
  }

  /** FO2. */
  #lookForShowers(): void {
    const now = performance.now()
    for (const peer of this.#peers) {
      const key = keyOf(peer)
      const isShowing = peer.showing && this.#mayShow(peer.person)
      if (isShowing && !this.#showers.has(key)) this.#beginToShow(peer)
      if (isShowing) this.#showers.set(key, now)
      else if (!this.#peers.some((other) => keyOf(other) === key && other.showing)) this.#endShowing(key)
    }
    for (const [key, at] of this.#showers) if (now - at > GONE_MS) this.#endShowing(key)
  }

  #beginToShow(peer: Peer): void {
    this.show(false)
    this.#goneSince = null
    const isWriting = this.#session.getSnapshot().view.writing !== null
    this.#set({ is: isWriting ? 'away' : 'following', whom: { ...this.#whomOf(peer), shows: true } })
    this.#turnTo(isWriting ? null : peer.client)
  }

  #endShowing(key: string): void {
    if (!this.#showers.delete(key) || this.#now.whom?.key !== key) return
    this.#session.say(hasShown(this.#now.whom.name))
    this.#set({ is: 'nobody', whom: null })
    this.#turnTo(null)
  }

  /** FO4. */
  #lookForWhom(): void {
    const { whom } = this.#now
    if (whom === null) return
    const peer = this.#peerOf(whom.key)
    if (peer === undefined) {
      const now = performance.now()
      if (this.#goneSince === null) setTimeout(() => this.#look(true), GONE_MS + 100)
      this.#goneSince ??= now
      if (now - this.#goneSince < GONE_MS) return
      this.#session.say(hasGone(whom.name))
      this.#set({ is: 'nobody', whom: null })
      this.#turnTo(null)
      return
    }
    this.#goneSince = null
    const next = this.#whomOf(peer)
    if (JSON.stringify(next) !== JSON.stringify(whom)) this.#set({ whom: next })
    if (this.#now.is !== 'following') return
    // The same window, as long as it is there.
    const isThere = this.#peers.some(({ client }) => client === this.#client)
    if (!isThere || (peer.showing && peer.client !== this.#client)) this.#turnTo(peer.client)
  }

  /** One window of somebody who may have several: the one that shows the map, else the one that points somewhere. */
  #peerOf(key: string): Peer | undefined {
    const windows = this.#peers.filter((peer) => keyOf(peer) === key)
    return windows.find(({ showing }) => showing) ?? windows.find(({ pointer }) => pointer !== null) ?? windows[0]
  }

  #whomOf(peer: Peer): Whom {
    const { name, color, person, showing } = peer
    return { key: keyOf(peer), name, color, shows: showing && this.#mayShow(person) }
  }

  #mayShow(person: string | null): boolean {
    return this.#facilitators === null || (person !== null && this.#facilitators.has(person))
  }

  #turnTo(client: number | null): void {
    if (client === this.#client) return
    this.#client = client
    this.#session.announce({ following: client })
    this.#tell()
  }

  #set(part: Partial<FollowNow>): void {
    this.#now = { ...this.#now, ...part }
    this.#tell()
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher()
  }
}

/** One a session. */
export const followingOf = oneASession((session) => new Following(session))
