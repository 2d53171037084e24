import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyMap, buildMap } from '../../test/index.ts'
import { countCuts, leaveOut, renderHtml, renderMarkdown, type Brief } from '../brief/index.ts'
import { beginMap, openMapDoc, placeContent, readMap } from '../doc/index.ts'
import { exampleMap } from '../examples/index.ts'
import { importMapFile, toContent } from '../map-file/index.ts'
import { LENSES as LENSES_OF_THE_WIRE } from '../protocol/http/brief.ts'
import {
  BLOCK_KINDS,
  fieldNamesOf,
  type Block,
  type BlockId,
  type EpochMs,
  type PositioningMap,
} from '../schema/index.ts'
import { composeLens, fillLens, LENS_IDS, LENSES, type FilledGroup, type LensCell, type LensGroup } from './index.ts'

const STATE = { revision: 7, asOf: Date.UTC(2026, 5, 15) as EpochMs }

function made(): PositioningMap {
  const map = openMapDoc(new Y.Doc())
  const imported = importMapFile(exampleMap, 'make')
  beginMap(map, imported, 'made')
  placeContent(map, toContent(imported), 0 as EpochMs)
  return readMap(map).map
}

const example = made()

function composed(map: PositioningMap, id: (typeof LENS_IDS)[number], audience?: BlockId): Brief {
  const brief = composeLens(map, id, { ...STATE, audience })
  if (!brief.ok) throw new Error('refused')
  return brief.value
}

const cellsOf = (groups: readonly FilledGroup[]): readonly LensCell[] =>
  groups.flatMap(({ cells }) => cells.flatMap((cell) => [cell, ...cellsOf(cell.groups)]))
const groupsOf = (groups: readonly LensGroup[]): readonly LensGroup[] =>
  groups.flatMap((group) => [group, ...groupsOf(group.groups ?? [])])

/** A filled lens to read, a line a slot. */
function told(groups: readonly FilledGroup[], indent = ''): readonly string[] {
  return groups.flatMap(({ heading, cells, beside }) => [
    `${indent}${heading}`,
    ...cells.flatMap(({ block, kind, slots, groups: inner }) => [
      `${indent}  [${block ?? `no ${kind}${beside === null ? '' : `, to hang on ${beside}`}`}]`,
      ...slots.map(({ label, part, text }) => `${indent}    ${label} (${part}): ${text === '' ? '–' : text}`),
      ...told(inner, `${indent}    `),
    ]),
  ])
}

describe.each(LENS_IDS)('%s', (id) => {
  test('the example map through it, slot by slot and as a brief', async () => {
    const slots = told(fillLens(example, LENSES[id])).join('\n')
    const brief = renderMarkdown(composed(example, id))
    await expect(`${slots}\n\n${brief}`).toMatchFileSnapshot(`golden/${id}.txt`)
  })

  test('every slot asks for a text that its kind has, under a name of its own', () => {
    const groups = groupsOf(LENSES[id].groups)
    const slots = groups.flatMap((group) => group.slots)
    expect(
      groups.flatMap(({ kind, slots: own }) =>
        own.filter(({ part }) => part !== 'statement' && !fieldNamesOf(kind).includes(part)),
      ),
    ).toEqual([])
    expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length)
    expect(new Set(groups.map((group) => group.id)).size).toBe(groups.length)
  })

  // The first text that is there leads; a field in the place of another would stand under the other's name.
  test('a heading stands over one text, or over a statement and what is said of it', () => {
    for (const { slots } of groupsOf(LENSES[id].groups)) {
      expect(slots.length === 1 || slots.some(({ part }) => part === 'statement')).toBe(true)
    }
  })

  test('whatever the map, every text is the map’s and stands once, unless the lens repeats it', () => {
    const repeated = new Set(
      groupsOf(LENSES[id].groups)
        .flatMap((group) => (group.repeats ? group.slots : []))
        .map((slot) => slot.id),
    )
    fc.assert(
      fc.property(anyMap, (map) => {
        const cells = cellsOf(fillLens(map, LENSES[id]))
        const once: string[] = []
        for (const { block, slots } of cells) {
          const own = block === null ? null : (map.blocks.get(block) as Block)
          for (const { part, text, id: slot } of slots) {
            const says = part === 'statement' ? own?.statement : own?.fields[part]
            expect(text).toBe((says ?? '').trim() === '' ? '' : says)
            if (block !== null && !repeated.has(slot)) once.push(`${block} ${part}`)
          }
        }
        expect(new Set(once).size).toBe(once.length)
      }),
    )
  })

  test('whatever the map, each part of it has a place, filled or to fill, and the order is the same again', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const filled = fillLens(map, LENSES[id])
        expect(filled.map((group) => group.id)).toEqual(LENSES[id].groups.map((group) => group.id))
        expect(filled.every(({ cells }) => cells.length > 0)).toBe(true)
        const shuffled = { ...map, blocks: new Map([...map.blocks].toReversed()) }
        expect(fillLens(shuffled, LENSES[id])).toEqual(filled)
      }),
    )
  })

  test('whatever the map, its brief says the map’s words, names what it leaves out, and can be cut to its first item', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const brief = composed(map, id)
        const texts = new Set(
          [...map.blocks.values()].flatMap(({ statement, fields }) => [statement, ...Object.values(fields)]),
        )
        const items = brief.sections.flatMap((section) => section.items)
        const entries = items.flatMap((item) => [item, ...item.audiences, ...item.proofs])
        const said = entries.flatMap((entry) => [entry.text, ...(entry.said ?? []).map(({ text }) => text)])
        expect(said.filter((text) => !texts.has(text))).toEqual([])
        const placed = new Set(
          entries.flatMap((entry) => [entry.block, ...(entry.said ?? []).flatMap(({ of }) => of?.block ?? [])]),
        )
        expect([...map.blocks.keys()].filter((block) => placed.has(block) === brief.leftOut.includes(block))).toEqual(
          [],
        )
        expect(brief.sections.every((section) => section.items.length > 0)).toBe(true)
        const least = leaveOut(brief, countCuts(brief))
        const kept = least.brief.sections.flatMap((section) => section.items)
        expect(kept.map(({ block, said: facts = [] }) => [block, facts.length])).toEqual(
          items.length === 0 ? [] : kept.map(() => [items[0]?.block, 0]),
        )
        const gone = BLOCK_KINDS.reduce((sum, kind) => sum + least.blocks[kind], 0)
        expect(gone + brief.leftOut.length + (items.length === 0 ? 0 : 1)).toBe(map.blocks.size)
        expect(renderHtml(brief, { paper: 'a4' })).toContain('</html>')
      }),
    )
  })
})

test('the ids are those of the wire, and none is also a section of the plain brief', () => {
  expect(LENS_IDS).toEqual(LENSES_OF_THE_WIRE)
  const groups = LENS_IDS.flatMap((id) => groupsOf(LENSES[id].groups).map((group) => group.id))
  expect(groups.filter((id) => ['purpose', 'values', 'audiences', 'proofs'].includes(id))).toEqual([])
})

test('for one audience a lens shows its values alone, and their proofs', () => {
  const brief = composed(example, 'message-house', 'audience-hospitals' as BlockId)
  const pillars = brief.sections.find(({ id }) => id === 'pillars')?.items ?? []
  expect(pillars.map(({ block }) => block)).toEqual(['value-alarm', 'value-inspection'])
  expect(composeLens(example, 'moore', { ...STATE, audience: 'value-alarm' as BlockId }).ok).toBe(false)
})

test('a proof that holds no value is the foundation, and what is made there holds the purpose', () => {
  const map = buildMap({ why: { kind: 'purpose' }, fast: { kind: 'value' }, bench: { kind: 'proof', to: ['fast'] } })
  const [, , ground] = fillLens(map, LENSES['message-house'])
  expect(ground).toMatchObject({ beside: 'why', cells: [{ block: null, kind: 'proof' }] })
})

test('an audience that is made where a value serves nobody is served by that value', () => {
  const map = buildMap({ fast: { kind: 'value', to: ['labs'] }, cheap: { kind: 'value' }, labs: { kind: 'audience' } })
  expect(fillLens(map, LENSES['brand-key']).find(({ id }) => id === 'target')?.beside).toBe('cheap')
})
