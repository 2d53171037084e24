import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { silentLog } from '../log.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { docName, type DocStore } from '../stores/index.ts'
import { DocKeeper } from './doc-keeper.ts'

test('[DK3] the next snapshot of a document whose last one took long waits ten times as long', async () => {
  const clock = new FakeClock()
  // Every look at the clock takes so long: that is how a snapshot takes time here.
  let look = 0
  const now = () => {
    clock.pass(look)
    return clock.now()
  }
  const { docs } = openMemoryStores()
  const compact = vi.fn<DocStore['compact']>(docs.compact)
  const parts = {
    docs: { ...docs, compact },
    clock: { now, elapsed: now, after: clock.after, every: clock.every },
    log: silentLog,
  }
  const doc = new Y.Doc()
  const { keeper } = await DocKeeper.load(docName('map' as MapId, 'canvas'), parts)
  const save500 = async () => {
    for (let n = 0; n < 500; n += 1) await keeper.append(Y.encodeStateAsUpdate(doc))
  }
  const compactSlowly = async () => {
    look = 10
    await keeper.compactIfLong()
    look = 0
  }
  await save500()
  await compactSlowly()
  await save500()
  await compactSlowly()
  expect(compact).toHaveBeenCalledTimes(1)
  clock.pass(100)
  await compactSlowly()
  expect(compact).toHaveBeenCalledTimes(2)
})

test('[DK3] who closes waits for the snapshot that is being made, and makes one of what came meanwhile', async () => {
  const { docs } = openMemoryStores()
  let goOn = (): void => {}
  const inTheMiddle = new Promise<void>((resolve) => (goOn = resolve))
  const made: number[] = []
  const compact: DocStore['compact'] = async (name) => {
    if (made.length === 0) await inTheMiddle
    const compacted = await docs.compact(name)
    made.push(compacted?.upTo ?? 0)
    return compacted
  }
  const { keeper } = await DocKeeper.load(docName('map' as MapId, 'canvas'), {
    docs: { ...docs, compact },
    clock: new FakeClock(),
    log: silentLog,
  })
  const doc = new Y.Doc()
  const save = async (times: number) => {
    for (let n = 0; n < times; n += 1) await keeper.append(Y.encodeStateAsUpdate(doc))
  }
  await save(500)
  const first = keeper.compactIfLong()
  const last = keeper.compactIfLong(true)
  goOn()
  await Promise.all([first, last])
  expect(made).toEqual([500])
  await save(30)
  await keeper.compactIfLong(true)
  expect(made).toEqual([500, 530])
})
