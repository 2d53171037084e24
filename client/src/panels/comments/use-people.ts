import type { Named } from '@throughline/shared/comments'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useComments, useMapSnapshot, usePeers, useSession } from '../../session/hooks.ts'
import { everybody, peopleOf } from '../../session/known-people.ts'
import { NAMELESS, YOU } from '../../text/comments.ts'

/** Everybody who may be mentioned: all but oneself. */
export function usePeople(): {
  readonly people: readonly Named[]
  readonly nameOf: (id: string, signed: string) => string
} {
  const session = useSession()
  const known = peopleOf(session)
  const listed = useSyncExternalStore(known.subscribe, known.getSnapshot)
  const peers = usePeers()
  const threads = useComments((comments) => comments.threads)
  const me = useMapSnapshot((snapshot) => snapshot.me.person)
  useEffect(() => known.ask(), [known])
  const all = useMemo(() => everybody(listed, threads, peers), [listed, threads, peers])
  const names = useMemo(() => new Map(all.map(({ id, name }) => [id, name])), [all])
  const nameOf = useCallback(
    (id: string, signed: string) => (id === me ? YOU : (names.get(id) ?? (signed === '' ? NAMELESS : signed))),
    [me, names],
  )
  return { people: useMemo(() => all.filter(({ id }) => id !== me), [all, me]), nameOf }
}
