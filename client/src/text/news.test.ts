import { buildMap } from '@throughline/shared/test'
import { diffMaps } from '@throughline/shared/diff'
import type { PositioningMap } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { sayNews } from './news.ts'

const BEFORE = buildMap({
  why: { kind: 'purpose', statement: 'Keep it cold.', to: ['worth'] },
  worth: { kind: 'value', statement: 'You sleep.' },
  held: { kind: 'proof', statement: '', to: ['worth'] },
})

const tell = (after: PositioningMap, who: readonly string[] = ['Ben']) =>
  sayNews({ who, changes: diffMaps(BEFORE, after), before: BEFORE, after })

/** The map with some blocks changed, left out (null), or new. */
function changed(edits: Readonly<Record<string, object | null>>): PositioningMap {
  const blocks = new Map([...BEFORE.blocks])
  for (const [id, edit] of Object.entries(edits)) {
    const block = [...BEFORE.blocks.values()].find((one) => one.id === id) ?? [...BEFORE.blocks.values()][0]!
    if (edit === null) blocks.delete(block.id)
    else blocks.set(id as typeof block.id, { ...block, ...edit })
  }
  const links = BEFORE.links.filter(({ from, to }) => blocks.has(from) && blocks.has(to))
  return { ...BEFORE, blocks, links }
}

test('says who did what, with the words that the block has now', () => {
  expect(tell(changed({ worth: { statement: 'You sleep well.' } }))).toBe('Ben reworded the value “You sleep well.”.')
  expect(tell(changed({ held: { statement: '1,740 nights' } }))).toBe('Ben reworded the proof “1,740 nights”.')
  expect(tell(changed({ worth: { status: 'agreed' } }))).toBe('Ben marked the value “You sleep.” as agreed.')
  expect(tell(changed({ worth: { owner: 'Ruth' } }))).toBe('Ben changed what the value “You sleep.” holds.')
})

test('a block that goes takes its links along without a word', () => {
  expect(tell(changed({ worth: null }))).toBe('Ben removed the value “You sleep.”.')
})

test('several people are named together, nobody is Somebody, and many changes are counted', () => {
  const one = changed({ worth: { statement: 'Rest.' } })
  expect(tell(one, ['Ben', 'Cleo'])).toBe('Ben and Cleo reworded the value “Rest.”.')
  expect(tell(one, [])).toBe('Somebody reworded the value “Rest.”.')
  const all = { statement: 'New', owner: 'Ruth' }
  expect(tell(changed({ why: all, worth: all, held: all }))).toBe('Ben changed three blocks.')
})

test('where cards lie is no news', () => {
  const frame = { x: 1, y: 2, w: 280, h: 160, index: 'a1', parentId: '' }
  expect(tell(changed({ worth: { frame } }))).toBe('')
})
