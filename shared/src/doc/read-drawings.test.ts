import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../schema/index.ts'
import { openMapDoc, readDrawings } from './index.ts'

const here = '/here.png'
const geo = { type: 'geo', props: {} }
const read = (entries: readonly unknown[]) => {
  const { drawing } = openMapDoc(new Y.Doc())
  drawing.push([...entries])
  return readDrawings(drawing, (src) => src === here)
}

test('what is drawn is read, what was taken away is nothing', () => {
  const image = { type: 'image', props: {}, picture: { src: here } }
  const { sound, unread, ignored } = read([
    { key: 'shape:a', val: geo },
    { key: 'shape:b', val: image },
    { key: 'shape:c', val: null },
  ])
  expect([[...sound.keys()], unread, ignored]).toEqual([['shape:a', 'shape:b'], 0, []])
})

test('[RD2] each thing that is no drawing is said by its place, without its words', () => {
  const { sound, unread, ignored } = read([
    null,
    { key: 'secret words', val: geo },
    { key: 'shape:block-a', val: geo },
    { key: 'shape:link-a', val: geo },
    { key: 'shape:five', val: 5 },
    { key: 'shape:film', val: { type: 'video', props: {} } },
    { key: 'shape:bare', val: { type: 'geo', props: [] } },
    { key: 'shape:far', val: { type: 'image', props: {}, picture: { src: 'https://elsewhere.example/x.png' } } },
  ])
  expect([sound.size, unread]).toEqual([0, 8])
  expect(ignored.map(({ path, problem }) => `${path}: ${problem}`)).toEqual([
    'drawing: a key is no name of a shape',
    'drawing: entries are no keyed items',
    'drawing/shape:bare: has no props',
    'drawing/shape:block-a: its key is that of a card or a link',
    'drawing/shape:far: its picture is none of this map',
    'drawing/shape:film: its type is none that people draw',
    'drawing/shape:five: is no record',
    'drawing/shape:link-a: its key is that of a card or a link',
  ])
})

test('[RD1] no more than the limit is kept', () => {
  const { sound, unread, ignored } = read(
    Array.from({ length: LIMITS.drawingRecords + 2 }, (_, n) => ({ key: `shape:${n}`, val: geo })),
  )
  expect([sound.size, unread]).toEqual([LIMITS.drawingRecords, 2])
  expect(ignored[0]).toEqual({ path: 'drawing', problem: `more than ${LIMITS.drawingRecords} records` })
})

test('[RD1] whatever is pushed, every entry is sound or left out', () => {
  const anyPart = fc.constantFrom<unknown>(null, 0, '', 'geo', 'image', 'video', [], {}, { src: here }, { src: 5 })
  const someOf = { requiredKeys: [] as never[], noNullPrototype: true }
  const anyRecord = fc.record({ type: anyPart, props: anyPart, picture: anyPart }, someOf)
  const anyKey = fc.oneof(fc.constantFrom<unknown>('shape:a', 'shape:b', 'shape:block-a', 'x'), anyPart)
  const anyEntry = fc.oneof(anyPart, fc.record({ key: anyKey, val: fc.oneof(anyPart, anyRecord) }, someOf))
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 8 }), (entries) => {
      const { sound, unread, ignored } = read(entries)
      expect(ignored.length > 0).toBe(unread > 0)
      for (const value of sound.values()) expect(value).toMatchObject({ type: expect.any(String) })
    }),
  )
})
