/** What a hostile or broken editor's program writes, with stock Yjs and nothing of this project. */
import * as Y from 'yjs'
import type { StockClient } from './stock-client.ts'

const DRAWN = { x: 0, y: 0, rotation: 0, index: 'a1', isLocked: false, opacity: 1, parentId: '' }

/** Wrong types, nulls, huge strings, circles of parents, records that tldraw would throw on, words in odd forms. */
export function writesNonsense({ doc }: StockClient): void {
  doc.transact(() => {
    const blocks = doc.getMap('blocks')
    for (const [id, value] of Object.entries({ text: 'no block', nothing: null, number: 7, list: [1], 'no id!': {} }))
      blocks.set(id, value)
    blocks.set('kindless', new Y.Map([['kind', 7]]))
    blocks.set('dragon', new Y.Map([['kind', 'dragon']]))
    blocks.set(
      'wrong-fields',
      new Y.Map<unknown>([
        ['kind', 'value'],
        ['tags', 'none'],
        ['owner', { a: 1 }],
        ['status', 9],
        ['field:gain', null],
        ['createdAt', 'yesterday'],
      ]),
    )
    const links = doc.getMap('links')
    for (const [id, value] of Object.entries({ a: null, b: { from: 7, to: [] }, c: 'x' })) links.set(id, value)
    doc.getMap('voices').set('none', 7)
    doc.getMap('meta').set('subject', { a: 1 })
  })
  writesDrawings(doc)
}

function writesDrawings(doc: Y.Doc): void {
  const inside = (parentId: string) => ({ ...DRAWN, type: 'group', parentId, props: {} })
  const far = [{ type: 'free', points: [{ x: 1e308, y: 1e308, z: 0.5 }] }]
  doc.transact(() => {
    doc
      .getArray<unknown>('frames')
      .push([null, 7, { key: 'wrong-fields', val: [1e300, null, -5, 'x', 'zzz', 'shape:a'] }])
    doc.getArray<unknown>('drawing').push([
      null,
      'x',
      { key: 'page:page', val: { type: 'page' } },
      { key: 'shape:a', val: inside('shape:b') },
      { key: 'shape:b', val: inside('shape:a') },
      { key: 'shape:self', val: { ...inside('shape:self'), type: 'frame', props: { w: 100, h: 100, name: 'x' } } },
      { key: 'shape:geo', val: { ...DRAWN, type: 'geo', props: { w: -1, h: 'x' } } },
      { key: 'shape:far', val: { ...DRAWN, type: 'draw', props: { segments: far, color: 'black' } } },
      { key: 'shape:arrow', val: { ...DRAWN, type: 'arrow', props: {}, ties: [{ toId: 'shape:nope', props: {} }] } },
      { key: 'shape:film', val: { ...DRAWN, type: 'video', props: { url: 'https://elsewhere.example/x.mp4' } } },
      {
        key: 'shape:spy',
        val: { ...DRAWN, type: 'image', props: {}, picture: { src: 'https://elsewhere.example/x' } },
      },
    ])
  })
}

/** A heading with bold words where a statement has plain ones, and a word of 900,000 letters. */
export function writesOddWords({ doc }: StockClient): void {
  doc.transact(() => {
    for (const id of ['heading', 'endless']) doc.getMap('blocks').set(id, new Y.Map([['kind', 'proof']]))
    const heading = new Y.XmlElement('heading')
    const words = new Y.XmlText('Bold words')
    heading.insert(0, [words])
    doc.getXmlFragment('text:heading:statement').insert(0, [heading])
    words.format(0, 4, { strong: true })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('x'.repeat(900_000))])
    doc.getXmlFragment('text:endless:statement').insert(0, [paragraph])
  })
}

/** A thousand a transaction, as fast as the line takes them. */
export async function floods({ doc }: StockClient, blocks: number): Promise<void> {
  for (let n = 0; n < blocks; n += 1_000) {
    doc.transact(() => {
      for (let at = n; at < n + 1_000; at += 1) doc.getMap('blocks').set(`flood-${at}`, new Y.Map([['kind', 'value']]))
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A text that no card can hold, in pieces that the server takes. */
export async function writesMegabytes({ doc }: StockClient, id: string, megabytes: number): Promise<void> {
  const paragraph = new Y.XmlElement('paragraph')
  const words = new Y.XmlText()
  paragraph.insert(0, [words])
  doc.getXmlFragment(`text:${id}:detail`).insert(0, [paragraph])
  for (let n = 0; n < megabytes; n += 3) {
    words.insert(words.length, 'word '.repeat(600_000))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
