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
  const parts = { docs: { ...docs, compact }, clock: { now, after: clock.after, every: clock.every }, log: silentLog }
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
