/** A kept state, read once it is wanted; null for the map of now. */
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { MapState } from '@throughline/shared/versions'
import { useEffect, useState } from 'react'
import { readVersion } from '../../api/versions.ts'
import { useSession } from '../../session/hooks.ts'

export function useVersionState(id: string | null): readonly [MapState | null, AppError | null] {
  const { mapId } = useSession()
  const [read, setRead] = useState<{ readonly id: string; readonly state: MapState } | null>(null)
  const [trouble, setTrouble] = useState<AppError | null>(null)
  useEffect(() => {
    let wanted = true
    setTrouble(null)
    if (id === null) return
    readVersion(mapId, id).then(
      (state) => wanted && setRead({ id, state }),
      (error: unknown) => wanted && setTrouble(asAppError(error)),
    )
    return () => {
      wanted = false
    }
  }, [mapId, id])
  return [read !== null && read.id === id ? read.state : null, trouble]
}
