/**
 * Keys of maps that were made or opened in this browser, by map and role. The server keeps hashes only and shows a key
 * once, so without this the Share dialog could never show a link a second time, and nobody who has tried a weaker link
 * would find back to the stronger one. Anyone with access to this browser profile has
 * the same reach through the cookie; forgetting a map on the home page forgets its keys.
 */
import { includes, ROLES, type Role } from '@throughline/shared/access'
import type { MapId } from '@throughline/shared/schema'
import { keep, keptJson } from './keep.ts'

export type RoleKeys = Partial<Record<Role, string>>

const nameOf = (map: MapId) => `throughline:keys:${map}`

export function knownKeys(map: MapId): RoleKeys {
  const stored = keptJson(nameOf(map))
  if (typeof stored !== 'object' || stored === null) return {}
  const keys: RoleKeys = {}
  for (const role of ROLES) {
    const key = (stored as Record<string, unknown>)[role]
    if (typeof key === 'string' && key !== '') keys[role] = key
  }
  return keys
}

export function rememberKeys(map: MapId, keys: RoleKeys): void {
  keep(nameOf(map), JSON.stringify({ ...knownKeys(map), ...keys }))
}

export function forgetKey(map: MapId, role: Role): void {
  const { [role]: _gone, ...rest } = knownKeys(map)
  keep(nameOf(map), JSON.stringify(rest))
}

/** The strongest role beyond this one (beyond none at all) whose key is kept here; null where there is none. */
export function strongerRole(keys: RoleKeys, role: Role | null): Role | null {
  const stronger = ROLES.filter(
    (one) => keys[one] !== undefined && (role === null || (one !== role && includes(one, role))),
  )
  return stronger.at(-1) ?? null
}
