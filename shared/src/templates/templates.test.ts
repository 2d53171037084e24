import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { composeBrief, renderMarkdown } from '../brief/index.ts'
import { beginMap, openMapDoc, placeContent, readMap, setStatement } from '../doc/index.ts'
import { contentOfNewMap } from '../landing/index.ts'
import { importMapFile } from '../map-file/index.ts'
import { blocksOf, ID_PATTERN, LIMITS, linkedTo, type BlockId, type EpochMs } from '../schema/index.ts'
import { guidanceFor, TEMPLATE_IDS, TEMPLATES, templateMap } from './index.ts'

const NOW = 0 as EpochMs

function made(id: string) {
  const map = openMapDoc(new Y.Doc())
  const imported = importMapFile(templateMap(id), 'make')
  expect(imported.report).toEqual([])
  beginMap(map, imported, 'made')
  placeContent(map, contentOfNewMap(imported, NOW), NOW)
  return map
}

test('the ids that are offered are those of the templates', () => {
  expect(TEMPLATES.map(({ id }) => id)).toEqual([...TEMPLATE_IDS])
  expect(templateMap('none')).toBeNull()
})

describe.each([...TEMPLATE_IDS])('%s', (id) => {
  test('asks a question of every block, says nothing itself, and links each value to why and for whom', () => {
    const { map } = readMap(made(id))
    expect(map.blocks.size).toBeGreaterThan(6)
    for (const block of map.blocks.values()) {
      expect(block.id).toMatch(ID_PATTERN)
      expect([block.statement, block.detail]).toEqual(['', ''])
      const asks = guidanceFor(block.id)?.asks ?? ''
      expect(asks).toMatch(/^.{10,90}\?$/)
      expect(guidanceFor(block.id)?.hint.length).toBeLessThan(LIMITS.fieldLength)
    }
    for (const value of blocksOf(map, 'value')) expect(linkedTo(map, value.id, 'audience')).not.toEqual([])
  })

  test('no guidance lands in the brief, not even beside what is written', () => {
    const doc = made(id)
    const [first] = readMap(doc).map.blocks.keys()
    setStatement(doc, first as BlockId, 'Something of our own')
    const brief = composeBrief(readMap(doc).map, { revision: 1, asOf: NOW })
    if (!brief.ok) throw new Error('a map has a brief')
    const text = renderMarkdown(brief.value)
    expect(text).toContain('Something of our own')
    for (const block of readMap(doc).map.blocks.keys()) {
      const { asks = '-', hint = '-' } = guidanceFor(block) ?? {}
      expect(text).not.toContain(asks)
      expect(text).not.toContain(hint)
    }
  })
})
