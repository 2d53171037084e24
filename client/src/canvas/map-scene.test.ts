// @vitest-environment jsdom
import {
  addBlock,
  draw,
  linkBlocks,
  MapReader,
  moveBlocks,
  openMapDoc,
  removeBlocks,
  type MapDoc,
} from '@throughline/shared/doc'
import { LIMITS, type BlockId, type EpochMs, type LinkId, type MapId } from '@throughline/shared/schema'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MapScene } from './map-scene.ts'
import { blockShapeId, linkShapeId } from './shape-ids.ts'
import type { BlockShape } from './shape-types.ts'

const PAGE = 'page:page' as ConstructorParameters<typeof MapScene>[1]
const MAP = 'm1' as MapId
const NOW = 0 as EpochMs
const [a, b] = ['a' as BlockId, 'b' as BlockId]
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((each) => each.close()))

function open(): {
  readonly map: MapDoc
  readonly scene: MapScene
  readonly shown: () => ReturnType<MapScene['records']>
} {
  const map = openMapDoc(new Y.Doc())
  const scene = new MapScene({ mapDoc: map, mapId: MAP }, PAGE, () => {})
  const reader = new MapReader(map)
  opened.push(scene, reader)
  return { map, scene, shown: () => scene.records(reader.read().map) }
}

const at = (x: number, parentId = '') => ({ x, y: 0, w: 280, h: 160, index: 'a1', parentId })
const addTwo = (map: MapDoc) => {
  addBlock(map, { kind: 'value', frame: at(0) }, NOW, a)
  addBlock(map, { kind: 'audience', frame: at(400) }, NOW, b)
}

test('a link is shown while both its ends are there, after them, and below them', () => {
  const { map, shown } = open()
  addTwo(map)
  linkBlocks(map, a, b, 'l' as LinkId)
  const records = shown()
  expect([...records.keys()]).toEqual([blockShapeId(a), blockShapeId(b), linkShapeId('l' as LinkId)])
  const link = records.get(linkShapeId('l' as LinkId)) as unknown as BlockShape
  expect(link.index < (records.get(blockShapeId(a)) as BlockShape).index).toBe(true)
  removeBlocks(map, [b], NOW)
  expect([...shown().keys()]).toEqual([blockShapeId(a)])
})

test('a block without a frame is laid out, and stays there while others move', () => {
  const { map, shown } = open()
  addTwo(map)
  map.blocks.set('loose', new Y.Map([['kind', 'proof']]))
  const place = () => shown().get(blockShapeId('loose' as BlockId)) as BlockShape
  const before = place()
  addBlock(map, { kind: 'value', frame: at(900) }, NOW)
  expect(place()).toMatchObject({ x: before.x, y: before.y })
})

test('what has not changed is the same record as before', () => {
  const { map, shown } = open()
  addTwo(map)
  const before = shown().get(blockShapeId(a))
  moveBlocks(map, new Map([[b, at(700)]]))
  expect(shown().get(blockShapeId(a))).toBe(before)
  expect(shown().get(blockShapeId(b))).toMatchObject({ x: 700 })
})

test('an arrow tied to a block that is gone waits for it', () => {
  const { map, shown } = open()
  addTwo(map)
  const arrow = { type: 'arrow', props: {}, ties: [{ toId: blockShapeId(b), props: { terminal: 'end' } }] }
  draw(map, new Map([['shape:arrow', arrow]]))
  expect(shown().has('shape:arrow')).toBe(true)
  expect(shown().has('binding:arrow-end')).toBe(true)
  removeBlocks(map, [b], NOW)
  expect([...shown().keys()]).toEqual([blockShapeId(a)])
})

test('drawing under the name of a block, or of nothing sensible, is not shown', () => {
  const { map, shown } = open()
  addTwo(map)
  const geo = { type: 'geo', props: {} }
  draw(
    map,
    new Map([
      [blockShapeId(a), geo],
      ['a', geo],
      ['shape:', geo],
      ['binding:x', geo],
    ]),
  )
  expect(shown().size).toBe(2)
})

test('a block on a group that is gone lies on the page', () => {
  const { map, shown } = open()
  addBlock(map, { kind: 'value', frame: at(0, 'shape:gone') }, NOW, a)
  expect(shown().get(blockShapeId(a))).toMatchObject({ parentId: PAGE })
})

test('a picture comes with what it is drawn from, before it; one from elsewhere does not come at all', () => {
  const { map, shown } = open()
  const src = `/api/maps/m1/assets/${'0a'.repeat(32)}.png`
  const image = (from: string) => ({
    type: 'image',
    x: 0,
    y: 0,
    index: 'a1',
    parentId: '',
    props: { w: 40, h: 24, url: 'https://elsewhere.example/', assetId: 'asset:theirs' },
    picture: { src: from, w: 40, h: 24 },
  })
  draw(
    map,
    new Map([
      ['shape:p1', image(src)],
      ['shape:p2', image(`https://elsewhere.example${src}`)],
      ['shape:p3', image(src.replace('m1', 'm2'))],
      ['shape:p4', image('data:image/png;base64,AAAA')],
    ]),
  )
  const [asset, shape, ...others] = [...shown().values()] as { id: string; props: Record<string, unknown> }[]
  expect(others).toEqual([])
  expect(asset?.props).toMatchObject({ src, w: 40, h: 24, mimeType: 'image/png' })
  expect(shape?.props).toMatchObject({ assetId: asset?.id, url: '', w: 40, crop: null })
  expect([...shown().values()]).toEqual([asset, shape])
})

test('drawings over their limit are left out, and the scene knows', () => {
  const { map, scene, shown } = open()
  const line = (n: number) => ({
    key: `shape:d${n}`,
    val: { type: 'geo', x: n, y: 0, rotation: 0, index: 'a1', parentId: '', isLocked: false, opacity: 1, props: {} },
  })
  map.drawing.push(Array.from({ length: LIMITS.drawingRecords }, (_, n) => line(n)))
  expect(shown().size).toBe(LIMITS.drawingRecords)
  expect(scene.unread).toBe(0)
  map.drawing.push([line(LIMITS.drawingRecords)])
  expect(shown().size).toBe(LIMITS.drawingRecords)
  expect(scene.unread).toBe(1)
})
