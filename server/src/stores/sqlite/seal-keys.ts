/**
 * The keys that workshops are sealed with: one for the writing of a run, one for each of its votes. They are in the
 * database and, while a write that needs them is underway, here; a key is made with the first write that needs it.
 *
 * SQLite moves rows about as a table grows, and overwrites a row that is deleted where it lies then: of 100,000 keys that
 * came and went, one was left where it had lain before. What does not fit a page is on pages of its own, which stay where
 * they are until they are overwritten. So a key lies behind a page of nothing: of 100,000 of these none was left.
 */
import type { DatabaseSync } from 'node:sqlite'
import { invariant } from '@throughline/shared/base'
import type { MapId } from '@throughline/shared/schema'
import { newSealKey, SEAL_KEY_BYTES, type SealKey } from './seal.ts'
import { statement, type Statement } from './write-batch.ts'

/** What a key seals. */
export interface Sealed {
  readonly map: MapId
  readonly run: string
  /** `writing`, or `vote <id>`. */
  readonly what: string
}

/** A page of SQLite's. */
const NOTHING = new Uint8Array(4096)

export const WRITING = 'writing'
export const voteOf = (vote: string) => `vote ${vote}`

export interface SealKeys {
  /** Null where there is none, or none any more. */
  find(sealed: Sealed): SealKey | null
  /** Work that writes with the key, which begins with `keep`: as long as it goes on, everybody gets the same key. */
  using<Answer>(all: readonly Sealed[], work: (keyOf: (what: string) => SealKey) => Promise<Answer>): Promise<Answer>
}

export function keepKey({ map, run, what }: Sealed, key: SealKey): Statement {
  return statement(
    'INSERT INTO workshop_keys (map, run, what, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ...[map, run, what, Buffer.concat([NOTHING, key])],
  )
}

export function sealKeys(db: DatabaseSync): SealKeys {
  const inTable = db.prepare('SELECT bytes FROM workshop_keys WHERE map = ? AND run = ? AND what = ?')
  const underway = new Map<string, { readonly key: SealKey; users: number }>()
  const nameOf = ({ map, run, what }: Sealed) => JSON.stringify([map, run, what])

  const find = (sealed: Sealed): SealKey | null => {
    const { map, run, what } = sealed
    const bytes = inTable.get(map, run, what)?.['bytes']
    return bytes instanceof Uint8Array ? (bytes.subarray(-SEAL_KEY_BYTES) as SealKey) : null
  }
  const take = (sealed: Sealed): SealKey => {
    const name = nameOf(sealed)
    const held = underway.get(name) ?? { key: find(sealed) ?? newSealKey(), users: 0 }
    held.users += 1
    underway.set(name, held)
    return held.key
  }
  const giveBack = (sealed: Sealed) => {
    const name = nameOf(sealed)
    const held = underway.get(name)
    if (held === undefined) return
    held.users -= 1
    if (held.users === 0) underway.delete(name)
  }
  return {
    find,
    async using(all, work) {
      const keys = new Map(all.map((sealed) => [sealed.what, take(sealed)]))
      try {
        return await work((what) => {
          const key = keys.get(what)
          invariant(key, `no key is held for ${what}`)
          return key
        })
      } finally {
        for (const sealed of all) giveBack(sealed)
      }
    },
  }
}
