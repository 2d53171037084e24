/** Which pictures a canvas in a database file shows, for whoever checks that they are there. */
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { AssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { picturesOf } from '../../rooms/pictures-of.ts'
import { docName } from '../names.ts'
import { snapshotRows } from './verify-file.ts'

/** As far as its parts are sound; nothing is said of those that are damaged, `verifyFile` does. */
export function namedPictures(db: DatabaseSync, map: MapId): readonly AssetId[] {
  const name = docName(map, 'canvas')
  const updates = db.prepare('SELECT seq, bytes, sum FROM updates WHERE doc = ? ORDER BY seq').all(name)
  const parts = [...snapshotRows(db, name), ...updates].flatMap(({ bytes, sum }) =>
    bytes instanceof Uint8Array && crc32(bytes) === Number(sum) ? [bytes] : [],
  )
  return picturesOf(map, parts)
}
