import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anyMap } from '../../test/index.ts'
import { diffMaps } from '../diff/index.ts'
import { exportMapFile } from '../map-file/index.ts'
import { NOTHING_DECIDED, type BlockId, type EpochMs, type PositioningMap } from '../schema/index.ts'
import { addBlock, beginMap, removeBlocks, setStatement, writeChanges } from './commands/index.ts'
import { openMapDoc, textFragment, type MapDoc } from './map-doc.ts'
import { readMap } from './map-reader.ts'

const NOW = 5 as EpochMs
const EMPTY: PositioningMap = {
  title: '',
  subject: '',
  voices: [],
  blocks: new Map(),
  links: [],
  brief: NOTHING_DECIDED,
}
const FRAME = { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' }

function takeTo(doc: MapDoc, wanted: PositioningMap): void {
  writeChanges(doc, diffMaps(readMap(doc).map, wanted), NOW)
}

function twoPeers(): readonly [MapDoc, MapDoc, () => void] {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  const meet = () => {
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  }
  return [openMapDoc(a), openMapDoc(b), meet]
}

describe('changes written into a document', () => {
  it('takes it from any state to any other, and back', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (one, other) => {
        const doc = openMapDoc(new Y.Doc())
        for (const wanted of [one, other, EMPTY, one]) {
          takeTo(doc, wanted)
          expect(exportMapFile(readMap(doc).map)).toEqual(exportMapFile(wanted))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is one undo', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (one, other) => {
        const doc = openMapDoc(new Y.Doc())
        takeTo(doc, one)
        const undo = new Y.UndoManager(doc.doc, { captureTimeout: 0 })
        writeChanges(doc, diffMaps(one, other), NOW, null)
        undo.undo()
        expect(exportMapFile(readMap(doc).map)).toEqual(exportMapFile(one))
      }),
      { numRuns: 100 },
    )
  })

  it('leaves the letters that somebody writes into the same statement meanwhile', () => {
    const [ana, ben, meet] = twoPeers()
    beginMap(ana, { title: 'Two', subject: '', voices: [] }, null)
    const id = addBlock(ana, { kind: 'value', frame: FRAME, statement: 'A person answers the alarm.' }, NOW)
    meet()
    const text = textFragment(ben, id, 'statement')?.get(0)
    const letters = (text as Y.XmlElement).get(0) as Y.XmlText
    letters.insert('A person'.length, ' always')
    setStatement(ana, id, 'A person answers the first alarm.')
    meet()
    expect(readMap(ana).map.blocks.get(id)?.statement).toBe('A person always answers the first alarm.')
  })

  it('rewrites letters of two halves whole', () => {
    const doc = openMapDoc(new Y.Doc())
    const id = addBlock(doc, { kind: 'value', frame: FRAME, statement: 'For 👩🏽‍🚒 and 𝕄.' }, NOW)
    setStatement(doc, id, 'For 👩🏽‍🚀 and 𝕅.')
    expect(readMap(doc).map.blocks.get(id)?.statement).toBe('For 👩🏽‍🚀 and 𝕅.')
  })

  it('brings a deleted block back as itself', () => {
    const doc = openMapDoc(new Y.Doc())
    const id = addBlock(doc, { kind: 'proof', frame: FRAME, statement: 'Nine of ten.' }, NOW)
    const before = readMap(doc).map
    const shared = doc.blocks.get(id)
    removeBlocks(doc, [id as BlockId], NOW)
    takeTo(doc, before)
    expect(readMap(doc).map.blocks.get(id)?.statement).toBe('Nine of ten.')
    expect(doc.blocks.get(id)).toBe(shared)
  })
})
