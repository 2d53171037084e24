import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginMap, openMapDoc, placeContent, readMap } from '../doc/index.ts'
import { estimateCard } from '../layout/index.ts'
import { exportMapFile, importMapFile, serializeMapFile, toContent, type MapFile } from '../map-file/index.ts'
import { findNotices } from '../notices/index.ts'
import {
  EVIDENCES,
  fieldNamesOf,
  STATUSES,
  type BlockId,
  type EpochMs,
  type Frame,
  type PositioningMap,
} from '../schema/index.ts'
import { blankMap, exampleMap, exampleMapOn } from './index.ts'

function made(file: MapFile): PositioningMap {
  const map = openMapDoc(new Y.Doc())
  const imported = importMapFile(file, 'make')
  expect(imported.report).toEqual([])
  beginMap(map, imported, 'made')
  placeContent(map, toContent(imported), 0 as EpochMs)
  return readMap(map).map
}

const map = made(exampleMap)
const blocks = [...map.blocks.values()]

const leftOf = (id: BlockId) => map.blocks.get(id)?.frame?.x ?? 0

function collide(a: Frame, b: Frame): boolean {
  return a.x < b.x + b.w + 12 && b.x < a.x + a.w + 12 && a.y < b.y + b.h + 12 && b.y < a.y + a.h + 12
}

describe('both maps', () => {
  test.each([
    ['the example', exampleMap],
    ['the blank one', blankMap],
  ])('%s is a canonical map file: made and exported it is the same to the byte', (_, file) => {
    expect(serializeMapFile(exportMapFile(made(file)))).toBe(serializeMapFile(file))
  })
})

describe('the example', () => {
  test('no two cards come closer than 12, and each is large enough for its statement', () => {
    const frames = exampleMap.blocks.map(({ id, kind, statement, frame }) => ({
      id,
      kind,
      statement,
      ...(frame as Frame),
    }))
    const tooSmall = frames.filter((card) => estimateCard(card.kind, card.statement, card.w).h > card.h)
    expect(tooSmall).toEqual([])
    expect(frames.filter((a) => frames.some((b) => a !== b && collide(a, b)))).toEqual([])
  })

  test('reads from left to right: purpose, values, audiences', () => {
    const argument = map.links.filter(({ relation }) => relation === 'drives' || relation === 'serves')
    const back = argument.filter(({ from, to }) => leftOf(from) >= leftOf(to))
    expect(argument).toHaveLength(9)
    expect(back).toEqual([])
  })

  test('shows what there is: every kind, field, status, reach, and most kinds of evidence', () => {
    const written = new Set(blocks.flatMap((block) => Object.keys(block.fields)))
    const known = blocks.flatMap((block) => fieldNamesOf(block.kind))
    expect(known.filter((name) => !written.has(name))).toEqual([])
    expect(STATUSES.filter((status) => !blocks.some((block) => block.status === status))).toEqual([])
    expect(EVIDENCES.filter((one) => !blocks.some((block) => block.fields.evidence === one))).toEqual([])
  })

  test('has tellings by every voice, and an agreed wording that has changed since', () => {
    const voices = new Set(blocks.flatMap((block) => [...block.tellings.keys()]))
    expect(voices.size).toBe(5)
    expect(blocks.filter(({ agreed, statement }) => agreed !== null && agreed.statement !== statement)).toHaveLength(1)
  })

  test('leaves four things to notice in its first summer', () => {
    expect(findNotices(map, '2026-06-15').map(({ rule, about }) => [rule, ...about])).toEqual([
      ['value-without-proof', 'value-offline'],
      ['proof-adrift', 'proof-prize'],
      ['proof-without-source', 'proof-stage'],
      ['agreed-wording-drifted', 'value-alarm'],
    ])
  })

  test.each(['2026-06-15', '2026-11-28', '2028-02-29', '2031-01-01'])('made on %s it shows the same', (today) => {
    const now = made(exampleMapOn(today))
    expect(findNotices(now, today).map(({ rule, about }) => [rule, ...about])).toEqual(
      findNotices(map, '2026-06-15').map(({ rule, about }) => [rule, ...about]),
    )
    expect([...now.blocks.values()].map(({ statement }) => statement)).toEqual(blocks.map(({ statement }) => statement))
  })

  test('on the day it is written nothing in it moves', () => {
    expect(exampleMapOn('2026-06-15')).toEqual(exampleMap)
  })
})
