import { describe, expect, test } from 'vitest'
import type { EpochMs } from '@throughline/shared/schema'
import type { DocName, Seq } from './names.ts'
import type { Stores } from './stores.ts'

const name = (text: string) => text as DocName
const bytes = (...of: number[]) => new Uint8Array(of)
const at = (ms: number) => ms as EpochMs

export function describeDocStore(adapter: string, open: () => Promise<Stores>) {
  describe(`${adapter} keeps the doc store contract`, () => {
    async function withDocs(work: (docs: Stores['docs']) => Promise<void>): Promise<void> {
      const stores = await open()
      try {
        await work(stores.docs)
      } finally {
        await stores.close()
      }
    }

    test('[DS1] an unknown name has nothing', () =>
      withDocs(async (docs) => {
        expect(await docs.load(name('none'))).toEqual({ seq: 0, changedAt: null, parts: [], tail: 0, damaged: 0 })
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

    test('[DS5] a snapshot stands for the updates it covers, later ones stay, and the count goes on', () =>
      withDocs(async (docs) => {
        for (const n of [1, 2, 3]) await docs.append(name('map/a'), bytes(n), at(n))
        await docs.compact(name('map/a'), 2 as Seq, bytes(12))
        const { parts, seq, tail, changedAt } = await docs.load(name('map/a'))
        expect(parts.map((part) => [...part])).toEqual([[12], [3]])
        expect({ seq, tail, changedAt }).toEqual({ seq: 3, tail: 1, changedAt: 3 })
        expect(await docs.append(name('map/a'), bytes(4), at(4))).toBe(4)
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
