import { expect, test } from 'vitest'
import type { MapId } from '../../schema/index.ts'
import { assetPath, isAssetId, pictureTypeOf, readAssetPath, type AssetId } from './assets.ts'

const map = 'm1' as MapId
const id = `${'0a'.repeat(32)}.png` as AssetId

test('an address reads back as the picture it was made of, on its own map only', () => {
  expect(readAssetPath(map, assetPath(map, id))).toBe(id)
  expect(readAssetPath('m2' as MapId, assetPath(map, id))).toBeNull()
  expect(pictureTypeOf(id)).toBe('image/png')
})

test('every other address is nothing', () => {
  for (const path of [
    null,
    5,
    '',
    id,
    `https://elsewhere.example/api/maps/m1/assets/${id}`,
    `//elsewhere.example/api/maps/m1/assets/${id}`,
    `/api/maps/m1/assets/../assets/${id}`,
    `/api/maps/m1/assets/${id}?x`,
    `/api/maps/m1/assets/${id}#x`,
    ` /api/maps/m1/assets/${id}`,
    `/api/maps/m1/assets/${id}\n`,
    `/api/maps/m1/assets/${id.toUpperCase()}`,
    '/api/maps/m1/assets/',
    'data:image/png;base64,AAAA',
  ])
    expect([path, readAssetPath(map, path)]).toEqual([path, null])
})

test('an id is a sum and a known ending', () => {
  expect(isAssetId(id)).toBe(true)
  for (const other of ['x.png', `${'0a'.repeat(32)}.svg`, `${'0a'.repeat(32)}`, '../../etc/passwd', null])
    expect(isAssetId(other)).toBe(false)
})
