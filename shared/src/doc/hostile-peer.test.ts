import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { assertSound } from '../../test/index.ts'
import { fitsSchema, MapReader, openMapDoc, pageFramesOf, readMap, textFragment, type MapDoc } from './index.ts'
import type { BlockId } from '../schema/index.ts'

/** Any value that a Y type can hold, shared types in the wrong place among them. */
type Junk =
  | { readonly plain: unknown }
  | { readonly shared: 'map' | 'array' | 'text' | 'xml' | 'xmltext'; readonly of: readonly Junk[] }

const anyPlain = fc.oneof(
  fc.constantFrom(null, undefined, true, 0, -0, Number.NaN, Infinity, '', 'value', 'agreed', 'a', 'b', '__proto__'),
  fc.constantFrom('x'.repeat(100_000), '\ud800', [], {}, [[[]]], { from: 'a', to: 'b' }, { from: 'a', to: 'a' }),
  fc.constantFrom(
    { name: 'Sales', order: Number.NaN },
    { key: 'a', val: [0, 0, 280, 160, 'a1', ''] },
    { key: 'a', val: null },
  ),
  fc.constantFrom(
    { key: 'loop', val: { x: 1, y: 1, parentId: 'loop' } },
    { key: 'a', val: [0, 0, 1, 1, 'a1', 'loop'] },
  ),
  fc.constantFrom(
    { key: 7, val: 7 },
    { statement: 1, at: 2 },
    { print: 'p', reason: 'r', by: 'Ana', at: 1 },
    { print: 'p', reason: 7 },
    { is: 'accepted', block: 'a', wording: 'x', at: 1 },
    { is: 'dissent', block: 'a', wording: 7, at: Infinity },
    { statement: 'A', at: 'yesterday' },
    new Uint8Array(3),
    10n,
  ),
  fc
    .anything({ withNullPrototype: false, maxDepth: 2 })
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
)

const anyJunk: fc.Arbitrary<Junk> = fc.letrec<{ junk: Junk }>((tie) => ({
  junk: fc.oneof(
    { depthSize: 'small' },
    fc.record({ plain: anyPlain }),
    fc.record({
      shared: fc.constantFrom('map', 'array', 'text', 'xml', 'xmltext'),
      of: fc.array(tie('junk'), { maxLength: 3 }),
    }),
  ),
})).junk

const KEYS = [
  'kind',
  'status',
  'owner',
  'tags',
  'agreed',
  'createdAt',
  'deletedAt',
  'field:gain',
  'field:reach',
  'a',
  'b',
  'title',
  'subject',
  'schema',
  'not an id',
  '__proto__',
  'sales',
  '',
  'name',
  'order',
  'from',
  'to',
  'no-purpose',
  'proof-adrift a',
  'ana.1',
  'place:a',
  'order',
  'off:a',
  'off:not an id',
]

function made(junk: Junk): unknown {
  if ('plain' in junk) return junk.plain
  const inner = junk.of.map(made)
  if (junk.shared === 'map') return new Y.Map(inner.map((value, at) => [KEYS[at] ?? 'a', value]))
  if (junk.shared === 'array') return Y.Array.from(inner as never[])
  const words = inner.map((value) => (typeof value === 'string' ? value.slice(0, 9) : '')).join(' ')
  if (junk.shared === 'text') return new Y.Text(words)
  if (junk.shared === 'xmltext') return new Y.XmlText(words)
  const element = new Y.XmlElement('heading')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

interface Write {
  readonly root: string
  /** As which type the peer opens the root: often not the one that it is. */
  readonly as: 'map' | 'array' | 'text' | 'xml'
  readonly key: string
  readonly junk: Junk
}

const anyWrite: fc.Arbitrary<Write> = fc.record({
  root: fc.constantFrom(
    ...['meta', 'voices', 'blocks', 'links', 'frames', 'drawing', 'dismissed', 'decided', 'brief', 'nobody-knows'],
    ...['text:a:statement', 'text:a:detail', 'text:a:telling:sales', 'text:not an id:statement', 'text:'],
  ),
  as: fc.constantFrom('map', 'map', 'array', 'text', 'xml'),
  key: fc.constantFrom(...KEYS),
  junk: anyJunk,
})

/** Written as bytes by somebody who opens roots as whatever they like; Yjs refuses some, and then nothing was written. */
function write(doc: Y.Doc, { root, as, key, junk }: Write): void {
  try {
    doc.transact(() => writeAs(doc, root, as, key, junk))
  } catch {
    // Not every value can be put into every type; what can't be written can't arrive.
  }
}

function writeAs(doc: Y.Doc, root: string, as: Write['as'], key: string, junk: Junk): void {
  const value = made(junk)
  if (as === 'map') doc.getMap(root).set(key, value)
  else if (as === 'array') doc.getArray(root).push([value])
  else if (as === 'text') {
    const text = doc.getText(root)
    text.insert(0, typeof value === 'string' ? value.slice(0, 50) : 'words')
    text.insertEmbed(0, { image: 'x' })
    text.format(0, 3, { bold: true })
  } else doc.getXmlFragment(root).insert(0, [value instanceof Y.XmlElement ? value : new Y.XmlText('loose words')])
}

/** A block and two links are there before, so that the garbage hits something. */
function victim(doc: Y.Doc): void {
  for (const id of ['a', 'b']) {
    doc.getMap('blocks').set(id, new Y.Map([['kind', 'value']]))
    doc.getMap('links').set(`l${id}`, { from: 'a', to: 'b' })
  }
}

function arrived(writes: readonly Write[], map = openMapDoc(new Y.Doc()), afterEach = () => {}): MapDoc {
  const honest = new Y.Doc()
  victim(honest)
  Y.applyUpdate(map.doc, Y.encodeStateAsUpdate(honest))
  // A peer a write: their updates conflict in every way they can.
  for (const one of writes) {
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(map.doc))
    write(peer, one)
    Y.applyUpdate(map.doc, Y.encodeStateAsUpdate(peer))
    afterEach()
  }
  return map
}

describe('whatever a peer has written', () => {
  test('[MR1] [MR3] reading neither throws nor writes, and the map is sound', () => {
    fc.assert(
      fc.property(fc.array(anyWrite, { maxLength: 12 }), (writes) => {
        const map = arrived(writes)
        const before = Y.encodeStateAsUpdate(map.doc)
        let updates = 0
        map.doc.on('update', () => (updates += 1))
        const { map: read } = readMap(map)
        assertSound(read)
        pageFramesOf(map, read)
        for (const id of read.blocks.keys()) {
          const fragment = textFragment(map, id, 'statement')
          if (fragment !== null) fitsSchema(fragment)
        }
        expect(updates).toBe(0)
        expect(Y.encodeStateAsUpdate(map.doc)).toEqual(before)
        expect(JSON.stringify([...read.blocks]).isWellFormed()).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('[MR2] everybody reads the same of it, a reader that saw it come included', () => {
    fc.assert(
      fc.property(fc.array(anyWrite, { maxLength: 8 }), (writes) => {
        const map = openMapDoc(new Y.Doc())
        const reader = new MapReader(map)
        arrived(writes, map, () => expect(reader.read()).toEqual(readMap(map)))
        const newcomer = openMapDoc(new Y.Doc())
        Y.applyUpdate(newcomer.doc, Y.encodeStateAsUpdate(map.doc))
        expect(readMap(newcomer)).toEqual(reader.read())
        reader.close()
      }),
      { numRuns: 100 },
    )
  })

  test('headings, bold words and pictures are read as the words they hold, and keep an editor from opening', () => {
    const map = openMapDoc(new Y.Doc())
    map.blocks.set('a', new Y.Map([['kind', 'value']]))
    const heading = new Y.XmlElement('heading')
    const bold = new Y.XmlText('bold')
    bold.format(0, 4, { strong: true })
    heading.insert(0, [bold])
    const fragment = map.doc.getXmlFragment('text:a:statement')
    fragment.insert(0, [heading, new Y.XmlText('loose')])
    expect(readMap(map).map.blocks.get('a' as BlockId)?.statement).toBe('bold loose')
    expect(fitsSchema(fragment)).toBe(false)
  })

  test('words of a client that took a statement for a plain text are read as words', () => {
    const stranger = new Y.Doc()
    stranger.getMap('blocks').set('a', new Y.Map([['kind', 'value']]))
    stranger.getText('text:a:statement').insert(0, 'Open to bicycles.')
    const map = openMapDoc(new Y.Doc())
    Y.applyUpdate(map.doc, Y.encodeStateAsUpdate(stranger))
    expect(readMap(map).map.blocks.get('a' as BlockId)?.statement).toBe('Open to bicycles.')
    expect(fitsSchema(map.doc.getXmlFragment('text:a:statement'))).toBe(false)
  })

  test('a block that such a client adds with kind and statement alone is a block', () => {
    const stranger = new Y.Doc()
    stranger.getMap('blocks').set('a', new Y.Map([['kind', 'proof']]))
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('1,740 alarms')])
    stranger.getXmlFragment('text:a:statement').insert(0, [paragraph])
    const map = openMapDoc(new Y.Doc())
    Y.applyUpdate(map.doc, Y.encodeStateAsUpdate(stranger))
    expect(readMap(map).map.blocks.get('a' as BlockId)).toEqual({
      id: 'a',
      kind: 'proof',
      statement: '1,740 alarms',
      detail: '',
      status: 'draft',
      owner: '',
      tags: [],
      fields: {},
      tellings: new Map(),
      agreed: null,
      createdAt: 0,
      frame: null,
    })
  })
})
