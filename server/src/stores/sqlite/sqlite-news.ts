/** Ways by which maps tell their news, in SQLite: what is kept of one as JSON, the two states compressed beside it. */
import { promisify } from 'node:util'
import { crc32, zstdCompress, zstdDecompress } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { MapId } from '@throughline/shared/schema'
import { inTurn } from '../in-turn.ts'
import type { KeptStates, NewsStore } from '../news-store.ts'
import { statement, type Row, type Statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

const COLUMNS = ['told', 'next'] as const

async function unpack(row: Row | undefined, column: (typeof COLUMNS)[number]): Promise<string | null> {
  const bytes = row?.[column]
  // A damaged one is none: then the news begin anew, and nothing else suffers.
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== Number(row?.[`${column}_sum`])) return null
  return (await decompress(bytes)).toString()
}

export function sqliteNews<Kept extends { readonly map: MapId }>(
  db: DatabaseSync,
  writer: Writer,
  channel: 'webhook' | 'digest',
): NewsStore<Kept> {
  const ofMap = db.prepare('SELECT record FROM news WHERE map = ? AND channel = ?')
  const all = db.prepare('SELECT record FROM news WHERE channel = ? ORDER BY map')
  const statesOf = db.prepare('SELECT told, told_sum, next, next_sum FROM news WHERE map = ? AND channel = ?')
  /** A state that is read, changed and written is not to be put meanwhile. */
  const inTurnOfMap = inTurn<MapId>()
  const asKept = (row: Row): Kept => JSON.parse(String(row['record'])) as Kept

  const states = async (map: MapId): Promise<KeptStates> => {
    const row = statesOf.get(map, channel)
    return { told: await unpack(row, 'told'), next: await unpack(row, 'next') }
  }
  const setting = async (map: MapId, given: Partial<KeptStates>): Promise<readonly Statement[]> => {
    const statements = COLUMNS.map(async (column) => {
      const state = given[column]
      if (state === undefined) return []
      const bytes = state === null ? null : await compress(state)
      const sum = bytes === null ? null : crc32(bytes)
      const sql = `UPDATE news SET ${column} = ?, ${column}_sum = ? WHERE map = ? AND channel = ?`
      return [statement(sql, bytes, sum, map, channel)]
    })
    return (await Promise.all(statements)).flat()
  }
  return {
    put: (kept, given = {}) =>
      inTurnOfMap(kept.map, async () => {
        await writer.write([
          statement(
            `INSERT INTO news (map, channel, record) VALUES (?, ?, ?)
             ON CONFLICT (map, channel) DO UPDATE SET record = excluded.record`,
            ...[kept.map, channel, JSON.stringify(kept)],
          ),
          ...(await setting(kept.map, given)),
        ])
      }),
    async get(map) {
      const row = ofMap.get(map, channel)
      return row === undefined ? null : asKept(row)
    },
    list: async () => all.all(channel).map(asKept),
    states,
    rewrite: (map, change) =>
      inTurnOfMap(map, async () => {
        const { told, next } = await states(map)
        const changed = { told: told === null ? null : change(told), next: next === null ? null : change(next) }
        if (changed.told !== told || changed.next !== next) await writer.write(await setting(map, changed))
      }),
    async remove(map) {
      await writer.write([statement('DELETE FROM news WHERE map = ? AND channel = ?', map, channel)])
    },
  }
}
