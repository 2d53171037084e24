/**
 * The others on an open map: who they are, what they announce, and what I announce to them.
 *
 * - **OT1** Who stands behind an awareness id is the server's word; what a peer says of itself proves nothing.
 * - **OT2** Announcements of one person leave at most every `EVERY_MS`; what is announced meanwhile goes with the next.
 */
import { includes, ROLES, type Role } from '@throughline/shared/access'
import type { Awareness } from 'y-protocols/awareness'
import type { Known } from './frames.ts'
import { whoIs, type Me } from './people-here.ts'
import { announcedTint, readPresence, type Peer, type Presence } from './presence.ts'
import { chooseTint, colorToken, type Wearer } from './tint.ts'

/** 30 a second. */
const EVERY_MS = 33

export type Announced = Partial<Omit<Presence, 'name' | 'color'>>

export interface OthersOptions {
  readonly awareness: Awareness
  readonly me: () => Me
  /** Whether the map is here, and with it everybody who is on it. */
  readonly isReady: () => boolean
  readonly onMe: (me: Me) => void
  readonly onPeers: (peers: readonly Peer[]) => void
}

export class Others {
  readonly #options: OthersOptions
  readonly #read = new WeakMap<object, Presence | null>()
  readonly #people = new Map<number, Known>()
  #peers: readonly Peer[] = []
  #waiting: Announced = {}
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: OthersOptions) {
    this.#options = options
    const { awareness, me } = options
    const { name, color } = me()
    // No tint yet: who is here already keeps theirs (`tint.ts`).
    awareness.setLocalState({ user: { name, color: colorToken(color) } })
    awareness.on('change', this.#onPresence)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#options.awareness.off('change', this.#onPresence)
  }

  announce(part: Announced): void {
    this.#waiting = { ...this.#waiting, ...part }
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const { awareness } = this.#options
      awareness.setLocalState({ ...awareness.getLocalState(), ...this.#waiting })
      this.#waiting = {}
    }, EVERY_MS)
  }

  rename(name: string): void {
    const { awareness, me } = this.#options
    awareness.setLocalStateField('user', { name, color: colorToken(me().color) })
  }

  /** OT1. */
  meet(people: ReadonlyMap<number, Known>): void {
    const { awareness, me, onMe } = this.#options
    for (const [client, known] of people) this.#people.set(client, known)
    const mine = people.get(awareness.clientID)?.person
    if (mine !== undefined && me().person === null) onMe({ ...me(), person: mine })
    this.#list()
  }

  /** From the moment the map is here, and so are the others: a colour that nobody else wears. */
  wearTint(): void {
    const { awareness, me: who, isReady, onMe } = this.#options
    const mine = awareness.getLocalState()
    if (!isReady() || mine === null) return
    const me = who()
    const client = awareness.clientID
    const others = this.#peers.map((peer): Wearer => {
      const tint = announcedTint(awareness.getStates().get(peer.client))
      return { who: whoIs(peer, peer.client), client: peer.client, tint }
    })
    const worn = announcedTint(mine)
    const tint = chooseTint({ who: whoIs(me, client), client, tint: worn }, others)
    if (tint === worn) return
    awareness.setLocalState({ ...mine, user: { name: me.name, color: colorToken(tint) }, tint })
    onMe({ ...me, color: tint })
  }

  readonly #onPresence = ({ removed }: { readonly removed: readonly number[] }): void => {
    for (const client of removed) this.#people.delete(client)
    this.#list()
  }

  #list(): void {
    const { awareness, onPeers } = this.#options
    const peers = [...awareness.getStates()].flatMap(([client, state]) => {
      const presence = client === awareness.clientID ? null : this.#presenceOf(state)
      return presence === null ? [] : [this.#asPeer(client, presence)]
    })
    this.#peers = peers.toSorted((a, b) => a.client - b.client)
    onPeers(this.#peers)
    this.wearTint()
  }

  /** Awareness keeps the object of whoever has not moved: of two hundred people a few have. */
  #presenceOf(state: object): Presence | null {
    const known = this.#read.get(state)
    if (known !== undefined) return known
    const presence = readPresence(state)
    this.#read.set(state, presence)
    return presence
  }

  /** Only an editor moves blocks, and who only reads shows nobody the map; whoever announces it is not believed. */
  #asPeer(client: number, presence: Presence): Peer {
    const known = this.#people.get(client)
    const role = ROLES.find((each) => each === known?.role)
    const may = (needed: Role) => role !== undefined && includes(role, needed)
    const moving = may('editor') ? presence.moving : []
    return { client, person: known?.person ?? null, ...presence, moving, showing: presence.showing && may('commenter') }
  }
}
