/** Which maps open from this device, without a network. */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { appFilesKept } from '../../browser/app-files.ts'
import { heldMaps, type Holding } from '../../session/device/left-on-device.ts'

export interface HeldMaps {
  readonly held: ReadonlyMap<MapId, Holding>
  /** Whether this page itself opens without a network; else what is held is for when the server answers again. */
  readonly opens: boolean
}

const NOTHING: HeldMaps = { held: new Map(), opens: false }

export function useHeldMaps(): HeldMaps {
  const [maps, setMaps] = useState(NOTHING)
  useEffect(() => {
    let left = false
    void Promise.all([heldMaps(), appFilesKept()]).then(([held, opens]) => left || setMaps({ held, opens }))
    return () => {
      left = true
    }
  }, [])
  return maps
}
