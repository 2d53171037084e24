// oxlint-disable-next-line import/no-unassigned-import -- puts IndexedDB where jsdom has none
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openMapDoc, setTitle } from '@throughline/shared/doc'
import type { MapId } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { DeviceCopy } from './device-copy.ts'
import { forgetOnDevice, forgetUnsent, heldMaps, keptMap, leftLives } from './left-on-device.ts'
import { closeDevice } from './open-device.ts'

const map = 'map-1' as MapId
const SERVER = 'server'

afterEach(async () => {
  await forgetOnDevice(map)
  closeDevice()
})

/** A window with the map open: what it edits is kept as the connection would have it kept. */
async function openWindow(epoch = 'first', open?: () => Promise<null>) {
  const doc = new Y.Doc()
  const onChange = vi.fn<() => void>()
  const copy = new DeviceCopy({ map, epoch, role: 'editor', person: null, doc, onChange, ...(open ? { open } : {}) })
  const found = await copy.load()
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === SERVER) copy.keepTheirs(update)
    else if (origin !== copy) copy.keepMine(update)
  })
  return { doc, copy, found, onChange, map: openMapDoc(doc) }
}

const titleOf = (doc: Y.Doc) => doc.getMap('meta').get('title')

test('[DV1] an edit without a receipt waits over a reload, and a receipt ends that', async () => {
  const before = await openWindow()
  expect(before.found).toBe(false)
  setTitle(before.map, 'On the train')
  expect(before.copy.waiting).toBe(true)
  await before.copy.close()

  const after = await openWindow()
  expect(titleOf(after.doc)).toBe('On the train')
  expect(after.copy.waiting).toBe(true)
  after.copy.settle()
  await after.copy.close()

  const settled = await openWindow()
  expect(titleOf(settled.doc)).toBe('On the train')
  expect(settled.copy.waiting).toBe(false)
})

test('what waits is in the order in which it was made, over a reload too', async () => {
  const before = await openWindow()
  for (const title of ['one', 'two', 'three']) setTitle(before.map, title)
  const made = [...before.copy.unsent]
  await before.copy.close()
  const after = await openWindow()
  expect(after.copy.unsent).toEqual(made)
})

test('[DV1] a deletion alone waits too', async () => {
  const before = await openWindow()
  before.doc.getText('text').insert(0, 'one two')
  before.copy.settle()
  await before.copy.close()
  const offline = await openWindow()
  offline.doc.getText('text').delete(0, 4)
  await offline.copy.close()
  const after = await openWindow()
  expect(after.copy.waiting).toBe(true)
  expect(after.doc.getText('text').toString()).toBe('two')
})

test('[DV2] an edit is kept together with what it builds on', async () => {
  const peer = new Y.Doc()
  peer.getText('text').insert(0, 'theirs')
  const before = await openWindow()
  Y.applyUpdate(before.doc, Y.encodeStateAsUpdate(peer), SERVER)
  before.doc.getText('text').insert(6, ' and mine')
  await vi.waitUntil(() => !before.copy.atRisk)
  const after = await openWindow()
  expect(after.doc.getText('text').toString()).toBe('theirs and mine')
})

test('[DV3] without storage everything works, waits, and is said not to be kept', async () => {
  const alone = await openWindow('first', () => Promise.resolve(null))
  setTitle(alone.map, 'Private')
  expect({ keeps: alone.copy.keeps, waiting: alone.copy.waiting, atRisk: alone.copy.atRisk }).toEqual({
    keeps: false,
    waiting: true,
    atRisk: true,
  })
  alone.copy.settle()
  expect(alone.copy.waiting).toBe(false)
  await alone.copy.close()
})

test('[DV3] a full disk is told, and the next write that fits keeps everything', async () => {
  const window = await openWindow()
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  setTitle(window.map, 'One')
  await vi.waitUntil(() => !window.copy.keeps)
  expect(window.copy.atRisk).toBe(true)
  add.mockRestore()
  setTitle(window.map, 'Two')
  await vi.waitUntil(() => window.copy.keeps)
  expect(window.copy.atRisk).toBe(false)
  expect(titleOf((await openWindow()).doc)).toBe('Two')
})

test('[DV3] a database that was thrown away is said to be, and begun anew with all there is', async () => {
  const before = await openWindow('erased')
  setTitle(before.map, 'At the server')
  before.copy.settle()
  setTitle(before.map, 'On the train')
  await vi.waitUntil(() => !before.copy.atRisk)
  const erased = indexedDB.deleteDatabase('throughline')
  await new Promise((done) => (erased.onsuccess = done))
  expect(before.onChange).toHaveBeenCalled()
  await vi.waitUntil(() => before.copy.keeps && !before.copy.atRisk)
  await before.copy.close()

  const after = await openWindow('erased')
  expect(titleOf(after.doc)).toBe('On the train')
  expect(after.copy.waiting).toBe(true)
})

test('[DV4] two windows write at once; what one covers stays waiting for the other until it is covered too', async () => {
  const [ana, ben] = [await openWindow(), await openWindow()]
  ana.doc.getMap('meta').set('a', 1)
  ben.doc.getMap('meta').set('b', 2)
  await vi.waitUntil(() => !ana.copy.atRisk && !ben.copy.atRisk)
  ana.copy.settle()
  await ana.copy.close()
  const third = await openWindow()
  expect(third.doc.getMap('meta').toJSON()).toEqual({ a: 1, b: 2 })
  expect(third.copy.waiting).toBe(true)
})

test('[DV4] a window takes over what another left waiting', async () => {
  const stays = await openWindow()
  const goes = await openWindow()
  setTitle(goes.map, 'From the other window')
  await goes.copy.close()
  await stays.copy.takeOver()
  expect(titleOf(stays.doc)).toBe('From the other window')
  expect(stays.copy.waiting).toBe(true)
})

test('whoever may no longer write reads what the server has; the edits of before stay apart until they are let go', async () => {
  const before = await openWindow('demoted')
  setTitle(before.map, 'At the server')
  before.copy.settle()
  setTitle(before.map, 'Never sent')
  await before.copy.close()
  const doc = new Y.Doc()
  const options = { map, epoch: 'demoted', role: 'viewer', person: null, doc, onlyReads: true, onChange() {} } as const
  const reads = new DeviceCopy(options)
  expect(await reads.load()).toBe(true)
  await reads.takeOver()
  expect([titleOf(doc), reads.waiting]).toEqual(['At the server', false])
  expect((await leftLives(map, null)).map(({ words }) => words.title)).toEqual(['Never sent'])
  await forgetUnsent(map, 'demoted', false)
  expect(await heldMaps()).toEqual(new Map([[map, 'map']]))
})

test('a long history is trimmed to one update', async () => {
  const before = await openWindow()
  for (let n = 0; n < 1_200; n += 1) {
    before.doc.getText('text').insert(0, 'x')
    before.copy.settle()
    if (n % 2 === 0) await vi.waitUntil(() => !before.copy.atRisk, { interval: 1 })
  }
  await before.copy.close()
  const open = indexedDB.open('throughline')
  const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)))
  const counting = db.transaction('settled').objectStore('settled').count()
  const rows = await new Promise<number>((resolve) => (counting.onsuccess = () => resolve(counting.result)))
  db.close()
  expect(rows).toBeLessThan(502)
  expect((await openWindow()).doc.getText('text').length).toBe(1_200)
}, 20_000)

test('words of another life of the map are not merged but handed back, until they are forgotten', async () => {
  const before = await openWindow('first')
  setTitle(before.map, 'Vardeholm')
  before.copy.settle()
  setTitle(before.map, 'Vardeholm, later')
  await before.copy.close()

  const now = await openWindow('second')
  expect(now.found).toBe(false)
  expect(now.copy.waiting).toBe(false)
  expect((await leftLives(map, 'second')).map(({ words, hasWords }) => [words.title, hasWords])).toEqual([
    ['Vardeholm, later', true],
  ])
  await forgetOnDevice(map, 'second')
  expect(await keptMap(map), 'nothing of this life has come yet').toBeNull()
  setTitle(now.map, 'Vardeholm')
  now.copy.settle()
  await now.copy.close()
  expect((await leftLives(map, null)).map(({ hasWords }) => hasWords)).toEqual([false])
  expect((await keptMap(map))?.epoch).toBe('second')
  expect(await heldMaps()).toEqual(new Map([[map, 'map']]))
})
