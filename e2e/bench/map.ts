/** What one map of a given size costs, without network or page: open, read, lay out, compose, write as a file. */
import { composeBrief } from '@throughline/shared/brief'
import { beginMap, openMapDoc, placeContent, readMap } from '@throughline/shared/doc'
import { layOutMap } from '@throughline/shared/layout'
import { exportMapFile, importMapFile, toContent } from '@throughline/shared/map-file'
import { BLOCK_KINDS, type EpochMs } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { median, type Row } from './table.ts'

const NOW = 1_760_000_000_000 as EpochMs
const RUNS = 9
const WORDS = 'keeps medicine cold for nine hours without power at the end of the line'.split(' ')

export function measureMap(blocks: number): Row {
  const file = mapFileOf(blocks)
  const imported = importMapFile(file, 'make')
  const map = openMapDoc(new Y.Doc())
  // Any place will do: laying out is measured on the map as it is read.
  const places = new Map(imported.blocks.map(({ id }, n) => [id, { x: n * 300, y: 0, w: 280, h: 160 }]))
  const { title, subject, voices } = imported
  beginMap(map, { title, subject, voices }, 'bench')
  placeContent(map, toContent(imported, places), NOW)
  const bytes = Y.encodeStateAsUpdate(map.doc)
  const read = readMap(map).map
  return {
    blocks: String(blocks),
    'document kB': (bytes.length / 1024).toFixed(0),
    'import ms': time(() => importMapFile(file, 'make')),
    'open ms': time(() => Y.applyUpdate(new Y.Doc(), bytes)),
    'read ms': time(() => readMap(map)),
    'lay out ms': time(() => layOutMap(read)),
    'compose ms': time(() => composeBrief(read, { revision: 1, asOf: NOW })),
    'export ms': time(() => exportMapFile(read)),
  }
}

function time(job: () => unknown): string {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    job()
    return performance.now() - start
  })
  return median(runs).toFixed(1)
}

/** As many of each kind, each block linked to one of the next kind. */
export function mapFileOf(count: number): unknown {
  const statement = (n: number): string =>
    Array.from({ length: 12 }, (_, at) => WORDS[(n * 7 + at) % WORDS.length]).join(' ')
  const blocks = Array.from({ length: count }, (_, n) => ({
    id: `block-${n}`,
    kind: BLOCK_KINDS[n % BLOCK_KINDS.length],
    statement: statement(n),
  }))
  const links = blocks.slice(0, -1).map(({ id }, n) => ({ from: id, to: `block-${n + 1}` }))
  return { format: 'throughline-map', version: 1, title: 'Bench', blocks, links }
}
