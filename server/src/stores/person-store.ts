import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { KeyId, PersonId, SecretHash } from './names.ts'

/** A key plus a browser. */
export interface PersonRecord {
  readonly id: PersonId
  readonly map: MapId
  /** The key it was made under. */
  readonly key: KeyId
  readonly token: SecretHash
  readonly name: string
  readonly voice: string | null
  readonly createdAt: EpochMs
}

/**
 * People of maps.
 *
 * - **PS1** A person is found by the hash of its token, on its own map only.
 * - **PS2** `list` gives the people of one map in the order they came.
 * - **PS3** `rename` of somebody who is not of that map changes nothing.
 */
export interface PersonStore {
  add(person: PersonRecord): Promise<void>
  byToken(map: MapId, token: SecretHash): Promise<PersonRecord | null>
  rename(map: MapId, id: PersonId, name: string): Promise<void>
  list(map: MapId): Promise<readonly PersonRecord[]>
}
