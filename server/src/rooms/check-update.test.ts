import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from './check-update.ts'

/** Infinity, as lib0 reads 148 bytes; 1e40, as it reads 20. */
const ENDLESS = [...Array.from({ length: 147 }, () => 0x80), 1]
const HUGE = [...Array.from({ length: 19 }, () => 0x80), 1]
const NO_DELETES = [0]

test('[CU1] takes whatever Yjs itself writes', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getMap('blocks').set('one', new Y.Map([['kind', 'value']]))
  const text = new Y.XmlText('said')
  doc.getXmlFragment('text').insert(0, [text])
  text.insert(2, 'lov')
  text.delete(0, 3)
  doc.getArray('frames').push([1, null, { deep: [{}] }, new Uint8Array(3)])
  for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates.slice(2))])
    expect(() => checkUpdate(update)).not.toThrow()
})

test.each(
  [ENDLESS, HUGE].flatMap(
    (number) =>
      [
        ['a length', [1, 1, 9, 0, 0, ...number, ...NO_DELETES]],
        ['a gap', [1, 1, 9, 0, 10, ...number, ...NO_DELETES]],
        ['a client', [1, 1, ...number, 0, 0, 1, ...NO_DELETES]],
        ['a clock', [1, 1, 9, ...number, 0, 1, ...NO_DELETES]],
        ['a count of structs', [1, ...number, 9, 0]],
        ['a neighbour', [1, 1, 9, 0, 0x84, 9, ...number, 1, 97, ...NO_DELETES]],
        ['a parent', [1, 1, 9, 0, 0x04, 0, 9, ...number, 1, 97, ...NO_DELETES]],
        ['a deleted client', [0, 1, ...number, 1, 0, 1]],
        ['a deletion', [0, 1, 9, 1, 0, ...number]],
      ] as const,
  ),
)('[CU2] refuses %s that nobody can count to', (_what, bytes) => {
  expect(() => checkUpdate(new Uint8Array(bytes))).toThrow(
    /numbers that no client|end of array|out of Range|array length/i,
  )
})
