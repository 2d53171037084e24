/**
 * A database with its pictures into a file and back, as an operator's commands.
 *
 * - **BK1** A backup is the state of one instant, also while the server writes; it is checked before it gets its name.
 * - **BK2** Nothing that exists is overwritten: a backup needs a new name, and what a restore replaces is kept aside.
 * - **BK3** A restore needs the server stopped, and a backup that is sound.
 * - **BK4** A restored map has a new epoch, so that nobody who still has the later state merges it back.
 * - **BK5** What workshops keep private, ballots and codes are not in a backup, in no state of it and for no moment.
 */
import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '@throughline/shared/errors'
import { addPictures, takePicturesOut } from './backup-pictures.ts'
import { copyDatabase } from './copy-database.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { migrate } from './migrations.ts'
import { openForWriting } from './open-database.ts'
import { ASSETS_FOLDER, DATABASE_FILE, lockFolder } from './open-sqlite-stores.ts'
import { verifyFile, type Verification } from './verify-file.ts'

/** @throws {AppError} when there is nothing to save, or the place is taken or cannot be written. */
export function backupTo(folder: string, target: string): Verification {
  const source = join(folder, DATABASE_FILE)
  const file = resolve(target)
  if (!existsSync(source))
    throw new AppError('storage-unavailable', `There is no database in ${folder}; is DATA_DIR right?`)
  if (!existsSync(dirname(file)))
    throw new AppError('bad-input', `There is no folder ${dirname(file)}; make it first, or save the backup elsewhere.`)
  if (existsSync(file)) throw new AppError('bad-input', `${file} exists already; a backup needs a new name.`)
  const part = `${file}.part`
  rmSync(part, { force: true })
  try {
    copyDatabase(source, part)
    addPictures(part, join(folder, ASSETS_FOLDER))
    const found = sound(part)
    settle(part, file)
    return found
  } catch (error) {
    throw sayingWhatToDo(error, `${file} could not be written`)
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(part + ending, { force: true })
  }
}

const NO_ROOM = /ENOSPC|EDQUOT|disk is full|disk I\/O error/

/** What the system or SQLite said about our own files, with what to do about it. */
function sayingWhatToDo(error: unknown, what: string): AppError {
  if (error instanceof AppError && !(error.cause instanceof Error && NO_ROOM.test(error.cause.message))) return error
  const cause = error instanceof AppError ? error.cause : error
  const said = cause instanceof Error ? cause.message : String(cause)
  return NO_ROOM.test(said)
    ? new AppError('storage-full', `${what}: its disk seems to be full (${said}). Make room, then do it again.`, {
        cause,
      })
    : new AppError('storage-unavailable', `${what}: ${said}.`, { cause })
}

/** Gives what is now there, and where the database that was there before is kept; null when there was none. */
export function restoreFrom(
  folder: string,
  backup: string,
  now: string,
): { readonly found: Verification; readonly kept: string | null } {
  const source = resolve(backup)
  const found = sound(source)
  makeFolder(folder)
  const lock = lockForRestoring(folder)
  try {
    const file = join(folder, DATABASE_FILE)
    const part = `${file}.part`
    rmSync(part, { force: true })
    copyFileSync(source, part, constants.COPYFILE_EXCL)
    beginAnew(part)
    const pictures = join(folder, ASSETS_FOLDER)
    rmSync(`${pictures}.part`, { recursive: true, force: true })
    takePicturesOut(part, `${pictures}.part`)
    const aside = (path: string) => (existsSync(path) ? `${path}.replaced-${now.replaceAll(':', '')}` : null)
    const keptPictures = aside(pictures)
    if (keptPictures !== null) renameSync(pictures, keptPictures)
    renameSync(`${pictures}.part`, pictures)
    const kept = aside(file)
    if (kept !== null) moveAside(file, kept)
    settle(part, file)
    return { found, kept }
  } catch (error) {
    throw sayingWhatToDo(error, `${source} could not be put into ${folder}`)
  } finally {
    lock.close()
  }
}

/** BK3. */
function lockForRestoring(folder: string): DatabaseSync {
  try {
    return lockFolder(folder)
  } catch (cause) {
    throw new AppError('storage-unavailable', `A server uses ${folder}; stop it, then restore, then start it again.`, {
      cause,
    })
  }
}

function sound(file: string): Verification {
  const found = verifyFile(file)
  if (found.problems.length === 0) return found
  throw new AppError('storage-unavailable', `${file} is not sound:\n${found.problems.join('\n')}`)
}

/** BK4. And in the shape of today, whatever Throughline the backup is of. */
function beginAnew(file: string): void {
  const db = openForWriting(file)
  try {
    migrate(db)
    db.exec('UPDATE maps SET epoch = lower(hex(randomblob(8)))')
    intoOneFile(db)
  } finally {
    db.close()
  }
}

function intoOneFile(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
}

/** With what its log still holds, so that the file alone is all of it. */
function moveAside(file: string, kept: string): void {
  const db = openForWriting(file)
  try {
    intoOneFile(db)
  } finally {
    db.close()
  }
  renameSync(file, kept)
}

/** The name appears when the bytes are on the disk, not before. */
function settle(part: string, file: string): void {
  sync(part)
  renameSync(part, file)
  sync(dirname(file))
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
