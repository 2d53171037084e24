/** Two people and a line that brings late what one of them does: what the session finds, in every order it can come. */
import {
  addBlock,
  openMapDoc,
  readMap,
  removeBlocks,
  setField,
  setOwner,
  setStatement,
  setStatus,
  setTitle,
  type MapDoc,
} from '@throughline/shared/doc'
import type { BlockId, EpochMs, PositioningMap } from '@throughline/shared/schema'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { conflictsOnReturn, type OpenConflict } from './conflicts.ts'
import { Meanwhile } from './meanwhile.ts'

const NOW = 1 as EpochMs
const IDS = ['alarm' as BlockId, 'night' as BlockId]
const THEIRS = Symbol('theirs')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Edit {
  readonly block: BlockId
  readonly what: 'gain' | 'status' | 'owner' | 'statement' | 'title' | 'gone'
  readonly value: 'one' | 'two' | 'three'
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  block: fc.constantFrom(...IDS),
  what: fc.constantFrom('gain', 'status', 'owner', 'statement', 'title', 'gone'),
  value: fc.constantFrom('one', 'two', 'three'),
})
const anyEdits = fc.array(anyEdit, { maxLength: 6 })

function make(map: MapDoc, { block, what, value }: Edit): void {
  if (what === 'gain') setField(map, block, 'gain', value)
  else if (what === 'status') setStatus(map, block, value === 'one' ? 'draft' : 'proposed')
  else if (what === 'owner') setOwner(map, block, value)
  else if (what === 'statement') setStatement(map, block, value)
  else if (what === 'title') setTitle(map, value)
  else removeBlocks(map, [block], NOW)
}

/** A person with all that she has sent, frame by frame. */
function person(client: number, begun: Uint8Array) {
  const map = openMapDoc(new Y.Doc())
  map.doc.clientID = client
  Y.applyUpdate(map.doc, begun)
  const sent: Uint8Array[] = []
  map.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== THEIRS) sent.push(update)
  })
  return { map, sent }
}

interface Story {
  /** What Ana did that still reached Ben at once; only its receipts are late. */
  readonly through: readonly Edit[]
  readonly ana: readonly Edit[]
  readonly ben: readonly Edit[]
  readonly isAnaHigher: boolean
}

/** Ana writes into a line that stalls, Ben goes on; then all of it arrives, and her own edits come back to her. */
async function stall({ through, ana: hers, ben: his, isAnaHigher }: Story) {
  const first = new Y.Doc()
  for (const id of IDS)
    addBlock(
      openMapDoc(first),
      { kind: 'value', statement: id, frame: { x: 0, y: 0, w: 280, h: 160, index: 'a1', parentId: '' } },
      NOW,
      id,
    )
  const begun = Y.encodeStateAsUpdate(first)
  const ana = person(isAnaHigher ? 20 : 1, begun)
  const ben = person(10, begun)
  for (const edit of through) make(ana.map, edit)
  for (const update of ana.sent) Y.applyUpdate(ben.map.doc, update, THEIRS)
  const base = readMap(ben.map).map
  const knew = ana.sent.length
  for (const edit of hers) make(ana.map, edit)
  for (const edit of his) make(ben.map, edit)
  const [mine, theirs] = [readMap(ana.map).map, readMap(ben.map).map]

  const found: OpenConflict[] = []
  const known: Uint8Array[] = []
  const settled = () => Y.mergeUpdates([begun, ...known])
  const meanwhile = new Meanwhile({
    state: () => Y.encodeStateVector(ana.map.doc),
    apart: () => ({ mine: readMap(ana.map).map, unsent: [...ana.sent], settled: Promise.resolve(settled()) }),
    onKnown: (edit) => known.push(edit),
    compare: async (apart, updates) => {
      found.push(...conflictsOnReturn((await apart.settled) ?? begun, apart.unsent, apart.mine, updates))
    },
  })
  const frames = [...ana.sent.slice(0, knew), ...ben.sent, ...ana.sent.slice(knew)]
  for (const update of frames) {
    meanwhile.hear(update)
    Y.applyUpdate(ana.map.doc, update, THEIRS)
  }
  await vi.advanceTimersByTimeAsync(1_000)
  return { base, mine, theirs, merged: readMap(ana.map).map, found }
}

const valuesOf = (map: PositioningMap): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    [' title', map.title],
    ...[...map.blocks].flatMap(([id, { fields, status, owner }]): [string, unknown][] => [
      [`${id} field:gain`, fields.gain ?? ''],
      [`${id} status`, status],
      [`${id} owner`, owner],
    ]),
  ])

/** Both have set it, and not to the same: whichever stands, the other would be lost. */
function lostValues(base: PositioningMap, ...sides: readonly PositioningMap[]): readonly string[] {
  const [mine, theirs, merged] = sides.map(valuesOf)
  return [...valuesOf(base)].flatMap(([name, was]) => {
    const [my, their] = [mine?.get(name), theirs?.get(name)]
    const isThere = my !== undefined && their !== undefined && merged?.has(name)
    return isThere && my !== was && their !== was && my !== their ? [name] : []
  })
}

/** One side has deleted what the other worked on. */
function lostBlocks(base: PositioningMap, mine: PositioningMap, theirs: PositioningMap): readonly string[] {
  const words = (map: PositioningMap, id: BlockId) => JSON.stringify({ ...map.blocks.get(id), frame: null })
  return [...base.blocks.keys()].flatMap((id) => {
    const isGone = !mine.blocks.has(id)
    const isWorkedOn = words(isGone ? theirs : mine, id) !== words(base, id)
    return isGone === theirs.blocks.has(id) && isWorkedOn ? [`${id} gone`] : []
  })
}

const namesOf = (found: readonly OpenConflict[]) => found.map(({ block, what }) => `${block ?? ''} ${what}`)

test('on a late line no whole value of either side is lost, and no block worked on, without both sides being kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ through: anyEdits, ana: anyEdits, ben: anyEdits, isAnaHigher: fc.boolean() }),
      async (story) => {
        const { base, mine, theirs, merged, found } = await stall(story)
        expect(namesOf(found).toSorted()).toEqual(
          [...lostValues(base, mine, theirs, merged), ...lostBlocks(base, mine, theirs)].toSorted(),
        )
      },
    ),
    { numRuns: 300 },
  )
})

const gain = (value: Edit['value']): Edit => ({ block: 'alarm' as BlockId, what: 'gain', value })

test.each([true, false])(
  'whichever of two values Yjs lets stand, both are there to choose (Ana higher: %s)',
  async (isAnaHigher) => {
    const { found } = await stall({ through: [], ana: [gain('one')], ben: [gain('two')], isAnaHigher })
    expect(found.map(({ mine, theirs, by }) => [mine[0]?.after, theirs[0]?.after, by])).toEqual([['one', 'two', 10]])
  },
)

test('what others set knowing mine is their answer to it, and what they did then is still compared with the rest', async () => {
  const status: Edit = { block: 'alarm' as BlockId, what: 'owner', value: 'one' }
  const { found } = await stall({
    through: [gain('one')],
    ana: [status],
    ben: [gain('two'), { ...status, value: 'two' }],
    isAnaHigher: true,
  })
  expect(namesOf(found)).toEqual(['alarm owner'])
})

test('[MW2] my own edits that come back are nobody else’s', async () => {
  const compare = vi.fn<() => void>()
  const { map, sent } = person(1, Y.encodeStateAsUpdate(new Y.Doc()))
  setTitle(map, 'one')
  const known: Uint8Array[] = []
  const meanwhile = new Meanwhile({
    state: () => Y.encodeStateVector(map.doc),
    apart: () => ({ mine: readMap(map).map, unsent: sent, settled: Promise.resolve(null) }),
    onKnown: (edit) => known.push(edit),
    compare,
  })
  for (const update of sent) meanwhile.hear(update)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(compare).not.toHaveBeenCalled()
  expect(known).toEqual(sent)
})
