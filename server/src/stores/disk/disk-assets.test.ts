import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { AssetId } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { openDiskAssets, storageError } from './disk-assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-assets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const map = 'm' as MapId
const id = `${'a'.repeat(64)}.png` as AssetId

test('[AS1] what was added is there for the next process, and what was half written is not', async () => {
  const own = join(folder, 'restart')
  await (await openDiskAssets(own)).add(map, id, new Uint8Array([1]), { count: 1, bytes: 9 })
  writeFileSync(join(own, '.incoming', 'half'), 'x')
  const again = await openDiskAssets(own)
  expect((await again.find(map, id))?.size).toBe(1)
  expect(readdirSync(join(own, '.incoming'))).toEqual([])
})

test('[AS3] [AS6] a refused or failed picture leaves nothing behind', async () => {
  const own = join(folder, 'refused')
  const assets = await openDiskAssets(own)
  await expect(assets.add(map, id, new Uint8Array(5), { count: 1, bytes: 4 })).rejects.toMatchObject({
    kind: 'too-large',
  })
  // Its name is taken by a folder, so that renaming fails after the writing.
  const other = `${'b'.repeat(64)}.png` as AssetId
  rmSync(join(own, '.incoming'), { recursive: true })
  writeFileSync(join(own, '.incoming'), '')
  await expect(assets.add(map, other, new Uint8Array(5), { count: 9, bytes: 99 })).rejects.toMatchObject({
    kind: 'storage-unavailable',
  })
  expect(readdirSync(join(own, map))).toEqual([])
})

test('[AS6] a full disk is told from one out of reach', () => {
  const kindOf = (code: string) => storageError(Object.assign(new Error(code), { code })).kind
  expect(['ENOSPC', 'EDQUOT', 'EIO', 'EACCES'].map(kindOf)).toEqual([
    'storage-full',
    'storage-full',
    'storage-unavailable',
    'storage-unavailable',
  ])
})

test('a folder that cannot be used stops the start in plain words', async () => {
  const own = join(folder, 'no-folder')
  mkdirSync(own)
  writeFileSync(join(own, 'file'), '')
  await expect(openDiskAssets(join(own, 'file', 'assets'))).rejects.toMatchObject({ kind: 'storage-unavailable' })
})
