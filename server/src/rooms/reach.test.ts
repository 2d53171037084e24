import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Reach } from './reach.ts'

/** What three people have typed and deleted, each update on its own; some may be lost, and the order may be any. */
const histories = fc
  .array(fc.record({ who: fc.integer({ min: 1, max: 3 }), n: fc.nat(9), isDeletion: fc.boolean() }), { maxLength: 25 })
  .chain((steps) => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const { who, n, isDeletion } of steps) {
      doc.clientID = who
      const list = doc.getArray('list')
      if (isDeletion && list.length > 0) list.delete(n % list.length)
      else list.insert(n % (list.length + 1), [n, n])
    }
    return fc.tuple(fc.shuffledSubarray(updates), fc.shuffledSubarray(updates))
  })

const madeOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('how far updates go', () => {
  test('[RC1] after a snapshot it is never further than a document made of both, and as far when nothing waits', () => {
    fc.assert(
      fc.property(histories, ([before, after]) => {
        const snapshot = madeOf(before)
        const reach = new Reach(Y.decodeStateVector(Y.encodeStateVector(snapshot)))
        for (const update of after) reach.take(Y.decodeUpdate(update).structs)
        const whole = madeOf([Y.encodeStateAsUpdate(snapshot), ...after])
        // What waits is in the bytes, and whoever is told that it is there relies on the bytes.
        fc.pre(whole.store.pendingStructs === null)
        const truth = Y.decodeStateVector(Y.encodeStateVector(whole))
        const found = [...reach.clocks()]
        expect(found.filter(([client, clock]) => clock > (truth.get(client) ?? 0))).toEqual([])
        // Only what waited for its ground in the snapshot is not counted.
        const waited = snapshot.store.pendingStructs !== null
        expect(waited || isDeepStrictEqual(new Map(found), truth)).toBe(true)
      }),
    )
  })
})
