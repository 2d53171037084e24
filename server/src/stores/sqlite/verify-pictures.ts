/**
 * Reads every stored picture, beside the database or in a backup, for the operator's `verify`.
 *
 * - **VP1** A picture's name begins with the SHA-256 of its bytes: one with another sum is damaged.
 * - **VP2** A picture that belongs to no map is said, too: nobody can see it, and it takes room.
 * - **VP3** A picture that a map shows but that is gone is said: whoever opens the map sees an empty frame.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isAssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { PICTURES_TABLE } from './backup-pictures.ts'
import { namedPictures } from './named-pictures.ts'
import { openForReading } from './open-database.ts'
import { ASSETS_FOLDER } from './open-sqlite-stores.ts'

interface Picture {
  readonly map: string
  readonly id: string
  /** Null when it went while this was reading. */
  read(): Uint8Array | null
}

export interface PicturesVerification {
  readonly pictures: number
  /** A sentence each, with what to do about it; none when all is well. */
  readonly problems: readonly string[]
}

/** `file` is a database with its pictures beside it, or a backup with its pictures in it. */
export function verifyPictures(file: string): PicturesVerification {
  // The files first: a map that is made meanwhile is known by then.
  const folder = join(dirname(file), ASSETS_FOLDER)
  const beside = picturesBeside(folder)
  const db = openForReading(file)
  try {
    const inBackup = isBackup(db)
    const pictures = inBackup ? picturesInside(db) : beside
    const maps = new Set(
      db
        .prepare('SELECT id FROM maps')
        .all()
        .map(({ id }) => String(id) as MapId),
    )
    const problems = pictures.flatMap((picture) => {
      const problem = problemOf(picture, maps)
      return problem === null ? [] : [`picture ${picture.map}/${picture.id}: ${problem}`]
    })
    const known = new Set(pictures.map(({ map, id }) => `${map}/${id}`))
    for (const map of maps)
      for (const id of namedPictures(db, map)) {
        // One that came after the files were listed is there all the same.
        const isThere = known.has(`${map}/${id}`) || (!inBackup && existsSync(join(folder, map, id)))
        if (!isThere) problems.push(`picture ${map}/${id}: ${GONE}`)
      }
    return { pictures: pictures.length, problems }
  } finally {
    db.close()
  }
}

const GONE =
  'is gone, but the map shows it; put the file of the same name from a backup in its place, or take the picture off the map'

const isBackup = (db: DatabaseSync) =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(PICTURES_TABLE) !== undefined

function picturesInside(db: DatabaseSync): readonly Picture[] {
  const bytesOf = db.prepare(`SELECT bytes FROM ${PICTURES_TABLE} WHERE map = ? AND id = ?`)
  const rows = db.prepare(`SELECT map, id FROM ${PICTURES_TABLE} ORDER BY map, id`).all()
  return rows.map((row) => {
    const [map, id] = [String(row['map']), String(row['id'])]
    const read = () => {
      const bytes = bytesOf.get(map, id)?.['bytes']
      return bytes instanceof Uint8Array ? bytes : null
    }
    return { map, id, read }
  })
}

function picturesBeside(folder: string): readonly Picture[] {
  if (!existsSync(folder)) return []
  // What begins with a full stop is still being written.
  const maps = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return maps.toSorted().flatMap((map) => {
    const names = readdirSync(join(folder, map)).filter(isAssetId).toSorted()
    return names.map((id) => ({ map, id, read: () => readIfThere(join(folder, map, id)) }))
  })
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function problemOf({ map, id, read }: Picture, maps: ReadonlySet<MapId>): string | null {
  const bytes = read()
  if (bytes === null) return null
  if (createHash('sha256').update(bytes).digest('hex') !== id.slice(0, id.indexOf('.')))
    return 'is damaged; put the file of the same name from a backup in its place, or add the picture to the map again'
  return maps.has(map as MapId) ? null : 'belongs to no map; it can be deleted'
}
