/** Edits made beforehand: a person who adds one value and types into its statement, a character an edit. */
import * as Y from 'yjs'

export interface Edits {
  readonly client: number
  /** What makes the block; to be sent before the others. */
  readonly first: Uint8Array
  readonly updates: readonly Uint8Array[]
  /** The clock of each update's one character. */
  readonly clocks: readonly number[]
}

const NOW = 1_760_000_000_000

export function makeEdits(client: number, count: number): Edits {
  const doc = new Y.Doc()
  doc.clientID = client
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const words = new Y.XmlText()
  doc.transact(() => {
    const id = `block-${client}`
    doc.getMap('blocks').set(
      id,
      new Y.Map<unknown>([
        ['kind', 'value'],
        ['createdAt', NOW],
      ]),
    )
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment(`text:${id}:statement`).insert(0, [paragraph])
    paragraph.insert(0, [words])
    words.insert(0, '.')
  })
  const clocks: number[] = []
  for (let n = 0; n < count; n += 1) {
    clocks.push(Y.getState(doc.store, client))
    words.insert(n, 'x')
  }
  doc.destroy()
  const [first = new Uint8Array(), ...updates] = made
  return { client, first, updates, clocks }
}

/** Calls with each clock of each client that an update brings something for. */
export function eachArrival(update: Uint8Array, seen: (client: number, clock: number) => void): void {
  for (const { id, length } of Y.decodeUpdate(update).structs)
    for (let n = 0; n < length; n += 1) seen(id.client, id.clock + n)
}

/** A pointer on the move, as a y-websocket client tells it. */
export function cursorState(client: number, move: number): string {
  const at = (client * 37 + move * 11) % 1_000
  return JSON.stringify({ user: { name: `Person ${client}`, color: '#2d6a8e' }, pointer: { x: at + 0.5, y: at / 2 } })
}
