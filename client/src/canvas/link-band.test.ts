import { isIndexKey, newLinkId, type LinkId } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { ABOVE_LINKS, linkIndex } from './link-band.ts'

test('every link has a valid index of its own below the first key above the band', () => {
  const keys = Array.from({ length: 2_000 }, () => linkIndex(newLinkId()))
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every((key) => isIndexKey(key) && key < ABOVE_LINKS)).toBe(true)
  expect(isIndexKey(ABOVE_LINKS) && ABOVE_LINKS < 'Z0').toBe(true)
})

test('ids that start alike do not share an index', () => {
  expect(linkIndex('link-from-value-1' as LinkId)).not.toBe(linkIndex('link-from-value-2' as LinkId))
})
