import { concernsOf, type Concern } from '@throughline/shared/comments'
import { useMemo, useSyncExternalStore } from 'react'
import { useComments, useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { isNew, seenOn, watchSeen } from './seen.ts'

/** What concerns this person, newest first; nothing until the server has said who they are. */
export function useConcerns(): readonly Concern[] {
  const threads = useComments((comments) => comments.threads)
  const map = useMap()
  const me = useMapSnapshot((snapshot) => snapshot.me)
  const decided = useMapSnapshot((snapshot) => snapshot.decided)
  return useMemo(
    () => (me.person === null ? [] : concernsOf(threads, map, { person: me.person, name: me.name }, decided)),
    [threads, map, me, decided],
  )
}

/** Those that came since one last looked at them. */
export function useFreshConcerns(): readonly Concern[] {
  const { mapId } = useSession()
  const concerns = useConcerns()
  const seen = useSyncExternalStore(watchSeen, () => seenOn(mapId))
  return useMemo(() => concerns.filter((concern) => isNew(seen, concern)), [concerns, seen])
}
