/**
 * The map on the big screen while somebody shows it: what they look at, and where they point. Nothing is done here; the
 * window goes along and no more.
 */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useRef, useState } from 'react'
import { syncAddress } from '../../api/sync-address.ts'
import { me } from '../../browser/me.ts'
import { useFacilitators } from '../../panels/workshop/use-facilitators.ts'
import { SessionContext, useFollowing } from '../../session/hooks.ts'
import { MapSession } from '../../session/map-session.ts'
import { shows } from '../../text/attention.ts'
import { CanvasArea } from '../map/CanvasArea.tsx'
import type { Opening } from '../map/use-opening.ts'
import styles from './Screen.module.css'

export interface ShownMapProps {
  readonly map: MapId
  readonly opening: Extract<Opening, { readonly is: 'open' }>
  readonly view: WorkshopView
}

export function ShownMap({ map, opening, view }: ShownMapProps) {
  const session = useLookingSession(map, opening)
  if (session === null) return null
  return (
    <SessionContext value={session}>
      <WhileShown view={view} />
    </SessionContext>
  )
}

function WhileShown({ view }: { readonly view: WorkshopView }) {
  useFacilitators(view)
  const { whom } = useFollowing()
  const frame = useRef<HTMLElement>(null)
  const isShown = whom?.shows === true
  useEffect(() => {
    if (isShown) return wearThemeOf(frame.current)
  }, [isShown])
  if (!isShown) return null
  return (
    <section ref={frame} className={styles['map']} style={{ borderColor: `var(--person-${whom.color + 1})` }}>
      <p role="status" className={styles['shower']} style={{ background: `var(--person-${whom.color + 1})` }}>
        {shows(whom.name)}
      </p>
      <div inert>
        <CanvasArea shown />
      </div>
    </section>
  )
}

/** The canvas goes by the theme of the whole page, and the screen has one of its own. */
function wearThemeOf(element: HTMLElement | null): () => void {
  const root = document.documentElement
  const before = root.dataset['theme']
  const screen = element?.closest<HTMLElement>('[data-theme]:not(:root)') ?? null
  const wear = () => {
    if (screen?.dataset['theme'] !== undefined) root.dataset['theme'] = screen.dataset['theme']
  }
  const observer = new MutationObserver(wear)
  if (screen !== null) observer.observe(screen, { attributeFilter: ['data-theme'] })
  wear()
  return () => {
    observer.disconnect()
    if (before !== undefined) root.dataset['theme'] = before
  }
}

function useLookingSession(map: MapId, { role, person, epoch }: ShownMapProps['opening']): MapSession | null {
  const [session, setSession] = useState<MapSession | null>(null)
  useEffect(() => {
    const syncUrl = syncAddress()
    const opened = new MapSession({ mapId: map, role, epoch, name: me().name, person, syncUrl, onlyLooks: true })
    setSession(opened)
    return () => {
      opened.close()
      setSession(null)
    }
  }, [map, role, person, epoch])
  return session
}
