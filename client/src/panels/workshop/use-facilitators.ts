/** While a workshop runs it is those who facilitate who show everybody the map. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { useEffect } from 'react'
import { followingOf } from '../../session/following.ts'
import { useSession } from '../../session/hooks.ts'

export function useFacilitators(view: WorkshopView | null): void {
  const session = useSession()
  const facilitators =
    view?.state === 'running' ? view.people.filter(({ facilitator }) => facilitator).map(({ person }) => person) : null
  const known = facilitators === null ? null : facilitators.join(' ')
  useEffect(() => {
    const watch = followingOf(session)
    watch.setFacilitators(known === null ? null : new Set(known.split(' ')))
    return () => watch.setFacilitators(null)
  }, [session, known])
}
