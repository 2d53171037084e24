/** The workshop of the map that is open. Its code comes after the map: one waits for the map, and seldom for this. */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import type { LiveWorkshop } from '../../workshop/index.ts'

/** Null for whoever may not take part, and until its code is here; where that cannot be fetched, as without a network. */
export function useLateWorkshop(map: MapId, takesPart: boolean): LiveWorkshop | null {
  const [live, setLive] = useState<LiveWorkshop | null>(null)
  useEffect(() => {
    if (!takesPart) return
    let left = false
    let opened: LiveWorkshop | null = null
    const open = () =>
      import('../../workshop/index.ts').then(
        ({ LiveWorkshop }) => {
          if (left || opened !== null) return
          opened = new LiveWorkshop(map)
          setLive(opened)
        },
        () => {}, // tried again when the network is back
      )
    void open()
    window.addEventListener('online', open)
    return () => {
      left = true
      window.removeEventListener('online', open)
      opened?.close()
      setLive(null)
    }
  }, [map, takesPart])
  return live
}
