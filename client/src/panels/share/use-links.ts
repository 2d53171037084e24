/** The links of a map as its owner sees them: which keys live, and for each role the one whose secret is known here. */
import { ROLES, type Role } from '@throughline/shared/access'
import type { AppError } from '@throughline/shared/errors'
import type { KeyView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { listKeys, makeKey, revokeKey } from '../../api/keys.ts'
import { keyOpens } from '../../api/session.ts'
import { forgetKey, knownKeys, rememberKeys, type RoleKeys } from '../../browser/known-keys.ts'
import { useAttempt } from '../../ui/use-attempt.ts'

export interface NewLink {
  readonly role: Role
  readonly label: string
  /** Epoch milliseconds; null for never. */
  readonly expiresAt: number | null
}

export interface Links {
  /** Null until the server has answered. */
  readonly keys: readonly KeyView[] | null
  readonly secrets: RoleKeys
  readonly trouble: AppError | null
  readonly busy: boolean
  /** Both resolve to whether it went well. */
  readonly make: (link: NewLink) => Promise<boolean>
  readonly revoke: (id: string) => Promise<boolean>
}

/** A secret kept here may have been revoked elsewhere: whatever opens nothing any more is forgotten. */
async function livingSecrets(map: MapId): Promise<RoleKeys> {
  const known = knownKeys(map)
  await Promise.all(
    ROLES.map(async (role) => {
      const key = known[role]
      if (key !== undefined && !(await keyOpens(map, key))) forgetKey(map, role)
    }),
  )
  return knownKeys(map)
}

export function useLinks(map: MapId, isOwner: boolean): Links {
  const [keys, setKeys] = useState<readonly KeyView[] | null>(null)
  const [secrets, setSecrets] = useState<RoleKeys>({})
  const { busy, trouble, attempt } = useAttempt()

  const look = useCallback(async () => {
    const [list, living] = await Promise.all([listKeys(map), livingSecrets(map)])
    setKeys(list)
    setSecrets(living)
  }, [map])

  useEffect(() => {
    if (isOwner) void attempt(look)
  }, [isOwner, attempt, look])

  const make = useCallback(
    ({ role, label, expiresAt }: NewLink) =>
      attempt(async () => {
        const made = await makeKey(map, { role, label, ...(expiresAt === null ? {} : { expiresAt }) })
        rememberKeys(map, { [role]: made.key })
        await look()
      }),
    [map, attempt, look],
  )
  const revoke = useCallback(
    (id: string) =>
      attempt(async () => {
        await revokeKey(map, id)
        await look()
      }),
    [map, attempt, look],
  )
  return { keys, secrets, trouble, busy, make, revoke }
}
