/** VS7: every version of a map unpacked, changed and packed anew, the bases with them. */
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import type { VersionId } from '@throughline/shared/versions'
import { packOn, readBase, unpackOn, type Base } from './packed-versions.ts'
import { statement, type Row, type Statement } from './write-batch.ts'

export interface Rewriting {
  /** To be written as one. */
  readonly statements: readonly Statement[]
  /** Versions that could not be read. */
  readonly takenAway: readonly VersionId[]
}

/** Holds two bases and one state in memory at a time, whatever the number of versions. */
export async function rewriteVersions(
  db: DatabaseSync,
  map: MapId,
  change: (state: string) => string,
): Promise<Rewriting> {
  const before = new Bases(db, map)
  const statements: Statement[] = []
  const takenAway: VersionId[] = []
  let base: Base | null = null
  let hasChanged = false
  const one = db.prepare('SELECT id, bytes, sum, base FROM versions WHERE map = ? AND id = ?')
  // Oldest first, as they were added, so that each stands on the state before it.
  for (const { id } of db.prepare('SELECT id FROM versions WHERE map = ? ORDER BY rowid').all(map)) {
    const row = one.get(map, id as string)
    const was = row === undefined ? null : await before.read(row)
    if (was === null) {
      takenAway.push(id as VersionId)
      statements.push(statement('DELETE FROM versions WHERE map = ? AND id = ?', map, id as string))
      continue
    }
    const text = change(was)
    hasChanged ||= text !== was
    const state = Buffer.from(text)
    const { bytes, newBase } = await packOn(base, state)
    if (newBase !== null) {
      base = { state, size: newBase.length }
      statements.push(
        statement('INSERT INTO version_bases (map, bytes, sum) VALUES (?, ?, ?)', map, newBase, crc32(newBase)),
      )
    }
    statements.push(
      statement(
        `UPDATE versions SET bytes = ?, sum = ?, base = (SELECT max(id) FROM version_bases WHERE map = ?)
         WHERE map = ? AND id = ?`,
        bytes,
        crc32(bytes),
        map,
        map,
        id as string,
      ),
    )
  }
  // A base may hold what no version does any more: the one that it was made for is gone.
  if (!hasChanged && takenAway.length === 0 && !(await before.anyChangesBy(change)))
    return { statements: [], takenAway: [] }
  statements.push(
    statement(
      'DELETE FROM version_bases WHERE map = ? AND id NOT IN (SELECT base FROM versions WHERE map = ?)',
      map,
      map,
    ),
  )
  return { statements, takenAway }
}

/** The bases as they are, the last one read at hand. */
class Bases {
  readonly #rows: (id: number) => Row | undefined
  readonly #ids: () => readonly number[]
  #last: { readonly id: number; readonly base: Base | null } | null = null

  constructor(db: DatabaseSync, map: MapId) {
    const byId = db.prepare('SELECT bytes, sum FROM version_bases WHERE map = ? AND id = ?')
    const ids = db.prepare('SELECT id FROM version_bases WHERE map = ?')
    this.#rows = (id) => byId.get(map, id)
    this.#ids = () => ids.all(map).map(({ id }) => Number(id))
  }

  /** Null when it is damaged. */
  async read(row: Row): Promise<string | null> {
    const base = await this.#read(Number(row['base']))
    const state = base === null ? null : await unpackOn(base, row).catch(nullIfDamaged)
    return state === null ? null : state.toString()
  }

  async anyChangesBy(change: (state: string) => string): Promise<boolean> {
    for (const id of this.#ids()) {
      const text = (await this.#read(id))?.state.toString()
      if (text === undefined || change(text) !== text) return true
    }
    return false
  }

  async #read(id: number): Promise<Base | null> {
    if (this.#last?.id !== id) this.#last = { id, base: await readBase(this.#rows(id)).catch(nullIfDamaged) }
    return this.#last.base
  }
}

/** What fails otherwise, a lack of memory say, is no reason to take anything away. */
function nullIfDamaged(error: unknown): null {
  if (error instanceof AppError && error.kind === 'storage-unavailable') return null
  throw error
}
