import { describe, expect, test } from 'vitest'
import type { EpochMs } from '@throughline/shared/schema'
import { reachOf, updatesOf, wordsIn } from '../../test/words-in-updates.ts'
import type { DocName } from './names.ts'
import type { Stores } from './stores.ts'

const name = (text: string) => text as DocName
const bytes = (...of: number[]) => new Uint8Array(of)
const at = (ms: number) => ms as EpochMs

type Open = () => Promise<Stores>

/** Opens a store for a test's work, and closes it after it. */
function opener(open: Open) {
  return async (work: (docs: Stores['docs']) => Promise<void>): Promise<void> => {
    const stores = await open()
    try {
      await work(stores.docs)
    } finally {
      await stores.close()
    }
  }
}

export function describeDocStore(adapter: string, open: Open) {
  describeUpdates(adapter, open)
  describeSnapshots(adapter, open)
}

function describeUpdates(adapter: string, open: Open) {
  const withDocs = opener(open)
  describe(`${adapter} keeps the doc store contract`, () => {
    test('[DS1] an unknown name has nothing', () =>
      withDocs(async (docs) => {
        expect(await docs.load(name('none'))).toEqual({
          seq: 0,
          changedAt: null,
          parts: [],
          tail: 0,
          vector: null,
          damaged: 0,
        })
        expect(await docs.head(name('none'))).toEqual({ seq: 0, changedAt: null })
      }))

    test('[DS1] [DS3] gives back what was appended, in the order of the calls, numbered without gaps', () =>
      withDocs(async (docs) => {
        const seqs = await Promise.all([1, 2, 3].map((n) => docs.append(name('map/a'), bytes(n), at(n * 10))))
        expect(seqs).toEqual([1, 2, 3])
        const { parts, seq, changedAt, tail } = await docs.load(name('map/a'))
        expect(parts.map((part) => [...part])).toEqual([[1], [2], [3]])
        expect({ seq, changedAt, tail }).toEqual({ seq: 3, changedAt: 30, tail: 3 })
      }))

    test('[DS1] takes empty and large updates', () =>
      withDocs(async (docs) => {
        const large = new Uint8Array(5_000_000).fill(7)
        await Promise.all([
          docs.append(name('map/a'), new Uint8Array(), at(1)),
          docs.append(name('map/a'), large, at(2)),
          docs.append(name('map/a'), bytes(9), at(3)),
        ])
        const { parts } = await docs.load(name('map/a'))
        expect(parts.map((part) => part.length)).toEqual([0, 5_000_000, 1])
        expect(Buffer.compare(parts[1] ?? bytes(), large)).toBe(0)
      }))

    test('[DS4] a name that starts another is another document', () =>
      withDocs(async (docs) => {
        await docs.append(name('map/ab'), bytes(7), at(1))
        expect((await docs.load(name('map/a'))).parts).toEqual([])
        expect((await docs.load(name('map/a%'))).parts).toEqual([])
      }))

    test('[DS7] refuses calls after it is closed', async () => {
      const stores = await open()
      await stores.close()
      await expect(stores.docs.append(name('map/a'), bytes(1), at(1))).rejects.toMatchObject({
        kind: 'storage-unavailable',
      })
      await expect(stores.docs.load(name('map/a'))).rejects.toMatchObject({ kind: 'storage-unavailable' })
    })
  })
}

function describeSnapshots(adapter: string, open: Open) {
  const withDocs = opener(open)
  describe(`${adapter} keeps the doc store contract for snapshots`, () => {
    test('[DS5] a snapshot stands for the updates it covers, later ones stay, and the count goes on', () =>
      withDocs(async (docs) => {
        const updates = updatesOf(['one', 'two', 'three'])
        for (const update of updates.slice(0, 2)) await docs.append(name('map/a'), update, at(2))
        const compacted = await docs.compact(name('map/a'))
        for (const update of updates.slice(2)) await docs.append(name('map/a'), update, at(3))
        const { parts, seq, tail, changedAt } = await docs.load(name('map/a'))
        expect(compacted).toEqual({ upTo: 2, bytes: parts[0]?.length })
        expect(wordsIn(parts)).toEqual(['one', 'two', 'three'])
        expect({ parts: parts.length, seq, tail, changedAt }).toEqual({ parts: 2, seq: 3, tail: 1, changedAt: 3 })
      }))

    test('[DS9] how far a snapshot goes is kept beside it, not counting what comes later or waits for its ground', () =>
      withDocs(async (docs) => {
        const updates = updatesOf(['one', 'two', 'three', 'four'])
        const reached = (count: number) => reachOf(updates.slice(0, count))
        const append = async (from: number, to: number) => {
          for (const update of updates.slice(from, to)) await docs.append(name('map/a'), update, at(1))
        }
        await append(0, 2)
        expect((await docs.load(name('map/a'))).vector).toBeNull()
        await docs.compact(name('map/a'))
        await append(3, 4)
        expect((await docs.load(name('map/a'))).vector).toEqual(reached(2))
        await docs.compact(name('map/a'))
        expect((await docs.load(name('map/a'))).vector).toEqual(reached(2))
        await append(2, 3)
        await docs.purge(name('map/a'))
        expect((await docs.load(name('map/a'))).vector).toEqual(reached(4))
      }))

    test('[DS5] there is nothing to put together where there is nothing, or one snapshot', () =>
      withDocs(async (docs) => {
        expect(await docs.compact(name('none'))).toBeNull()
        for (const update of updatesOf(['one'])) await docs.append(name('map/a'), update, at(1))
        expect(await docs.compact(name('map/a'))).toMatchObject({ upTo: 1 })
        expect(await docs.compact(name('map/a'))).toBeNull()
      }))

    test('[DS5] what comes while a snapshot is made stays, and two who ask are served one after the other', () =>
      withDocs(async (docs) => {
        const words = Array.from({ length: 60 }, (_, n) => `word ${n}`)
        const updates = updatesOf(words)
        for (const update of updates.slice(0, 30)) await docs.append(name('map/a'), update, at(1))
        const both = Promise.all([docs.compact(name('map/a')), docs.compact(name('map/a'))])
        for (const update of updates.slice(30)) await docs.append(name('map/a'), update, at(2))
        await both
        const { parts, seq } = await docs.load(name('map/a'))
        expect(seq).toBe(60)
        expect(wordsIn(parts)).toEqual(words)
      }))

    test('[DS5] an update that waits for its ground is in the snapshot, and finds it later', () =>
      withDocs(async (docs) => {
        const updates = updatesOf(['one', 'two'])
        for (const update of updates.slice(1)) await docs.append(name('map/a'), update, at(1))
        await docs.compact(name('map/a'))
        for (const update of updates.slice(0, 1)) await docs.append(name('map/a'), update, at(2))
        expect(wordsIn((await docs.load(name('map/a'))).parts)).toEqual(['one', 'two'])
      }))
  })
}
