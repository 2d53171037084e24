/** A workshop as React watches it. */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { LiveWorkshop, type WorkshopNow } from './live-workshop.ts'

/** The workshop of a map as long as the page shows it; null for whoever may not take part, and before the first look. */
export function useLiveWorkshop(map: MapId, takesPart: boolean): LiveWorkshop | null {
  const [live, setLive] = useState<LiveWorkshop | null>(null)
  useEffect(() => {
    if (!takesPart) return
    const opened = new LiveWorkshop(map)
    setLive(opened)
    return () => {
      opened.close()
      setLive(null)
    }
  }, [map, takesPart])
  return live
}

export function useWorkshop(live: LiveWorkshop): WorkshopNow {
  return useSyncExternalStore(live.subscribe, live.getSnapshot)
}

const SECOND = 1_000

/** The server's time, told again as each of its seconds begins. */
export function useServerTime(live: LiveWorkshop): number {
  const [now, setNow] = useState(live.time)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNow(live.time())
      timer = setTimeout(tick, SECOND - (live.time() % SECOND))
    }
    tick()
    return () => clearTimeout(timer)
  }, [live])
  // A stage may begin within a second that was told already: by that time it would last longer than it does.
  return Math.max(now, live.getSnapshot().view?.now ?? now)
}
