/** Every text, list and measure of a map at its limit: as long as that is kept as it is; one more is cut, the same by
 * the reader of a document and by the importer, who reports it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openMapDoc, readMap, type MapDoc } from '../doc/index.ts'
import { LIMITS, type Block, type BlockId } from '../schema/index.ts'
import { importMapFile } from './index.ts'

const words = (length: number) => 'x'.repeat(length)
const ID = 'a' as BlockId

function written(write: (map: MapDoc, block: Y.Map<unknown>) => void) {
  const map = openMapDoc(new Y.Doc())
  const block = new Y.Map<unknown>([['kind', 'value']])
  map.blocks.set(ID, block)
  write(map, block)
  return readMap(map).map
}

function imported(block: object, about: object = {}) {
  const file = { format: 'throughline-map', version: 1, blocks: [{ id: ID, kind: 'value', statement: 'A', ...block }] }
  return importMapFile({ ...file, ...about }, 'make')
}

function say(map: MapDoc, name: string, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  map.doc.getXmlFragment(`text:${ID}:${name}`).insert(0, [paragraph])
}

const TEXTS: readonly (readonly [
  what: string,
  limit: number,
  write: (map: MapDoc, block: Y.Map<unknown>, text: string) => void,
  file: (text: string) => readonly [block: object, about?: object],
  read: (block: Pick<Block, 'statement' | 'detail' | 'fields' | 'owner' | 'tags'> | undefined) => string | undefined,
])[] = [
  [
    'statement',
    LIMITS.statementLength,
    (map, _, text) => say(map, 'statement', text),
    (statement) => [{ statement }],
    (block) => block?.statement,
  ],
  [
    'detail',
    LIMITS.detailLength,
    (map, _, text) => say(map, 'detail', text),
    (detail) => [{ detail }],
    (block) => block?.detail,
  ],
  [
    'field',
    LIMITS.fieldLength,
    (_, block, text) => block.set('field:gain', text),
    (gain) => [{ fields: { gain } }],
    (block) => block?.fields.gain,
  ],
  [
    'owner',
    LIMITS.nameLength,
    (_, block, text) => block.set('owner', text),
    (owner) => [{ owner }],
    (block) => block?.owner,
  ],
  [
    'tag',
    LIMITS.tagLength,
    (_, block, text) => block.set('tags', [text]),
    (tag) => [{ tags: [tag] }],
    (block) => block?.tags[0],
  ],
]

test.each(TEXTS)('a %s', (_what, limit, write, file, read) => {
  for (const [length, kept] of [
    [limit, limit],
    [limit + 1, limit],
  ] as const) {
    const map = written((doc, block) => write(doc, block, words(length)))
    expect(read(map.blocks.get(ID))).toBe(words(kept))
    const { blocks, report } = imported(...file(words(length)))
    expect(read(blocks[0])).toBe(words(kept))
    expect(report).toHaveLength(length === kept ? 0 : 1)
  }
})

test('a title, a subject and the name of a voice', () => {
  for (const extra of [0, 1]) {
    const [title, name] = [words(LIMITS.titleLength + extra), words(LIMITS.nameLength + extra)]
    const map = written(({ meta, voices }) => {
      meta.set('title', title)
      meta.set('subject', title)
      voices.set('v', { name, order: 0 })
    })
    const file = imported({}, { title, subject: title, voices: [{ id: 'v', name }] })
    for (const read of [map, file]) {
      expect([read.title, read.subject]).toEqual([words(LIMITS.titleLength), words(LIMITS.titleLength)])
      expect(read.voices.find(({ id }) => id === 'v')?.name).toBe(words(LIMITS.nameLength))
    }
    expect(file.report).toHaveLength(extra * 3)
  }
})

test('tags', () => {
  for (const extra of [0, 1]) {
    const tags = Array.from({ length: LIMITS.tags + extra }, (_, n) => `t${n}`)
    expect(written((_, block) => block.set('tags', tags)).blocks.get(ID)?.tags).toEqual(tags.slice(0, LIMITS.tags))
    const { blocks, report } = imported({ tags })
    expect(blocks[0]?.tags).toEqual(tags.slice(0, LIMITS.tags))
    expect(report).toHaveLength(extra)
  }
})

test('places and sizes', () => {
  for (const extra of [0, 1]) {
    const frame = {
      x: LIMITS.coordinate + extra,
      y: -LIMITS.coordinate - extra,
      w: LIMITS.cardSide + extra,
      h: LIMITS.cardSide + extra,
    }
    const kept = { x: LIMITS.coordinate, y: -LIMITS.coordinate, w: LIMITS.cardSide, h: LIMITS.cardSide }
    const map = written(({ frames }) => frames.push([{ key: ID, val: [frame.x, frame.y, frame.w, frame.h, 'a1', ''] }]))
    expect(map.blocks.get(ID)?.frame).toMatchObject(kept)
    const { blocks, report } = imported({ frame })
    expect(blocks[0]?.frame).toMatchObject(kept)
    expect(report.length > 0).toBe(extra === 1)
  }
})
