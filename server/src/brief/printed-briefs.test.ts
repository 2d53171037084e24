import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { beginMap, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { exampleMap } from '@throughline/shared/examples'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile } from '@throughline/shared/map-file'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import { LogSink } from '../../test/log-sink.ts'
import { Metrics } from '../metrics.ts'
import { firstUpdate, Rooms } from '../rooms/index.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { docName } from '../stores/index.ts'
import { PrintedBriefs, type PrintedWish } from './printed-briefs.ts'
import { createBriefPrinter, type BriefPrinter } from './printer.ts'

const MAP = 'map' as MapId
const NAME = docName(MAP, 'canvas')
const WISH: PrintedWish = {
  map: MAP,
  role: 'viewer',
  format: 'pdf',
  look: { paper: 'a4', design: 'quiet' },
  said: (state) => ({ ...state, live: 'https://here.example/m/map/brief' }),
}

let rooms: Rooms
let briefs: PrintedBriefs
let jobs: string[]
beforeEach(async () => {
  const stores = openMemoryStores()
  const parts = { docs: stores.docs, maps: stores.maps, clock: new FakeClock(), log: new LogSink() }
  rooms = new Rooms({ ...parts, metrics: new Metrics() })
  const imported = importMapFile(exampleMap, 'make')
  const update = firstUpdate((map) => {
    beginMap(map, imported, UNTRACKED)
    placeContent(map, contentOfNewMap(imported, 0 as EpochMs), 0 as EpochMs, UNTRACKED)
  })
  await stores.docs.append(NAME, update, 7 as EpochMs)
  const printer = createBriefPrinter()
  onTestFinished(() => printer.close())
  jobs = []
  const counted: Pick<BriefPrinter, 'whenReady' | 'compose' | 'print'> = {
    whenReady: () => printer.whenReady(),
    compose: (...given) => {
      jobs.push('compose')
      return printer.compose(...given)
    },
    print: (...given) => {
      jobs.push('print')
      return printer.print(...given)
    },
  }
  const versions = { read: () => Promise.reject(new Error('none is asked for')) }
  briefs = new PrintedBriefs({ rooms, versions, stores, printer: counted })
})

const ask = (wishes: readonly PrintedWish[]) => Promise.all(wishes.map((wish) => briefs.make(wish)))

test('[PB3] twenty who ask for the same at once get one page, made once', async () => {
  const files = await ask(Array.from({ length: 20 }, () => ({ ...WISH })))
  expect(jobs).toEqual(['compose', 'print'])
  expect(new Set(files.map(({ body }) => body)).size).toBe(1)
  await ask([WISH])
  expect(jobs).toEqual(['compose', 'print', 'compose', 'print'])
})

test('[PB3] whoever asks for something else, or of a later state, gets that', async () => {
  const others = ask([
    WISH,
    { ...WISH, look: { ...WISH.look, design: 'bold' } },
    { ...WISH, said: (state) => ({ ...WISH.said(state), lens: 'moore' }) },
  ])
  await expect.poll(() => jobs.length, { interval: 1 }).toBeGreaterThan(0)
  await rooms.use(NAME, (room) => room.edit((map) => map.meta.set('title', 'Another title')))
  const files = [...(await others), ...(await ask([WISH]))]
  expect(new Set(files.map(({ body }) => Buffer.from(body).toString('base64'))).size).toBe(4)
  expect(files.at(-1)?.fullName).toBe('Another title.pdf')
})

test('[PB2] of a map that is open the page is composed here, and is the same', async () => {
  const [stored] = await ask([WISH])
  await rooms.use(NAME, async (room) => room.read())
  const [open] = await ask([WISH])
  expect(jobs).toEqual(['compose', 'print', 'print'])
  expect(open).toEqual(stored)
})

test('[PB3] what fails fails for all who asked for it, and the next is made', async () => {
  const nobody = {
    ...WISH,
    said: (state: Parameters<PrintedWish['said']>[0]) => ({ ...state, audience: 'x' as never }),
  }
  const asked = await Promise.allSettled([briefs.make(nobody), briefs.make(nobody)])
  expect(asked).toMatchObject([{ reason: { kind: 'bad-input' } }, { reason: { kind: 'bad-input' } }])
  expect(jobs).toEqual(['compose'])
  await ask([WISH])
})
