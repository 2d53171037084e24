import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { diffMaps } from '../diff/index.ts'
import type { BlockId, EpochMs } from '../schema/index.ts'
import { addBlock, linkBlocks, removeBlocks, setField, unlinkBlocks } from './commands/index.ts'
import { openMapDoc } from './map-doc.ts'
import { readMap } from './map-reader.ts'
import { framesIn, thingsTouched } from './touched.ts'
import { replaceText } from './write-text.ts'

const FRAME = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }
const NOW = 5 as EpochMs

/** What is touched while something is done, as the server finds it: from the updates alone, in a document of its own. */
function watched() {
  const map = openMapDoc(new Y.Doc())
  const there = new Y.Doc()
  const touched = new Set<string>()
  there.on('afterTransaction', ({ changed }) => {
    for (const [type, keys] of changed) for (const thing of thingsTouched(there, type, keys)) touched.add(thing)
  })
  map.doc.on('update', (update: Uint8Array) => {
    for (const thing of framesIn(Y.decodeUpdate(update).structs)) touched.add(thing)
    Y.applyUpdate(there, update)
  })
  return {
    map,
    whatIsTouchedBy(work: () => void): readonly string[] {
      touched.clear()
      work()
      return [...touched].toSorted()
    },
  }
}

describe('what a transaction touches', () => {
  it('TD1, TD2: has the names that a difference gives it', () => {
    const { map, whatIsTouchedBy } = watched()
    const a = 'a' as BlockId
    const b = 'b' as BlockId
    expect(whatIsTouchedBy(() => addBlock(map, { kind: 'value', frame: FRAME, statement: 'Fast' }, NOW, a))).toEqual([
      'a added',
      'a moved',
      'a reworded',
    ])
    addBlock(map, { kind: 'proof', frame: FRAME }, NOW, b)
    expect(whatIsTouchedBy(() => setField(map, a, 'gain', 'An hour'))).toEqual(['a field:gain'])
    expect(whatIsTouchedBy(() => replaceText(map, a, 'detail', 'More.'))).toEqual(['a detail'])
    expect(whatIsTouchedBy(() => map.meta.set('title', 'A map'))).toEqual([' title'])
    expect(whatIsTouchedBy(() => map.voices.set('sales', { name: 'Sales', order: 0 }))).toEqual([' voices'])
    const [linked] = whatIsTouchedBy(() => linkBlocks(map, b, a))
    const { links } = readMap(map).map
    expect(linked).toBe(` link:${links[0]!.id}`)
    expect(whatIsTouchedBy(() => unlinkBlocks(map, links))).toEqual([linked])
    expect(whatIsTouchedBy(() => removeBlocks(map, [a], NOW))).toEqual(['a added'])
  })

  it('TD1: a change of a block that a difference names was touched', () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const key = fc.constantFrom('status', 'owner', 'field:gain', 'field:need', 'tags', 'deletedAt', 'kind')
    const value = fc.constantFrom<unknown>('agreed', 'value', 'audience', 'Ruth', 3, ['x'])
    fc.assert(
      fc.property(fc.array(fc.tuple(id, key, value), { maxLength: 12 }), (writes) => {
        const { map, whatIsTouchedBy } = watched()
        for (const one of ['a', 'b', 'c']) addBlock(map, { kind: 'value', frame: FRAME }, NOW, one as BlockId)
        const before = readMap(map).map
        const touched = whatIsTouchedBy(() => {
          for (const [block, name, what] of writes) (map.blocks.get(block) as Y.Map<unknown>).set(name, what)
        })
        for (const { block, what } of diffMaps(before, readMap(map).map)) {
          // A kind that is none takes a block off the map, and what fields there are depends on it.
          const names = [what === 'gone' ? 'added' : what, 'kind']
          expect(names.some((name) => touched.includes(`${block} ${name}`))).toBe(true)
        }
      }),
    )
  })

  it('TD3: nothing that a peer writes under our names is too strange for it', () => {
    const { map, whatIsTouchedBy } = watched()
    const touched = whatIsTouchedBy(() => {
      map.doc.getMap('text:').set('x', 1)
      map.doc.getArray('text:a').push([1])
      map.blocks.set('a', 7)
      map.blocks.set('b', new Y.Array())
      ;(map.blocks.get('b') as Y.Array<unknown>).push([new Y.Map([['status', 'agreed']])])
      map.frames.push([null, 'x', { key: 3, val: [1, 2, 3, 4, 5, 6] }, { key: 'a', val: 'x' }])
      map.meta.set('schema', 9)
    })
    expect(touched).toEqual(expect.arrayContaining(['a added', 'b added']))
  })
})
