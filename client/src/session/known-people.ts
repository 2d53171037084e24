/** Who the people of a map are, by name: as the server lists them, as they are here now, as they signed. */
import type { Named, Thread } from '@throughline/shared/comments'
import { listPeople } from '../api/session.ts'
import type { MapSession } from './map-session.ts'
import { oneASession } from './one-a-session.ts'

export class KnownPeople {
  readonly #session: MapSession
  readonly #watchers = new Set<() => void>()
  #listed: readonly Named[] = []
  #asked = 0

  constructor(session: MapSession) {
    this.#session = session
  }

  readonly getSnapshot = (): readonly Named[] => this.#listed

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Asks the server anew, at most every ten seconds. Offline those who have signed or are here are known all the same. */
  ask(): void {
    const AGAIN_AFTER_MS = 10_000
    const now = performance.now()
    if (this.#asked !== 0 && now - this.#asked < AGAIN_AFTER_MS) return
    this.#asked = now
    listPeople(this.#session.mapId).then(
      (people) => {
        this.#listed = people
        for (const watcher of this.#watchers) watcher()
      },
      () => (this.#asked = 0),
    )
  }
}

/** One a session. */
export const peopleOf = oneASession((session) => new KnownPeople(session))

/** Each person once; those who are here or have written stand first, and by the name they go by now. */
export function everybody(
  listed: readonly Named[],
  threads: readonly Thread[],
  here: readonly { readonly person: string | null; readonly name: string }[],
): readonly Named[] {
  const byId = new Map<string, Named>()
  const add = (id: string | null, name: string) => {
    if (id !== null && name !== '' && !byId.has(id)) byId.set(id, { id, name })
  }
  for (const { person, name } of here) add(person, name)
  const names = new Map(listed.map(({ id, name }) => [id, name]))
  const signed = threads.flatMap(({ comments }) => comments).toSorted((a, b) => b.at - a.at)
  for (const { by, name } of signed) add(by, names.get(by) ?? name)
  for (const { id, name } of listed) add(id, name)
  return [...byId.values()]
}
