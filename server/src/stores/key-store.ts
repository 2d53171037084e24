import type { Role } from '@throughline/shared/access'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { KeyId, SecretHash } from './names.ts'

export interface KeyRecord {
  readonly id: KeyId
  readonly map: MapId
  /** Of the key; the key itself is nowhere. */
  readonly hash: SecretHash
  readonly role: Role
  readonly label: string
  readonly createdAt: EpochMs
  readonly expiresAt: EpochMs | null
  readonly revokedAt: EpochMs | null
}

/**
 * Keys of maps, and the browser sessions that stand for them.
 *
 * - **KS1** A key is found by the hash of its secret, revoked and expired ones too: the caller decides what that means.
 * - **KS2** `list` gives the keys of one map in the order they were made.
 * - **KS3** `revoke` is for good: a second one keeps the first time; of an unknown key or another map's it is false.
 * - **KS4** A session is another secret for the same key: what the key loses, its sessions lose.
 */
export interface KeyStore {
  add(key: KeyRecord): Promise<void>
  byHash(hash: SecretHash): Promise<KeyRecord | null>
  list(map: MapId): Promise<readonly KeyRecord[]>
  revoke(map: MapId, id: KeyId, at: EpochMs): Promise<boolean>
  openSession(hash: SecretHash, key: KeyId, at: EpochMs): Promise<void>
  bySession(hash: SecretHash): Promise<KeyRecord | null>
}
