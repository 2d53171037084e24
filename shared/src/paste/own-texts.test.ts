import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyMap } from '../../test/index.ts'
import { composeBrief, renderMarkdown } from '../brief/index.ts'
import { beginMap, openMapDoc, placeContent, readMap } from '../doc/index.ts'
import { exampleMap } from '../examples/index.ts'
import { importMapFile, toContent } from '../map-file/index.ts'
import { renderOutline } from '../outline/index.ts'
import type { EpochMs, PositioningMap } from '../schema/index.ts'
import { asProposed, importPasted, readPasted, type Pasted } from './index.ts'

describe('our own texts come back', () => {
  function made(file: unknown): PositioningMap {
    const map = openMapDoc(new Y.Doc())
    const imported = importMapFile(file, 'make')
    beginMap(map, imported, 'made')
    placeContent(
      map,
      toContent(imported, new Map(imported.blocks.map(({ id }) => [id, { x: 0, y: 0, w: 280, h: 160 }]))),
      0 as EpochMs,
    )
    return readMap(map).map
  }

  /** Everything that the outline says of a map, ids and places apart. */
  const said = (map: PositioningMap) => ({
    title: map.title,
    subject: map.subject,
    blocks: [...map.blocks.values()]
      .map(({ id: _id, frame: _frame, createdAt: _at, agreed, tellings, ...block }) => ({
        ...block,
        agreed: agreed === null ? null : { statement: agreed.statement, at: agreed.at.slice(0, 10) },
        tellings: Object.fromEntries(tellings),
      }))
      .toSorted((a, b) => (a.statement < b.statement ? -1 : 1)),
    links: map.links
      .map(({ from, to, relation }) =>
        [...[from, to].map((id) => map.blocks.get(id)?.statement ?? '').toSorted(), relation].join(' '),
      )
      .toSorted(),
  })

  test('the outline of the example is the example', () => {
    const example = made(exampleMap)
    const pasted = readPasted(renderOutline(example), 'markdown')
    const { report, ...imported } = importPasted(pasted, asProposed, 'make')
    expect(report).toEqual([])
    expect(imported.blocks).toHaveLength(example.blocks.size)
    expect(said(made({ format: 'throughline-map', version: 1, ...asFile(pasted) }))).toEqual(said(example))
  })

  test('the outline of any map keeps every block with its kind, and every word of it', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const pasted = readPasted(renderOutline(map), 'markdown')
        const kinds = (all: Iterable<{ kind: string }>) => [...all].map(({ kind }) => kind).toSorted()
        expect(kinds(pasted.lines)).toEqual(kinds(map.blocks.values()))
      }),
      { numRuns: 60 },
    )
  })

  test('the brief of the example gives its blocks, their argument and where its proofs come from', () => {
    const example = made(exampleMap)
    const brief = composeBrief(example, { revision: 3, asOf: 0 as EpochMs })
    if (!brief.ok) throw new Error('the example has a brief')
    const pasted = readPasted(renderMarkdown(brief.value), 'markdown')
    const onPage = [...example.blocks.values()].filter(({ id }) => !brief.value.leftOut.includes(id))
    const have = new Set(pasted.lines.map(({ kind, statement }) => `${kind}: ${statement}`))
    expect(onPage.map(({ kind, statement }) => `${kind}: ${statement}`).filter((one) => !have.has(one))).toEqual([])
    expect(pasted.lines.some(({ fields }) => fields.by !== undefined && fields.source !== undefined)).toBe(true)
    expect(importPasted(pasted, asProposed, 'make').links.length).toBeGreaterThan(8)
  })

  function asFile(pasted: Pasted): object {
    const { title, subject, voices, blocks, links } = importPasted(pasted, asProposed, 'make')
    return {
      ...{ title, subject, voices, links },
      blocks: blocks.map((block) => ({ ...block, frame: undefined, tellings: Object.fromEntries(block.tellings) })),
    }
  }
})
