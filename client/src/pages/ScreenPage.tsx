/** A workshop for the projector: what the room looks at together. Nothing stands here that one person alone may see. */
import { includes } from '@throughline/shared/access'
import type { MapId } from '@throughline/shared/schema'
import { useEffect } from 'react'
import { ERROR_TEXTS, errorText } from '../text/errors.ts'
import { VIEWERS_NOT } from '../text/workshop.ts'
import { useLiveWorkshop, useWorkshop, type LiveWorkshop } from '../workshop/index.ts'
import { useOpening } from './map/use-opening.ts'
import { RefusalPage } from './RefusalPage.tsx'
import { Screen } from './screen/Screen.tsx'
import { WaitingPage } from './WaitingPage.tsx'

export function ScreenPage({ map }: { readonly map: MapId }) {
  const [opening, again] = useOpening(map)
  if (opening.is === 'opening') return <WaitingPage />
  if (opening.is === 'refused') return <RefusalPage trouble={errorText(opening.error)} again={again} />
  if (!includes(opening.role, 'commenter'))
    return <RefusalPage trouble={{ ...ERROR_TEXTS['not-allowed'], says: VIEWERS_NOT }} />
  return <Open map={map} />
}

function Open({ map }: { readonly map: MapId }) {
  const live = useLiveWorkshop(map, true)
  return live === null ? <WaitingPage /> : <Shown live={live} />
}

function Shown({ live }: { readonly live: LiveWorkshop }) {
  const { view, isLive } = useWorkshop(live)
  const title = view?.title ?? ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  return view === null ? <WaitingPage /> : <Screen live={live} view={view} isLive={isLive} />
}
