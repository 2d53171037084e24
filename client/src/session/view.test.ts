import { expect, test } from 'vitest'
import type { BlockId } from '@throughline/shared/schema'
import { FIRST_VIEW, withPart, type View } from './view.ts'

const VIEW: View = { ...FIRST_VIEW, selected: ['a' as BlockId] }

test('a zoom leaves what is selected the same object, so that only what shows the zoom is rendered', () => {
  const after = withPart(VIEW, { tool: 'select', zoom: 0.5, selected: ['a' as BlockId] })
  expect(after).toEqual({ ...VIEW, zoom: 0.5 })
  expect(after.selected).toBe(VIEW.selected)
})

test('what is no news is the same view', () => {
  expect(withPart(VIEW, { zoom: 1, selected: ['a' as BlockId] })).toBe(VIEW)
})

test('what has changed is there', () => {
  expect(withPart(VIEW, { selected: [], tracing: 'b' as BlockId })).toEqual({ ...VIEW, selected: [], tracing: 'b' })
})
