/** The people who are here, each once however many windows they have open; oneself comes first. */
import type { Peer } from './presence.ts'

export interface PersonHere {
  readonly key: string
  readonly name: string
  readonly color: number
  readonly isMe: boolean
}

export interface Me {
  readonly name: string
  readonly color: number
  /** Null until the server has said who stands behind this window. */
  readonly person: string | null
}

/**
 * One person, in any window. Several people behind one key who never got a name at the server count as one there; they
 * go by different names all the same, so the name belongs to it.
 */
export function whoIs({ person, name }: Pick<Peer, 'person' | 'name'>, client: number): string {
  return person === null ? `${client}` : `${person} ${name}`
}

export function peopleHere(me: Me, peers: readonly Peer[], myClient: number): readonly PersonHere[] {
  const mine = whoIs(me, myClient)
  const here = new Map<string, PersonHere>([[mine, { key: mine, name: me.name, color: me.color, isMe: true }]])
  for (const peer of peers) {
    const key = whoIs(peer, peer.client)
    if (!here.has(key)) here.set(key, { key, name: peer.name, color: peer.color, isMe: false })
  }
  return [...here.values()]
}
