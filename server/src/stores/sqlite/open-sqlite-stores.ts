/**
 * The embedded default: one SQLite file in a folder of its own, and pictures as files beside it. One thread writes to the
 * database, this one reads.
 * A second server on the same folder is refused: both would hold the same documents and neither would hear the other.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'
import { systemClock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { openDiskAssets } from '../disk/disk-assets.ts'
import { makeFolder } from '../disk/make-folder.ts'
import type { Digest, Webhook } from '../news-store.ts'
import type { Stores } from '../stores.ts'
import { openCheck } from './check-writing.ts'
import { openForReading } from './open-database.ts'
import { openSnapshots } from './snapshots.ts'
import { sqliteChanges } from './sqlite-changes.ts'
import { sqliteNews } from './sqlite-news.ts'
import { sqliteDocs } from './sqlite-docs.ts'
import { sqliteKeys, sqliteMaps, sqlitePeople } from './sqlite-tables.ts'
import { sqliteVersions } from './sqlite-versions.ts'
import { sqliteWorkshops } from './sqlite-workshops.ts'
import { startWriter } from './writer.ts'

export const DATABASE_FILE = 'throughline.db'
/** Beside the database; what is copied or moved must be both. */
export const ASSETS_FOLDER = 'assets'

/** A lock that the system itself drops when the process dies, however it dies: an open transaction on a file of its own. */
export function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'server.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    throw new AppError('storage-unavailable', `Another Throughline server is already using DATA_DIR ${folder}.`, {
      cause,
    })
  }
}

/** Calls from this thread into SQLite fail with its own errors; whoever called gets one of ours (DS7). */
function guarded<Port extends object>(port: Port, isOpen: () => boolean): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        if (!isOpen()) throw new AppError('storage-unavailable', 'The storage is closed.')
        try {
          return await (Reflect.apply(member, target, given) as unknown)
        } catch (cause) {
          if (cause instanceof AppError) throw cause
          throw new AppError('storage-unavailable', 'The database could not be read.', { cause })
        }
      }
    },
  })
}

export interface SqliteOptions {
  /** Called once, when nothing can be saved any more. */
  readonly onLost?: () => void
  /** Other threads than the real ones, for tests. */
  readonly writerScript?: URL
  readonly snapshotScript?: URL
}

export async function openSqliteStores(
  folder: string,
  log: Log,
  { onLost = () => {}, writerScript, snapshotScript }: SqliteOptions = {},
): Promise<Stores> {
  try {
    makeFolder(folder)
  } catch (cause) {
    throw new AppError('storage-unavailable', `DATA_DIR ${folder} cannot be made or written to.`, { cause })
  }
  const lock = lockFolder(folder)
  const file = join(folder, DATABASE_FILE)
  const giveUp = (error: unknown): never => {
    lock.close()
    throw error
  }
  const assets = await openDiskAssets(join(folder, ASSETS_FOLDER)).catch(giveUp)
  const writer = await startWriter(file, { log, onLost, ...(writerScript ? { script: writerScript } : {}) }).catch(
    giveUp,
  )
  const snapshots = openSnapshots({ file, writer, log, ...(snapshotScript ? { script: snapshotScript } : {}) })
  const db = openForReading(file)
  const checkWriting = openCheck(writer, systemClock)
  let open = true
  const isOpen = () => open
  return {
    docs: guarded(sqliteDocs({ db, writer, snapshots, log }), isOpen),
    maps: guarded(sqliteMaps(db, writer), isOpen),
    keys: guarded(sqliteKeys(db, writer), isOpen),
    people: guarded(sqlitePeople(db, writer), isOpen),
    assets: guarded(assets, isOpen),
    versions: guarded(sqliteVersions(db, writer), isOpen),
    changes: guarded(sqliteChanges(db, writer), isOpen),
    digests: guarded(sqliteNews<Digest>(db, writer, 'digest'), isOpen),
    webhooks: guarded(sqliteNews<Webhook>(db, writer, 'webhook'), isOpen),
    workshops: guarded(sqliteWorkshops({ db, writer, log }), isOpen),
    async check() {
      db.prepare('SELECT 1').get()
      await checkWriting()
    },
    async close() {
      if (!open) return
      open = false
      await snapshots.close()
      await writer.close()
      db.close()
      lock.close()
    },
  }
}
