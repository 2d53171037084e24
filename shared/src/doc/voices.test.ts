import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_VOICES, type BlockId, type EpochMs, type VoiceId } from '../schema/index.ts'
import {
  addBlock,
  addVoice,
  moveVoice,
  openMapDoc,
  readMap,
  removeVoice,
  renameVoice,
  setTelling,
  setVoices,
  type MapDoc,
} from './index.ts'

const FRAME = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }
const BLOCK = 'block' as BlockId
const SALES = 'sales' as VoiceId

function mapWithVoices(): MapDoc {
  const map = openMapDoc(new Y.Doc())
  setVoices(map, DEFAULT_VOICES)
  addBlock(map, { kind: 'value', frame: FRAME }, 0 as EpochMs, BLOCK)
  return map
}

function copyOf({ doc }: MapDoc): MapDoc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return openMapDoc(copy)
}

function meet(a: MapDoc, b: MapDoc): void {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
}

const names = (map: MapDoc) => readMap(map).map.voices.map(({ name }) => name)

test('a voice that is taken away keeps its tellings, and one of that name brings them back', () => {
  const map = mapWithVoices()
  renameVoice(map, SALES, 'Field')
  setTelling(map, BLOCK, SALES, 'Your insurer likes it')
  removeVoice(map, SALES)
  expect(readMap(map).map.blocks.get(BLOCK)?.tellings.size).toBe(0)
  expect(addVoice(map, 'field', 'another')).toEqual({ ok: true, value: SALES })
  expect(readMap(map).map.blocks.get(BLOCK)?.tellings.get(SALES)).toBe('Your insurer likes it')
  expect(names(map).at(-1)).toBe('field')
})

test('two people who each do something to another voice both have it', () => {
  const ana = mapWithVoices()
  const ben = copyOf(ana)
  renameVoice(ana, SALES, 'Field')
  addVoice(ana, 'Support', 'support')
  removeVoice(ben, 'marketing' as VoiceId)
  addVoice(ben, 'Partners', 'partners')
  meet(ana, ben)
  expect(names(ana)).toEqual(names(ben))
  expect(names(ana).toSorted()).toEqual(['Customer', 'Field', 'Leadership', 'Partners', 'Product', 'Support'])
})

test('a voice moves one place, also where two were given the same', () => {
  const ana = mapWithVoices()
  const ben = copyOf(ana)
  addVoice(ana, 'Support', 'support')
  addVoice(ben, 'Partners', 'partners')
  meet(ana, ben)
  moveVoice(ana, 'support' as VoiceId, -1)
  expect(names(ana)).toEqual(['Leadership', 'Product', 'Marketing', 'Sales', 'Customer', 'Support', 'Partners'])
  moveVoice(ana, 'leadership' as VoiceId, -1)
  moveVoice(ana, 'partners' as VoiceId, 1)
  moveVoice(ana, 'leadership' as VoiceId, 1)
  expect(names(ana).slice(0, 2)).toEqual(['Product', 'Leadership'])
})

test('a name that says nothing or is taken is refused, and nothing is written', () => {
  const map = mapWithVoices()
  const before = Y.encodeStateVector(map.doc)
  expect(addVoice(map, '  ', 'x')).toEqual({ ok: false, why: 'no-name' })
  expect(addVoice(map, 'SALES', 'x')).toEqual({ ok: false, why: 'name-taken' })
  expect(renameVoice(map, SALES, 'Product')).toEqual({ ok: false, why: 'name-taken' })
  expect(Y.encodeStateVector(map.doc)).toEqual(before)
})
