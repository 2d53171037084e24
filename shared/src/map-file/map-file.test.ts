import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyAlmostMapFile, anyMapFile, assertSound } from '../../test/index.ts'
import { beginMap, openMapDoc, placeContent, readMap } from '../doc/index.ts'
import { AppError } from '../errors/index.ts'
import { NOTHING_DECIDED, compareText, type EpochMs, type PositioningMap } from '../schema/index.ts'
import { exportMapFile, importMapFile, parseMapJson, serializeMapFile, toContent, type ImportedMap } from './index.ts'

const SPOT = { x: 0, y: 0, w: 280, h: 160 }

/** What a server does with an import: a document of its own. */
function makeMap(imported: ImportedMap): PositioningMap {
  const map = openMapDoc(new Y.Doc())
  const laidOut = new Map(imported.blocks.map((block) => [block.id, SPOT]))
  beginMap(map, imported, 'made')
  placeContent(map, toContent(imported, laidOut), 0 as EpochMs)
  const { map: read, ignored } = readMap(map)
  expect(ignored).toEqual([])
  return read
}

/** As `makeMap`, without places for those that came without. */
function framesLeftOut(map: PositioningMap, imported: ImportedMap): PositioningMap {
  const unplaced = new Set(imported.blocks.filter((block) => block.frame === null).map((block) => block.id))
  const blocks = [...map.blocks].map(
    ([id, block]) => [id, unplaced.has(id) ? { ...block, frame: null } : block] as const,
  )
  return { ...map, blocks: new Map(blocks) }
}

const file = (parts: object) => ({ format: 'throughline-map', version: 1, ...parts })
const block = (parts: object) => ({ id: 'a', kind: 'value', statement: 'A', ...parts })
describe('a file goes in and comes out', () => {
  test('[MF4] file → document → file is the identity, to the byte', () => {
    fc.assert(
      fc.property(anyMapFile, (written) => {
        const imported = importMapFile(parseMapJson(serializeMapFile(written)), 'make')
        expect(imported.report).toEqual([])
        expect(imported.renamed).toEqual([])
        const again = exportMapFile(framesLeftOut(makeMap(imported), imported))
        expect(serializeMapFile(again)).toBe(serializeMapFile(written))
      }),
      { numRuns: 150 },
    )
  })

  test('[MF1] [MF3] whatever JSON comes, it is refused in words or makes a sound map that exports without a repair', () => {
    fc.assert(
      fc.property(fc.oneof(anyAlmostMapFile, fc.jsonValue()), (input) => {
        const imported = attempt(() => importMapFile(parseMapJson(JSON.stringify(input)), 'make'))
        if (imported === null) return
        const map = makeMap(imported)
        assertSound(map)
        const written = exportMapFile(map)
        const again = importMapFile(parseMapJson(serializeMapFile(written)), 'make')
        expect(again.report).toEqual([])
        expect(exportMapFile(makeMap(again))).toEqual(written)
        expect(map.blocks.size).toBe(imported.blocks.length)
        expect(map.links).toHaveLength(imported.links.length)
        expect(imported.report.every(({ path, problem }) => path.isWellFormed() && problem.isWellFormed())).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('every id is new when a file is added, and the same file can be added twice', () => {
    fc.assert(
      fc.property(anyMapFile, (written) => {
        const once = importMapFile(written, 'add')
        const twice = importMapFile(written, 'add', { ...makeMap(importMapFile(written, 'make')) })
        expect(once.renamed.map(({ from }) => from)).toEqual(written.blocks.map(({ id }) => id))
        expect(new Set([...once.blocks, ...twice.blocks].map(({ id }) => id)).size).toBe(2 * written.blocks.length)
        expect(once.links).toHaveLength(written.links.length)
        expect(twice.voices).toEqual([])
        const reported = [...once.report, ...twice.report].filter(({ path }) => path !== 'brief')
        expect(reported).toEqual([])
        expect([once.brief, twice.brief]).toEqual([NOTHING_DECIDED, NOTHING_DECIDED])
      }),
      { numRuns: 50 },
    )
  })
})

function attempt(importing: () => ImportedMap): ImportedMap | null {
  try {
    return importing()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

test('blocks are written by id and links by from then to, whatever their order in the file', () => {
  const blocks = [block({ id: 'b' }), block({ id: 'B' }), block({ id: 'a', kind: 'purpose' })]
  const links = [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'B' },
  ]
  const written = exportMapFile(makeMap(importMapFile(file({ blocks, links }), 'make')))
  expect(written.blocks.map(({ id }) => id)).toEqual(['B', 'a', 'b'].toSorted(compareText))
  expect(written.links.map(({ to, relation }) => `${relation} ${to}`)).toEqual(['drives B', 'drives b'])
})
