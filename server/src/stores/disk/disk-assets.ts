/**
 * Pictures as files: `<folder>/<mapId>/<assetId>`. A picture is written under another name, forced to the disk and then
 * renamed, so that under its own name it is there whole or not at all.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { invariant } from '@throughline/shared/base'
import { AppError } from '@throughline/shared/errors'
import { isAssetId } from '@throughline/shared/protocol'
import { isId, type MapId } from '@throughline/shared/schema'
import { checkRoom, type AssetRoom, type AssetStore } from '../asset-store.ts'
import { inTurn } from '../in-turn.ts'

/** What is still being written; no map's id begins with a full stop. */
const INCOMING = '.incoming'
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG']

export function storageError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  return NO_ROOM.includes(String((cause as NodeJS.ErrnoException).code))
    ? new AppError('storage-full', 'The disk is full: no picture can be kept until there is room.', { cause })
    : new AppError('storage-unavailable', 'The pictures on the disk are out of reach.', { cause })
}

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps names without being asked.
  if (platform() === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function heldBy(folder: string): Promise<AssetRoom> {
  let bytes = 0
  const names = await readdir(folder)
  for (const name of names) bytes += (await stat(join(folder, name))).size
  return { count: names.length, bytes }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** What a process that died was about to write is of no use to anybody. Only one server uses the folder at a time. */
export async function openDiskAssets(folder: string): Promise<AssetStore> {
  const incoming = join(folder, INCOMING)
  try {
    await rm(incoming, { recursive: true, force: true })
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    await access(incoming)
  } catch (cause) {
    throw new AppError('storage-unavailable', `The folder of pictures ${folder} cannot be made or written to.`, {
      cause,
    })
  }
  return diskAssets(folder, incoming)
}

function diskAssets(folder: string, incoming: string): AssetStore {
  const turn = inTurn<MapId>()
  const folderOf = (map: MapId) => {
    invariant(isId(map), 'pictures belong to a map')
    return join(folder, map)
  }

  const addInTurn = async (map: MapId, id: string, bytes: Uint8Array, room: AssetRoom): Promise<void> => {
    const own = folderOf(map)
    if ((await sizeOf(join(own, id))) !== null) return
    const isNew = (await mkdir(own, { recursive: true, mode: 0o700 })) !== undefined
    if (isNew) await syncFolder(folder)
    checkRoom(await heldBy(own), bytes.length, room)
    const draft = join(incoming, randomUUID())
    try {
      await writeWhole(draft, bytes)
      await rename(draft, join(own, id))
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    await syncFolder(own)
  }

  const guarded = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work()
    } catch (error) {
      throw storageError(error)
    }
  }

  return {
    add: (map, id, bytes, room) => guarded(() => turn(map, () => addInTurn(map, id, bytes, room))),
    find: (map, id) =>
      guarded(async () => {
        if (!isId(map) || !isAssetId(id)) return null
        const file = join(folderOf(map), id)
        const size = await sizeOf(file)
        return size === null ? null : { size, read: () => createReadStream(file) }
      }),
    removeAll: (map) =>
      guarded(() => turn(map, () => rm(folderOf(map), { recursive: true, force: true, maxRetries: 3 }))),
  }
}
