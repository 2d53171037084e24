import type { MapId } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { assetOf, pictureOf, readPicture, readPictureFields } from './picture.ts'

const map = 'm1' as MapId
const src = `/api/maps/m1/assets/${'0a'.repeat(32)}.gif`
const picture = { src, w: 60, h: 40 }

test('a picture becomes an asset and comes back from it', () => {
  expect(assetOf(picture).props).toMatchObject({ src, mimeType: 'image/gif', isAnimated: true })
  expect(pictureOf(map, assetOf(picture))).toEqual(picture)
  expect(pictureOf('m2' as MapId, assetOf(picture))).toBeNull()
  expect(pictureOf(map, undefined)).toBeNull()
})

test('[PI1] what is no picture of this map is nothing, and odd measures become sound ones', () => {
  for (const value of [
    null,
    5,
    [],
    {},
    { src: 'data:image/png;base64,AA' },
    { src: `https://elsewhere.example${src}` },
  ])
    expect(readPicture(map, value)).toBeNull()
  expect(readPicture(map, { src, w: Number.NaN, h: 1e300 })).toEqual({ src, w: 100, h: 16_384 })
})

test('a shape keeps only sound fields, and no address but the picture’s', () => {
  const fields = readPictureFields(
    {
      w: 0,
      h: -5,
      url: 'https://elsewhere.example/',
      assetId: 'asset:theirs',
      crop: { topLeft: 5 },
      altText: {},
      x: 1,
    },
    picture,
  )
  expect(fields).toEqual({
    w: 1,
    h: 1,
    playing: true,
    url: '',
    assetId: assetOf(picture).id,
    crop: null,
    flipX: false,
    flipY: false,
    altText: '',
  })
})

test('a crop is kept where it shows something', () => {
  const crop = (x: number) => ({ topLeft: { x: 0.25, y: 0 }, bottomRight: { x, y: 2 } })
  const read = (x: number) => readPictureFields({ crop: crop(x) }, picture)['crop']
  expect(read(0.75)).toEqual({ topLeft: { x: 0.25, y: 0 }, bottomRight: { x: 0.75, y: 1 } })
  expect(read(0.25)).toBeNull()
  expect(read(Number.NaN)).toBeNull()
})
