/** One map: who may open it, then the session, the canvas and the panels. */
import { ERROR_KINDS } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { callMeAt } from '../api/session.ts'
import { syncAddress } from '../api/sync-address.ts'
import { forgetMap, knownMaps } from '../browser/known-maps.ts'
import { me, useMe } from '../browser/me.ts'
import { briefAddress, go, replaceAddress } from '../routes.ts'
import { SessionContext } from '../session/hooks.ts'
import { MapSession } from '../session/map-session.ts'
import { errorText, TAKE_OFF_LIST } from '../text/errors.ts'
import { Button } from '../ui/Button.tsx'
import { LeftWords } from './map/LeftWords.tsx'
import { MapLayout } from './map/MapLayout.tsx'
import { ReturnButton } from './map/ReturnToRole.tsx'
import { useOpening, type Opening } from './map/use-opening.ts'
import { RefusalPage } from './RefusalPage.tsx'
import { WaitingPage } from './WaitingPage.tsx'

export function MapPage({ map }: { readonly map: MapId }) {
  const [opening, again] = useOpening(map)
  const session = useOpenSession(map, opening)
  if (opening.is === 'refused') {
    const { kind, extra } = opening.error
    const isShut = kind === 'not-allowed' || kind === 'unknown-map'
    const canHelp = ERROR_KINDS[kind].retry || extra['unreachable'] === true
    return (
      <RefusalPage
        trouble={errorText(opening.error)}
        again={canHelp ? again : undefined}
        words={isShut && <LeftWords map={map} epoch={null} open={null} look="page" />}
      >
        {(kind === 'not-allowed' || kind === 'no-key') && <ReturnButton map={map} again={again} />}
        {kind === 'unknown-map' && <ForgetIt map={map} />}
      </RefusalPage>
    )
  }
  if (opening.is === 'opening' || session === null) return <WaitingPage />
  return (
    <SessionContext value={session}>
      {/* Another session is another page: nothing of the one before may stay. */}
      <MapLayout key={session.doc.clientID} again={again} />
    </SessionContext>
  )
}

/** The session of an opened map, as long as the page shows it. A reader has the brief alone and is taken there. */
function useOpenSession(map: MapId, opening: Opening): MapSession | null {
  const [session, setSession] = useState<MapSession | null>(null)
  const { name } = useMe()
  useEffect(() => {
    if (opening.is !== 'open') return
    const { role, person, epoch } = opening
    if (role === 'reader') {
      replaceAddress(briefAddress(map))
      return
    }
    const syncUrl = syncAddress()
    const opened = new MapSession({ mapId: map, role, epoch, name: me().name, person, syncUrl })
    setSession(opened)
    return () => {
      opened.leave()
      setSession(null)
    }
  }, [map, opening])
  useEffect(() => {
    session?.rename(name)
    if (opening.is !== 'open' || opening.knownAs === null || opening.knownAs === name) return
    // The map works without it; then others go on reading the name of before.
    callMeAt(map, name).catch(() => {})
  }, [session, opening, map, name])
  return session
}

/** A map that is gone leaves its line on the home page; this takes it away. */
function ForgetIt({ map }: { readonly map: MapId }) {
  if (!knownMaps().some(({ id }) => id === map)) return null
  const forget = () => {
    forgetMap(map)
    go('/')
  }
  return (
    <Button look="text" onClick={forget}>
      {TAKE_OFF_LIST}
    </Button>
  )
}
