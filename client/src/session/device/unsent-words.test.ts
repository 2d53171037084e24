import { expect, test } from 'vitest'
import {
  addBlock,
  openMapDoc,
  removeBlocks,
  setDetail,
  setField,
  setStatement,
  setTitle,
} from '@throughline/shared/doc'
import type { BlockId, EpochMs } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { unsentText } from '../../text/unsent.ts'
import { unsentWords } from './unsent-words.ts'

const NOW = 1 as EpochMs

/** A map with two values, and what is done to it afterwards as the updates of one who is offline. */
function offline(change: (map: ReturnType<typeof openMapDoc>, first: BlockId, second: BlockId) => void) {
  const doc = new Y.Doc()
  const map = openMapDoc(doc)
  const frame = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }
  const ids = ['one', 'two'].map((name) => {
    addBlock(map, { kind: 'value', frame, statement: `Statement ${name}` }, NOW, name as BlockId)
    return name as BlockId
  })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change(map, ids[0]!, ids[1]!)
  return unsentWords(doc, updates)
}

test('only what was touched comes back, whole, with the names people know', () => {
  const words = offline((map, first) => {
    setStatement(map, first, 'Reworded on the train')
    setField(map, first, 'gain', 'An hour a day')
  })
  expect(unsentText([words])).toBe('Value\nGain: An hour a day\nStatement: Reworded on the train')
})

test('a deletion inside a text brings the text as it is now', () => {
  const words = offline((map, _first, second) => setStatement(map, second, 'Statement'))
  expect(words.blocks.map(({ block, touched }) => [block.id, touched])).toEqual([['two', ['statement']]])
  expect(unsentText([words])).toBe('Value\nStatement: Statement')
})

test('title and detail come too; what was removed leaves no words', () => {
  const words = offline((map, first, second) => {
    setTitle(map, 'Vardeholm')
    setDetail(map, first, 'Two\nparagraphs')
    removeBlocks(map, [second], NOW)
  })
  expect(unsentText([words])).toBe('Title: Vardeholm\n\nValue\nDetail: Two\nparagraphs')
})
