import { describe, expect, test } from 'vitest'
import { AppError } from '../errors/index.ts'
import type { BlockId } from '../schema/index.ts'
import { importMapFile, parseMapJson } from './index.ts'

const SPOT = { x: 0, y: 0, w: 280, h: 160 }
const file = (parts: object) => ({ format: 'throughline-map', version: 1, ...parts })
const block = (parts: object) => ({ id: 'a', kind: 'value', statement: 'A', ...parts })
const importOne = (parts: object) => {
  const { blocks, report } = importMapFile(file({ blocks: [block(parts)] }), 'make')
  return { block: blocks[0], report }
}

const nested = (depth: number) =>
  `{"format":"throughline-map","version":1,"deep":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

function refusal(doing: () => unknown): string {
  try {
    doing()
  } catch (error) {
    if (error instanceof AppError) return error.kind
    throw error
  }
  return 'taken'
}

describe('what is refused', () => {
  test.each([
    ['a list', []],
    ['nothing', null],
    ['a text', 'throughline-map'],
    ['no format', { version: 1 }],
    ['another format', { format: 'excalidraw', version: 1 }],
    ['a later version', file({ version: 2 })],
    ['a later version, as text', file({ version: '1.1' })],
  ])('%s', (_, input) => expect(refusal(() => importMapFile(input, 'make'))).toBe('bad-map-file'))

  test('deeper than 100, by the text and by the value; 100 is taken', () => {
    expect(refusal(() => importMapFile(parseMapJson(nested(100)), 'make'))).toBe('taken')
    expect(refusal(() => parseMapJson(nested(101)))).toBe('bad-map-file')
    expect(refusal(() => importMapFile(JSON.parse(nested(101)), 'make'))).toBe('bad-map-file')
    expect(refusal(() => importMapFile(parseMapJson(nested(101), 101), 'make'))).toBe('bad-map-file')
  })

  test('twenty thousand brackets, sixteen megabytes of them, and a file of seventeen megabytes', () => {
    expect(refusal(() => parseMapJson('['.repeat(20_000)))).toBe('bad-map-file')
    expect(refusal(() => parseMapJson('{"a":'.repeat(3_000_000)))).toBe('bad-map-file')
    expect(refusal(() => parseMapJson(`"${'a'.repeat(17 * 1024 * 1024)}"`))).toBe('too-large')
  })

  test('brackets inside a text are only text, and a byte order mark is no matter', () => {
    expect(parseMapJson(`\uFEFF{"a":"${'[{'.repeat(200)}\\"["}`)).toEqual({ a: `${'[{'.repeat(200)}"[` })
  })

  test.each(['', 'hello', '{"format":"throughline-map","blocks":[{"id":"p', '{a:1}'])('%j is not JSON', (text) =>
    expect(refusal(() => parseMapJson(text))).toBe('bad-request'),
  )
})

describe('what is repaired, and said', () => {
  test('what is decided about the brief names blocks of the file, each once; a map that is added to keeps its own', () => {
    const blocks = [block({ id: 'b' }), block({ id: 'a' }), block({ id: 'not an id' })]
    const given = { order: ['b', 'ghost', 'b', 'not an id'], off: ['b', 'a'], colour: 'red', accent: '#BF2A10' }
    const newId = () => 'new' as BlockId
    const { brief, report } = importMapFile(file({ blocks, brief: given }), 'make', undefined, newId)
    expect(brief).toEqual({ order: ['b', 'new'], off: ['a', 'b'], accent: '#bf2a10', logo: null })
    expect(report.map(({ path, done }) => `${path} ${done}`)).toEqual([
      'blocks[2].id given a new one',
      'brief.colour left out',
      'brief.accent read as #bf2a10',
      'brief.order[1] left out',
      'brief.order[2] kept once',
    ])
    const added = importMapFile(file({ blocks: [block({})], brief: { off: ['a'] } }), 'add')
    expect([added.brief.off, added.report.map(({ path }) => path)]).toEqual([[], ['brief']])
    expect(importMapFile(file({ brief: { accent: 'red' } }), 'make').report.map(({ path }) => path)).toEqual([
      'brief.accent',
    ])
    expect(importMapFile(file({ brief: 7 }), 'make').report.map(({ path }) => path)).toEqual(['brief'])
  })

  test('[MF2] a kind that nobody knows is left out with its statement quoted', () => {
    const { blocks, report } = importMapFile(
      file({ blocks: [block({ kind: 'persona', statement: 'Ruth, 41' })] }),
      'make',
    )
    expect(blocks).toEqual([])
    expect(report).toEqual([
      { path: 'blocks[0]', problem: '“persona” is no kind of block; its statement: “Ruth, 41”', done: 'left out' },
    ])
  })

  test('[MF2] double, malformed and missing ids are remade; links go to the first of two', () => {
    const blocks = [block({}), block({ statement: 'B' }), block({ id: 'not an id' }), { kind: 'proof', statement: 'C' }]
    const links = [{ from: 'not an id', to: 'a' }]
    const ids = ['one', 'two', 'three'] as BlockId[]
    const imported = importMapFile(file({ blocks, links }), 'make', undefined, () => ids.shift()!)
    expect(imported.blocks.map(({ id }) => id)).toEqual(['a', 'one', 'two', 'three'])
    expect(imported.renamed).toEqual([
      { from: 'a', id: 'one' },
      { from: 'not an id', id: 'two' },
      { from: '', id: 'three' },
    ])
    expect(imported.links).toEqual([{ from: 'two', to: 'a' }])
    expect(imported.report.map(({ path }) => path)).toEqual(['blocks[1].id', 'blocks[2].id', 'blocks[3].id'])
  })

  test('[MF2] links: dangling, to itself, double, backwards, of another relation, with more on them, or no link at all', () => {
    const blocks = [block({}), block({ id: 'p', kind: 'purpose' }), block({ id: 'u', kind: 'audience' })]
    const links = [
      { from: 'a', to: 'ghost' },
      { from: 'a', to: 'a' },
      { from: 'a', to: 'p' },
      { from: 'p', to: 'a' },
      { from: 'a', to: 'u', relation: 'drives', label: 'since 2019' },
      'p>a',
      null,
      { from: 'a' },
    ]
    const imported = importMapFile(file({ blocks, links }), 'make')
    expect(imported.links).toEqual([
      { from: 'p', to: 'a' },
      { from: 'a', to: 'u' },
    ])
    expect(imported.report.map(({ path, done }) => `${path} ${done}`)).toEqual([
      'links[0].to link left out',
      'links[1] left out',
      'links[2] turned',
      'links[3] left out',
      'links[4].label left out',
      'links[4].relation read as serves',
      'links[5] left out',
      'links[6] left out',
      'links[7].to link left out',
    ])
  })

  test('[MF2] texts: a number, line breaks, broken characters, too long', () => {
    expect(importOne({ statement: 42 })).toMatchObject({
      block: { statement: '42' },
      report: [{ path: 'blocks[0].statement' }],
    })
    expect(importOne({ statement: 'one\r\n\r\ntwo' })).toMatchObject({
      block: { statement: 'one two' },
      report: [{ done: 'read as spaces' }],
    })
    expect(importOne({ detail: 'one\n\ntwo' })).toMatchObject({ block: { detail: 'one\ntwo' }, report: [] })
    expect(importOne({ statement: 'a\u0000b\ud83dc' })).toMatchObject({
      block: { statement: 'abc' },
      report: [{ done: 'removed' }],
    })
    expect(importOne({ statement: 'é'.repeat(2_001) })).toMatchObject({
      block: { statement: 'é'.repeat(2_000) },
      report: [{ problem: 'is 2001 characters long', done: 'cut to 2000' }],
    })
  })

  test('[MF2] fields: of another kind, unknown, a date that is none, a choice that is none', () => {
    const fields = { category: 'C', colour: 'red', gain: 'G' }
    expect(importOne({ fields })).toMatchObject({
      block: { fields: { gain: 'G' } },
      report: [
        { path: 'blocks[0].fields.category', problem: 'category is a field of another kind: “C”' },
        { path: 'blocks[0].fields.colour', problem: '“colour” is no field: “red”' },
      ],
    })
    const proof = { evidence: 'Metric', observedOn: '2026-02-30', reviewBy: '2026-03-01T10:00:00Z' }
    expect(importOne({ kind: 'proof', fields: proof })).toMatchObject({
      block: { fields: { evidence: 'metric', reviewBy: '2026-03-01' } },
      report: [
        { path: 'blocks[0].fields.evidence', done: 'read as metric' },
        { path: 'blocks[0].fields.observedOn', done: 'left out' },
        { path: 'blocks[0].fields.reviewBy', done: 'read as 2026-03-01' },
      ],
    })
  })

  test('[MF2] a telling of a voice that is not listed brings its voice along', () => {
    const { voices, blocks, report } = importMapFile(
      file({
        voices: [],
        blocks: [block({ tellings: { 'Our Board!': 'We', __proto__: null, ['constructor']: 'Us' } })],
      }),
      'make',
    )
    expect(voices).toEqual([
      { id: 'our-board', name: 'Our Board!' },
      { id: 'constructor', name: 'constructor' },
    ])
    expect([...blocks[0]!.tellings]).toEqual([
      ['our-board', 'We'],
      ['constructor', 'Us'],
    ])
    expect(report).toHaveLength(2)
  })

  test('without voices a map has the default ones, with an empty list none', () => {
    expect(importMapFile(file({}), 'make').voices).toHaveLength(5)
    expect(importMapFile(file({ voices: [] }), 'make').voices).toEqual([])
  })

  test('[MF2] voices: twice, without a name, without an id, as a bare word', () => {
    const voices = [
      { id: 'sales', name: 'Sales' },
      { id: 'sales', name: 'Selling' },
      { id: 'ops' },
      { name: 'Ops' },
      'Board',
      7,
    ]
    const imported = importMapFile(file({ voices }), 'make')
    expect(imported.voices).toEqual([
      { id: 'sales', name: 'Sales' },
      { id: 'ops', name: 'ops' },
      { id: 'ops-2', name: 'Ops' },
      { id: 'board', name: 'Board' },
    ])
    expect(imported.report.map(({ path }) => path)).toEqual([
      'voices[1]',
      'voices[2].name',
      'voices[3].id',
      'voices[4].id',
      'voices[5]',
    ])
  })

  test('[MF2] agreed wording without a time, frames that are none, tags as one text', () => {
    expect(importOne({ agreed: { statement: 'A' } })).toMatchObject({
      block: { agreed: null },
      report: [{ done: 'left out' }],
    })
    expect(importOne({ agreed: { statement: 'A', at: '2026-05-12' } })).toMatchObject({
      block: { agreed: { statement: 'A', at: '2026-05-12T00:00:00Z' } },
      report: [{ path: 'blocks[0].agreed.at' }],
    })
    expect(importOne({ frame: { x: 0, y: '1', w: 1, h: 1 } })).toMatchObject({
      block: { frame: null },
      report: [{ path: 'blocks[0].frame' }],
    })
    expect(importOne({ frame: { x: 0, y: 1, w: 1, h: 1 } })).toMatchObject({
      block: { frame: { x: 0, y: 1, w: 200, h: 96 } },
      report: [{ path: 'blocks[0].frame' }],
    })
    expect(importOne({ tags: 'red, blue' })).toMatchObject({
      block: { tags: ['red', 'blue'] },
      report: [{ path: 'blocks[0].tags' }],
    })
  })

  test('[MF2] what the format does not know is said wherever it stands', () => {
    const input = file({ comments: [1], blocks: [block({ colour: 'red', frame: { ...SPOT, rotation: 1 } })] })
    expect(importMapFile(input, 'make').report.map(({ path }) => path)).toEqual([
      'comments',
      'blocks[0].colour',
      'blocks[0].frame.rotation',
    ])
  })

  test('[MF2] a report that would not end counts what it does not list', () => {
    const { report } = importMapFile(file({ links: Array.from({ length: 5_000 }, () => null) }), 'make')
    expect(report).toHaveLength(1_001)
    expect(report.at(-1)?.problem).toBe('4000 more things did not fit')
  })

  test('[MF2] of a list without end the first twenty thousand entries are looked at, and the rest is said', () => {
    const { report } = importMapFile(file({ blocks: Array.from({ length: 100_000 }, () => 0) }), 'make')
    expect(report[0]).toEqual({
      path: 'blocks',
      problem: 'has 100000 entries',
      done: 'left out after the first 20000',
    })
  })

  test('five thousand blocks are taken, the next is left out, also when the map has some', () => {
    const blocks = Array.from({ length: 5_001 }, (_, at) => block({ id: `b${at}` }))
    expect(importMapFile(file({ blocks }), 'make').blocks).toHaveLength(5_000)
    const here = { voices: [], links: [], blocks: { size: 4_990 } }
    const { blocks: added, report } = importMapFile(file({ blocks }), 'add', here)
    expect([added.length, report.length]).toEqual([10, 1_001])
  })
})
