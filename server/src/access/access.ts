/**
 * Who is calling, and what their key allows.
 *
 * - **AC1** No key at all is `no-key`; an unknown map, or a key of another map, is `unknown-map`, so that nobody learns
 *   which maps there are; a key that is revoked or expired is `not-allowed`.
 * - **AC2** A key without a person counts as one person.
 */
import { includes, ROLES, type Role } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import { isId, type EpochMs, type MapId } from '@throughline/shared/schema'
import type { Clock } from '../clock.ts'
import {
  newKeyId,
  newPersonId,
  type KeyRecord,
  type KeyStore,
  type PersonRecord,
  type PersonStore,
} from '../stores/index.ts'
import { hashSecret, newSecret } from './secrets.ts'
import type { Shown } from './shown.ts'

export interface Caller {
  readonly map: MapId
  readonly key: KeyRecord
  readonly role: Role
  readonly person: PersonRecord | null
  /** A person's id, or the key's where there is no person. */
  readonly personId: string
  /** True when nothing but a cookie vouches for it: then the browser's `Origin` must too. */
  readonly byCookie: boolean
}

export interface AccessParts {
  readonly keys: KeyStore
  readonly people: PersonStore
  readonly clock: Clock
}

/** Why a key can't be used now, or null. */
export function refusalOf(key: KeyRecord, now: EpochMs): AppError | null {
  if (key.revokedAt !== null) return new AppError('not-allowed', 'This key has been revoked.')
  if (key.expiresAt !== null && key.expiresAt <= now) return new AppError('not-allowed', 'This key has expired.')
  return null
}

export function requireRole(caller: Caller, role: Role): void {
  if (!includes(caller.role, role)) {
    throw new AppError(
      'not-allowed',
      `This needs the key of ${role === 'editor' || role === 'owner' ? 'an' : 'a'} ${role}; yours is a ${caller.role}'s.`,
    )
  }
}

export class Access {
  readonly #parts: AccessParts

  constructor(parts: AccessParts) {
    this.#parts = parts
  }

  /** @throws {AppError} as AC1 says. */
  async identify(map: MapId, { secret, person, personBy }: Shown): Promise<Caller> {
    if (secret === null) throw new AppError('no-key', 'Show a key of this map, or open its share link.')
    const key = await this.keyOf(map, secret)
    const found = person === null ? null : await this.#parts.people.byToken(map, hashSecret(person))
    if (person !== null && found === null && personBy === 'request')
      throw new AppError('not-allowed', 'This person token is not of this map.')
    const byCookie = secret.by === 'session'
    return { map, key, role: key.role, person: found, personId: found?.id ?? `key-${key.id}`, byCookie }
  }

  /** The key behind a secret, when it is of this map and may be used now. */
  async keyOf(map: MapId, { by, value }: { by: 'key' | 'session'; value: string }): Promise<KeyRecord> {
    const hash = hashSecret(value)
    const key = by === 'key' ? await this.#parts.keys.byHash(hash) : await this.#parts.keys.bySession(hash)
    if (!isId(map) || key === null || key.map !== map)
      throw new AppError('unknown-map', 'There is no such map, or this key is not of this map.')
    const refusal = refusalOf(key, this.#parts.clock.now())
    if (refusal !== null) throw refusal
    return key
  }

  /** A session's secret, for a cookie: stealing it gives one browser's access, and it dies with its key. */
  async openSession(key: KeyRecord): Promise<string> {
    const secret = newSecret()
    await this.#parts.keys.openSession(hashSecret(secret), key.id, this.#parts.clock.now())
    return secret
  }

  async addPerson(
    caller: Caller,
    name: string,
    voice: string | null,
  ): Promise<{ person: PersonRecord; token: string }> {
    const token = newSecret()
    const person: PersonRecord = {
      id: newPersonId(),
      map: caller.map,
      key: caller.key.id,
      token: hashSecret(token),
      name,
      voice,
      createdAt: this.#parts.clock.now(),
    }
    await this.#parts.people.add(person)
    return { person, token }
  }
}

/** A fresh key, and the secret that is shown once. */
export function makeKey(
  map: MapId,
  role: Role,
  now: EpochMs,
  { label = '', expiresAt = null }: { label?: string; expiresAt?: EpochMs | null } = {},
): { readonly record: KeyRecord; readonly secret: string } {
  const secret = newSecret()
  const record: KeyRecord = {
    id: newKeyId(),
    map,
    hash: hashSecret(secret),
    role,
    label,
    createdAt: now,
    expiresAt,
    revokedAt: null,
  }
  return { record, secret }
}

/** One key a role, as a map is made with. */
export function makeKeys(map: MapId, now: EpochMs): { records: readonly KeyRecord[]; secrets: Record<Role, string> } {
  const made = ROLES.map((role) => ({ role, ...makeKey(map, role, now) }))
  return {
    records: made.map(({ record }) => record),
    secrets: Object.fromEntries(made.map(({ role, secret }) => [role, secret])) as Record<Role, string>,
  }
}
