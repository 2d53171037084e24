/** A month of work on one map, with a clock in the hand, into a folder as a server has it. */
import { beginMap, openMapDoc, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { AppError } from '@throughline/shared/errors'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile } from '@throughline/shared/map-file'
import { BLOCK_KINDS, DEFAULT_VOICES, type MapId } from '@throughline/shared/schema'
import type * as Y from 'yjs'
import { Touches } from '../src/changes/index.ts'
import { silentLog } from '../src/log.ts'
import { Metrics } from '../src/metrics.ts'
import { firstUpdate, Rooms } from '../src/rooms/index.ts'
import { docName, newMapEpoch, partsOfDocName } from '../src/stores/index.ts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { Versions } from '../src/versions/index.ts'
import { FakeClock } from './fake-clock.ts'
import { FakePeer } from './fake-peer.ts'

export const DAYS = 30
const BURSTS_A_DAY = 6
const DAY_MS = 24 * 3_600_000

export interface MonthSize {
  /** How large each map is from the first day. */
  readonly blocks: number
  /** On each map. */
  readonly edits: number
  /** In one database; one when left out. */
  readonly maps?: number
  /** What the texts are made of, the commonest first. Without it, of words that do not repeat: nothing packs worse. */
  readonly vocabulary?: readonly string[]
}

export interface Month {
  /** On all maps. */
  readonly edits: number
  readonly maps: readonly MonthOfMap[]
}

export interface MonthOfMap {
  /** How many automatic versions are kept. */
  readonly versions: number
  /** The fewest blocks that one of them reads as, so that it is known that each is whole. */
  readonly fewestBlocks: number
  /** Milliseconds to read each of them, without the network. */
  readonly openMs: readonly number[]
  /** The same of the processor's time, on the thread that serves: other work on the machine does not lengthen it. */
  readonly openCpuMs: readonly number[]
  /** Of the document as it is now. */
  readonly documentBytes: number
}

/** A burst of work six times a day, and rest in between. The folder is closed afterwards. */
export async function workAMonth(folder: string, size: MonthSize): Promise<Month> {
  const clock = new FakeClock()
  const stores = await openSqliteStores(folder, silentLog)
  const metrics = new Metrics()
  const rooms: Rooms = new Rooms({
    docs: stores.docs,
    maps: stores.maps,
    clock,
    log: silentLog,
    metrics,
    onEdited(edited) {
      const { map } = partsOfDocName(edited.name)
      versions.edited(map, edited)
      touches.touched(map, edited.touched)
    },
  })
  const { people, versions: store, changes } = stores
  const versions = new Versions({ store, visits: changes, people, rooms, clock, log: silentLog })
  const touches = new Touches({ store: changes, clock, log: silentLog })
  const ids = Array.from({ length: size.maps ?? 1 }, (_, n) => `month-${n}` as MapId)
  for (const id of ids) {
    const canvas = firstUpdate((map) => {
      beginMap(map, { title: 'A month', subject: '', voices: DEFAULT_VOICES }, UNTRACKED)
      const content = contentOfNewMap(importMapFile(fileOf(size), 'make'), clock.now())
      placeContent(map, content, clock.now(), UNTRACKED)
    })
    await stores.maps.make({ map: { id, title: '', createdAt: clock.now(), epoch: newMapEpoch() }, keys: [], canvas })
  }
  // One at each map: a peer's document is that of its room.
  const desks = ids.map((id) => ({ id, ana: new FakePeer(7) }))
  const editsABurst = Math.ceil(size.edits / DAYS / BURSTS_A_DAY)
  let edits = 0
  for (let burst = 0; burst < DAYS * BURSTS_A_DAY; burst += 1) {
    for (const { id, ana } of desks)
      await rooms.use(docName(id, 'canvas'), async (room) => {
        ana.join(room)
        for (let n = 0; n < editsABurst; n += 1, edits += 1) {
          work(ana.doc, burst * editsABurst + n)
          if (n % 8 === 7) clock.pass(320)
        }
        await room.settled()
        ana.leave()
      })
    // They come to rest: what the timer does, with its end waited for.
    await versions.close()
    await touches.flush()
    clock.pass(DAY_MS / BURSTS_A_DAY)
  }
  const maps: MonthOfMap[] = []
  for (const id of ids) {
    await stores.docs.compact(docName(id, 'canvas'))
    const { parts } = await stores.docs.load(docName(id, 'canvas'))
    maps.push({
      ...(await whatIsKept(versions, id)),
      documentBytes: parts.reduce((sum, { length }) => sum + length, 0),
    })
  }
  await rooms.close(new AppError('restarting', 'The month is over.'))
  await stores.close()
  metrics.close()
  return { edits, maps }
}

async function whatIsKept(versions: Versions, map: MapId): Promise<Omit<MonthOfMap, 'documentBytes'>> {
  const kept = await versions.list(map)
  const openMs: number[] = []
  const openCpuMs: number[] = []
  let fewestBlocks = Infinity
  for (const { id } of kept) {
    const start = performance.now()
    const before = process.threadCpuUsage()
    const { state } = await versions.read(map, id)
    const { user, system } = process.threadCpuUsage(before)
    openMs.push(performance.now() - start)
    openCpuMs.push((user + system) / 1_000)
    fewestBlocks = Math.min(fewestBlocks, state.map.blocks.size)
  }
  return { versions: kept.length, fewestBlocks, openMs, openCpuMs }
}

/** As large as a map that a team works on for a month: statements and details of the length that people write. */
function fileOf({ blocks, vocabulary }: MonthSize): unknown {
  const say = (seed: number, count: number) =>
    vocabulary === undefined ? oddWords(seed, count) : prose(vocabulary, seed, count)
  return {
    format: 'throughline-map',
    version: 1,
    blocks: Array.from({ length: blocks }, (_, n) => ({
      id: `block-${n}`,
      kind: BLOCK_KINDS[n % BLOCK_KINDS.length],
      statement: say(n, 14),
      detail: say(n + 1, 60),
      tellings: { sales: say(n + 2, 10) },
    })),
  }
}

/** Words that do not repeat in the way that a packer likes best. */
function oddWords(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) =>
    Math.abs(Math.sin(seed * 97 + at))
      .toString(36)
      .slice(3, 9),
  ).join(' ')
}

/** Common words often, rare ones seldom, as Zipf found them; in no order, so that it packs worse than what people write. */
function prose(vocabulary: readonly string[], seed: number, count: number): string {
  const word = (at: number) => {
    const chance = Math.abs(Math.sin(seed * 97 + at * 31) * 10_000) % 1
    return vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** chance) - 1)] ?? ''
  }
  return Array.from({ length: count }, (_, at) => word(at)).join(' ')
}

/** As people work: mostly words, now and then a place, a field, a status. */
function work(doc: Y.Doc, n: number): void {
  const map = openMapDoc(doc)
  const ids = [...map.blocks.keys()].toSorted()
  const id = ids[(n * 7) % ids.length] ?? ''
  const block = map.blocks.get(id) as Y.Map<unknown>
  if (n % 10 === 0) map.frames.push([{ key: id, val: [n % 900, (n * 3) % 700, 280, 160, 'a1', ''] }])
  else if (n % 10 === 1) block.set('field:gain', `An hour a day, as of ${n}.`)
  else if (n % 10 === 2) block.set('status', n % 20 === 2 ? 'proposed' : 'draft')
  else {
    const text = (doc.getXmlFragment(`text:${id}:statement`).get(0) as Y.XmlElement).get(0) as Y.XmlText
    if (text.length > 120) text.delete(0, 40)
    text.insert(text.length, ` word ${n}`)
  }
}
