/** Which maps open from this device, without a network. */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { appFilesKept } from '../../browser/app-files.ts'
import type { Holding } from '../../session/device/left-on-device.ts'

export interface HeldMaps {
  readonly held: ReadonlyMap<MapId, Holding>
  /** Whether this page itself opens without a network; else what is held is for when the server answers again. */
  readonly opens: boolean
}

const NOTHING: HeldMaps = { held: new Map(), opens: false }

/** Of the `closed` ones nothing stays here but edits that wait: who may not see a map keeps no copy of it. */
export function useHeldMaps(closed: readonly MapId[]): HeldMaps {
  const [maps, setMaps] = useState(NOTHING)
  useEffect(() => {
    let left = false
    const look = async () => {
      const { forgetOnDevice, heldMaps } = await import('../../session/device/left-on-device.ts')
      const before = await heldMaps()
      const gone = closed.filter((map) => before.get(map) === 'map')
      for (const map of gone) await forgetOnDevice(map)
      const [held, opens] = [gone.length === 0 ? before : await heldMaps(), await appFilesKept()]
      if (!left) setMaps({ held, opens })
    }
    void look()
    return () => {
      left = true
    }
  }, [closed])
  return maps
}
