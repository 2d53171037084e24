/** Frames that nobody would send, for fast-check: random, of a real kind with nonsense in it, a real update broken. */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { updateFrame } from '../src/rooms/frames.ts'

function someUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('meta').set('title', 'a title')
  doc.getXmlFragment('text:a:statement').insert(0, [new Y.XmlElement('paragraph')])
  return Y.encodeStateAsUpdate(doc)
}

const bytes = fc.uint8Array({ maxLength: 60 })
export const anyFrame = fc.oneof(
  bytes,
  fc
    .tuple(fc.constantFrom(0, 1, 2, 3, 101), fc.constantFrom(0, 1, 2), bytes)
    .map(([a, b, rest]) => new Uint8Array([a, b, ...rest])),
  // A real update with one byte changed, or cut short.
  fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.boolean()).map(([at, value, cut]) => {
    const frame = updateFrame(someUpdate())
    const place = at % frame.length
    if (cut) return frame.slice(0, place)
    frame[place] = value
    return frame
  }),
)
