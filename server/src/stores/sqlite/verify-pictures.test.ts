import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { assetPath, type AssetId } from '@throughline/shared/protocol'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { silentLog } from '../../log.ts'
import { newMapEpoch } from '../names.ts'
import { backupTo } from './backup-file.ts'
import { ASSETS_FOLDER, DATABASE_FILE, openSqliteStores } from './open-sqlite-stores.ts'
import { verifyPictures } from './verify-pictures.ts'

const [map, gone] = ['map' as MapId, 'gone' as MapId]
const bytes = new Uint8Array([1, 2, 3])
const id = `${createHash('sha256').update(bytes).digest('hex')}.png` as AssetId
const ROOM = { count: 9, bytes: 99 }

const parent = mkdtempSync(join(tmpdir(), 'throughline-pictures-'))
afterAll(() => rmSync(parent, { recursive: true }))
let folder = ''

/** A map with one picture, and pictures of the maps `others`, which are not there. */
async function keep(...others: readonly MapId[]): Promise<void> {
  const stores = await openSqliteStores(folder, silentLog)
  const createdAt = 1 as EpochMs
  const doc = new Y.Doc()
  const picture = { src: assetPath(map, id), w: 1, h: 1 }
  doc.getArray('drawing').push([{ key: 'shape:photo', val: { type: 'image', props: {}, picture } }])
  const canvas = Y.encodeStateAsUpdate(doc)
  await stores.maps.make({ map: { id: map, title: '', createdAt, epoch: newMapEpoch() }, keys: [], canvas })
  for (const one of [map, ...others]) await stores.assets.add(one, id, bytes, ROOM)
  await stores.close()
}
const verifyFolder = () => verifyPictures(join(folder, DATABASE_FILE))
beforeEach(() => {
  folder = mkdtempSync(join(parent, 'data-'))
})

test('[VP1] whole pictures are well, beside the database and in a backup', async () => {
  await keep()
  const backup = join(folder, 'saved.db')
  backupTo(folder, backup)
  expect([verifyFolder(), verifyPictures(backup)]).toEqual([
    { pictures: 1, problems: [] },
    { pictures: 1, problems: [] },
  ])
})

test('[VP1] a picture that is not what its name says is damaged, beside the database and in a backup', async () => {
  await keep()
  writeFileSync(join(folder, ASSETS_FOLDER, map, id), new Uint8Array([1, 2, 4]))
  const backup = join(folder, 'saved.db')
  backupTo(folder, backup)
  for (const { problems } of [verifyFolder(), verifyPictures(backup)])
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^picture map/${id}: is damaged; put the file`))])
})

test('[VP2] a picture of no map is said', async () => {
  await keep(gone)
  expect(verifyFolder()).toEqual({
    pictures: 2,
    problems: [`picture gone/${id}: belongs to no map; it can be deleted`],
  })
})

test('[VP3] a picture that a map shows but that is gone is said, beside the database and in a backup', async () => {
  await keep()
  rmSync(join(folder, ASSETS_FOLDER), { recursive: true })
  const backup = join(folder, 'saved.db')
  backupTo(folder, backup)
  const said = expect.stringMatching(new RegExp(`^picture map/${id}: is gone, but the map shows it; put the file`))
  for (const found of [verifyFolder(), verifyPictures(backup)]) expect(found).toEqual({ pictures: 0, problems: [said] })
})
