/** Touches and visits in SQLite: a row a thing, a row a person. */
import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { ChangeStore } from '../change-store.ts'
import { statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

/** A write that comes after its map has been deleted is none. */
const IF_THERE = 'FROM maps WHERE id = ?'

export function sqliteChanges(db: DatabaseSync, writer: Writer): ChangeStore {
  const ofMap = db.prepare('SELECT thing, by_whom, at FROM touches WHERE map = ?')
  const leftAt = db.prepare('SELECT left_at FROM visits WHERE map = ? AND person = ?')
  const allLeft = db.prepare('SELECT left_at FROM visits WHERE map = ?')
  return {
    async touch(map: MapId, touches) {
      if (touches.size === 0) return
      await writer.write(
        [...touches].map(([thing, { by, at }]) =>
          statement(
            `INSERT INTO touches (map, thing, by_whom, at) SELECT id, ?, ?, ? ${IF_THERE}
             ON CONFLICT (map, thing) DO UPDATE SET by_whom = excluded.by_whom, at = excluded.at`,
            thing,
            by,
            at,
            map,
          ),
        ),
      )
    },
    touches: async (map) =>
      new Map(
        ofMap
          .all(map)
          .map((row) => [String(row['thing']), { by: String(row['by_whom']), at: Number(row['at']) as EpochMs }]),
      ),
    async forget(map, blocks) {
      if (blocks.size === 0) return
      // The first that sorts after all that begin with the id and a space: an exclamation mark follows the space.
      await writer.write(
        [...blocks].map((id) =>
          statement('DELETE FROM touches WHERE map = ? AND thing >= ? AND thing < ?', map, `${id} `, `${id}!`),
        ),
      )
    },
    async leave(map, person, at) {
      await writer.write([
        statement(
          `INSERT INTO visits (map, person, left_at) SELECT id, ?, ? ${IF_THERE}
           ON CONFLICT (map, person) DO UPDATE SET left_at = excluded.left_at`,
          person,
          at,
          map,
        ),
      ])
    },
    async left(map, person) {
      const row = leftAt.get(map, person)
      return row === undefined ? null : (Number(row['left_at']) as EpochMs)
    },
    leavings: async (map) => allLeft.all(map).map((row) => Number(row['left_at']) as EpochMs),
  }
}
