/** Keeps this map on the home page's list: its name, who one was to it, when, and how it looked from afar. */
import { useEffect } from 'react'
import { rememberMap } from '../../browser/known-maps.ts'
import { platesOf } from '../../browser/plates.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'

/** Often enough that a closed window has its last look kept; seldom enough not to matter while somebody drags. */
const SETTLE_MS = 1_000

export function useRememberedMap(): void {
  const session = useSession()
  const loaded = useMapSnapshot((snapshot) => snapshot.loaded)
  const map = useMapSnapshot((snapshot) => snapshot.map)
  useEffect(() => {
    if (!loaded) return
    const keep = () => {
      const { title, subject } = map
      const { mapId: id, role } = session
      rememberMap({ id, title, subject, role, openedAt: Date.now(), plates: platesOf(map) })
    }
    const timer = setTimeout(keep, SETTLE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [session, loaded, map])
  useEffect(() => {
    document.title = `${map.title === '' ? 'Untitled map' : map.title} – Throughline`
  }, [map.title])
}
