/** A map that has been worked on for long: its content is one thing, what was typed, moved and set before is another. */
import { beginMap, openMapDoc, placeContent } from '@throughline/shared/doc'
import { importMapFile, toContent } from '@throughline/shared/map-file'
import type { EpochMs } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { mapFileOf } from './map.ts'

const NOW = 1_760_000_000_000 as EpochMs
/** Edits that travel as one update. */
const TOGETHER = 500
/** After so many edits somebody else goes on. */
const EDITS_A_PERSON = 2_000

export interface History {
  readonly blocks: number
  /** In order; the first is the map as it was made. */
  readonly updates: readonly Uint8Array[]
  /** Of the whole document. */
  readonly bytes: number
}

export function makeHistory(blocks: number, edits: number): History {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const ids = fillMap(doc, blocks)
  for (let n = 0; n < edits; n += TOGETHER) {
    if (n % EDITS_A_PERSON === 0) doc.clientID = 10_000 + n / EDITS_A_PERSON
    doc.transact(() => {
      for (let k = n; k < Math.min(edits, n + TOGETHER); k += 1) edit(doc, ids[(k * 7_919) % ids.length] ?? '', k)
    })
  }
  const bytes = Y.encodeStateAsUpdate(doc).length
  doc.destroy()
  return { blocks, updates, bytes }
}

function fillMap(doc: Y.Doc, blocks: number): readonly string[] {
  const imported = importMapFile(mapFileOf(blocks), 'make')
  const places = new Map(
    imported.blocks.map(({ id }, n) => [id, { x: (n % 70) * 300, y: Math.floor(n / 70) * 200, w: 280, h: 160 }]),
  )
  const map = openMapDoc(doc)
  const { title, subject, voices } = imported
  doc.transact(() => {
    beginMap(map, { title, subject, voices }, 'bench')
    placeContent(map, toContent(imported, places), NOW)
  })
  return imported.blocks.map(({ id }) => id)
}

/** Of five edits three type, one takes back a character, one sets a field. */
function edit(doc: Y.Doc, id: string, n: number): void {
  const paragraph = doc.getXmlFragment(`text:${id}:statement`).get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) return
  if (n % 5 === 4) {
    const block = doc.getMap('blocks').get(id)
    if (block instanceof Y.Map) block.set('field:gain', `gain ${n}`)
  } else if (n % 5 === 3 && words.length > 1) words.delete(words.length - 1, 1)
  else words.insert(words.length, 'x')
}
