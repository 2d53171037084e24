/** A workshop for the projector: what the room looks at together. Nothing stands here that one person alone may see. */
import { includes } from '@throughline/shared/access'
import type { MapId } from '@throughline/shared/schema'
import { useEffect } from 'react'
import { ERROR_TEXTS, errorText } from '../text/errors.ts'
import { VIEWERS_NOT } from '../text/workshop.ts'
import { useLiveWorkshop, useWorkshop, type LiveWorkshop } from '../workshop/index.ts'
import { late } from '../late.tsx'
import { useOpening, type Opening } from './map/use-opening.ts'
import { RefusalPage } from './RefusalPage.tsx'
import { Screen } from './screen/Screen.tsx'
import { WaitingPage } from './WaitingPage.tsx'

type Opened = Extract<Opening, { readonly is: 'open' }>

/** With the session of a map, which the screen needs when somebody shows it. */
const ShownMap = late(
  () => import('./screen/ShownMap.tsx').then((module) => module.ShownMap),
  () => null,
)

export function ScreenPage({ map }: { readonly map: MapId }) {
  const [opening, again] = useOpening(map)
  if (opening.is === 'opening') return <WaitingPage />
  if (opening.is === 'refused') return <RefusalPage trouble={errorText(opening.error)} again={again} />
  if (!includes(opening.role, 'commenter'))
    return <RefusalPage trouble={{ ...ERROR_TEXTS['not-allowed'], says: VIEWERS_NOT }} />
  return <Open map={map} opening={opening} />
}

function Open({ map, opening }: { readonly map: MapId; readonly opening: Opened }) {
  const live = useLiveWorkshop(map, true)
  return live === null ? <WaitingPage /> : <Shown live={live} map={map} opening={opening} />
}

interface ShownProps {
  readonly live: LiveWorkshop
  readonly map: MapId
  readonly opening: Opened
}

function Shown({ live, map, opening }: ShownProps) {
  const { view, isLive } = useWorkshop(live)
  const title = view?.title ?? ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  if (view === null) return <WaitingPage />
  const shownMap = view.state === 'running' && <ShownMap map={map} opening={opening} view={view} />
  return <Screen live={live} view={view} isLive={isLive} shownMap={shownMap} />
}
