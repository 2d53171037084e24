import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Peers, threeBlocks, typeInto } from '../../test/index.ts'
import { invariant } from '../base/index.ts'
import type { Block, BlockId, EpochMs, LinkId, VoiceId } from '../schema/index.ts'
import {
  addBlock,
  addContent,
  EDIT,
  linkBlocks,
  moveBlocks,
  readMap,
  removeBlocks,
  setStatus,
  unlinkBlocks,
  type MapDoc,
} from './index.ts'

const NOW = 1_000 as EpochMs
const FRAME = { x: 7, y: 7, w: 280, h: 160, index: 'a1', parentId: '' }
const [PURPOSE, VALUE] = ['start-0', 'start-1'] as [BlockId, BlockId]
const NEW = 'new' as BlockId

/** Ana, who undoes, and Ben. */
function two() {
  const peers = new Peers(2)
  peers.startTogether(threeBlocks)
  const [ana, ben] = [peers.peer(0), peers.peer(1)]
  const undo = new Y.UndoManager(ana.doc, { trackedOrigins: new Set([EDIT]), captureTimeout: 0 })
  return { peers, ana, ben, undo }
}

/** What both see of a block when everything has arrived. */
function seen({ peers, ana, ben }: { peers: Peers; ana: MapDoc; ben: MapDoc }, id: BlockId): Block | undefined {
  peers.deliverAll()
  const { map } = readMap(ana)
  invariant(isDeepStrictEqual(readMap(ben).map, map), 'both see the same')
  return map.blocks.get(id)
}

describe('undo is mine alone', () => {
  test('of adding: the block goes, and redo brings it back with what a peer typed into it', () => {
    const all = two()
    addBlock(all.ana, { kind: 'value', frame: FRAME, statement: 'Fast' }, NOW, NEW)
    all.peers.deliverAll()
    typeInto(all.ben, NEW, 4, ' and calm')
    all.peers.deliverAll()
    all.undo.undo()
    expect(seen(all, NEW)).toBeUndefined()
    all.undo.redo()
    expect(seen(all, NEW)).toMatchObject({ statement: 'Fast and calm', frame: FRAME })
  })

  test('of what was imported: one undo takes blocks and links, and redo brings a peer’s words back with them', () => {
    const all = two()
    const empty = {
      status: 'draft',
      owner: '',
      tags: [],
      fields: {},
      tellings: new Map(),
      agreed: null,
      detail: '',
    } as const
    const blocks = [NEW, 'new-2' as BlockId].map((id) => ({
      ...empty,
      id,
      kind: 'value' as const,
      statement: 'Calm',
      frame: FRAME,
    }))
    const links = [{ from: PURPOSE, to: NEW }]
    const voices = [{ id: 'press' as VoiceId, name: 'Press' }]
    all.undo.captureTimeout = 1_000
    addContent(all.ana, { blocks, links, voices }, NOW)
    expect(seen(all, NEW)?.statement).toBe('Calm')
    typeInto(all.ben, NEW, 4, ' nights')
    all.peers.deliverAll()
    all.undo.undo()
    expect(seen(all, NEW)).toBeUndefined()
    expect(readMap(all.ben).map).toMatchObject({ links: [], blocks: { size: 3 } })
    all.undo.redo()
    expect(seen(all, NEW)).toMatchObject({ statement: 'Calm nights' })
    expect(readMap(all.ben).map).toMatchObject({ links: [{ from: PURPOSE, to: NEW }], blocks: { size: 5 } })
  })

  test('of adding: one undo takes one block', () => {
    const all = two()
    addBlock(all.ana, { kind: 'value', frame: FRAME }, NOW, NEW)
    all.undo.undo()
    expect(all.undo.undoStack).toHaveLength(0)
    expect(seen(all, NEW)).toBeUndefined()
    expect(seen(all, VALUE)).toMatchObject({ statement: 'a first value' })
  })

  test('of removing: the block is back, with what a peer typed and linked meanwhile', () => {
    const all = two()
    removeBlocks(all.ana, [VALUE], NOW)
    typeInto(all.ben, VALUE, 0, 'Still ')
    linkBlocks(all.ben, PURPOSE, VALUE, 'l' as LinkId)
    expect(seen(all, VALUE)).toBeUndefined()
    expect(readMap(all.ana).map.links).toEqual([])
    all.undo.undo()
    expect(seen(all, VALUE)).toMatchObject({ statement: 'Still a first value' })
    expect(readMap(all.ben).map.links).toEqual([{ id: 'l', from: PURPOSE, to: VALUE, relation: 'drives' }])
  })

  test('of moving: back where it was, unless a peer has moved it since', () => {
    const all = two()
    moveBlocks(all.ana, new Map([[VALUE, FRAME]]))
    all.undo.undo()
    expect(seen(all, VALUE)).toMatchObject({ frame: { ...FRAME, x: 100, y: 10 } })
    all.undo.redo()
    expect(seen(all, VALUE)).toMatchObject({ frame: FRAME })
    moveBlocks(all.ben, new Map([[VALUE, { ...FRAME, x: 900 }]]))
    all.peers.deliverAll()
    all.undo.undo()
    expect(seen(all, VALUE)).toMatchObject({ frame: { ...FRAME, x: 900 } })
  })

  test('of moving one block: another that a peer has moved stays where it is', () => {
    const all = two()
    moveBlocks(all.ana, new Map([[VALUE, FRAME]]))
    moveBlocks(all.ben, new Map([[PURPOSE, { ...FRAME, y: 900 }]]))
    all.peers.deliverAll()
    all.undo.undo()
    expect(seen(all, PURPOSE)).toMatchObject({ frame: { ...FRAME, y: 900 } })
  })

  test('of linking and unlinking: the other link of a peer stays', () => {
    const all = two()
    linkBlocks(all.ana, PURPOSE, VALUE, 'ana' as LinkId)
    linkBlocks(all.ben, VALUE, PURPOSE, 'ben' as LinkId)
    all.peers.deliverAll()
    expect(readMap(all.ana).map.links).toHaveLength(1)
    all.undo.undo()
    all.peers.deliverAll()
    expect(readMap(all.ben).map.links).toEqual([{ id: 'ben', from: PURPOSE, to: VALUE, relation: 'drives' }])
    unlinkBlocks(all.ana, readMap(all.ana).map.links)
    expect(readMap(all.ana).map.links).toEqual([])
    all.undo.undo()
    all.peers.deliverAll()
    expect(readMap(all.ben).map.links).toHaveLength(1)
  })

  test('of a status: a peer’s owner of the same block stays', () => {
    const all = two()
    setStatus(all.ana, VALUE, 'proposed')
    all.ben.doc.transact(() => (all.ben.blocks.get(VALUE) as Y.Map<unknown>).set('owner', 'Ben'))
    all.peers.deliverAll()
    all.undo.undo()
    expect(seen(all, VALUE)).toMatchObject({ status: 'draft', owner: 'Ben' })
  })
})
