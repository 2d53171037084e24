/** The versions of a map as the panel shows them, and keeping one more. */
import type { AppError } from '@throughline/shared/errors'
import type { VersionView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { keepVersion, listVersions } from '../../api/versions.ts'
import { useAttempt } from '../../ui/use-attempt.ts'

export interface VersionsHere {
  /** Null until the server has answered. */
  readonly versions: readonly VersionView[] | null
  readonly trouble: AppError | null
  readonly busy: boolean
  /** Resolves to whether it was kept. */
  readonly keep: (name: string, auto?: boolean) => Promise<boolean>
}

export function useVersions(map: MapId): VersionsHere {
  const [versions, setVersions] = useState<readonly VersionView[] | null>(null)
  const { busy, trouble, attempt } = useAttempt()
  const look = useCallback(async () => setVersions(await listVersions(map)), [map])

  useEffect(() => {
    void attempt(look)
  }, [attempt, look])

  const keep = useCallback(
    (name: string, auto = false) =>
      attempt(async () => {
        await keepVersion(map, name, auto)
        await look()
      }),
    [map, attempt, look],
  )
  return { versions, trouble, busy, keep }
}
