/** What whoever looks at one open map shares: made when the first of them asks, gone with its session. */
import type { MapSession } from './map-session.ts'

export function oneASession<Shared extends object>(
  make: (session: MapSession) => Shared,
): (session: MapSession) => Shared {
  const all = new WeakMap<MapSession, Shared>()
  return (session) => {
    const known = all.get(session)
    if (known !== undefined) return known
    const made = make(session)
    all.set(session, made)
    return made
  }
}
