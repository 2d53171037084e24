/**
 * What all the rules cost on one map, without network or page: on a map that nobody has read before, and after a
 * keystroke in one block, when the texts of all others have been read.
 */
import { findNotices } from '@throughline/shared/notices'
import { importMapFile } from '@throughline/shared/map-file'
import type { Block, PositioningMap } from '@throughline/shared/schema'
import { mapFileOf } from './map.ts'
import { median, type Row } from './table.ts'

const RUNS = 15
const TODAY = '2026-06-15'
const SAID = [
  'Twice as calm as the alarm that they had, and nobody drives in at night.',
  'A person answers the alarm first, and calls you only when you must act.',
  'In use in 1,200 pharmacies since the spring of 2024, and in nine hospitals.',
  'We take the alarm, so that the pharmacist can sleep; the insurer likes that.',
]

/** Each block with a statement of twelve words, two fields and three tellings of fourteen: what a finished map holds. */
function wordyMap(blocks: number): PositioningMap {
  const file = mapFileOf(blocks) as { readonly blocks: readonly { readonly kind: string }[] }
  const voices = ['sales', 'product', 'customer'].map((id) => ({ id, name: id }))
  const say = (n: number) => `${SAID[n % SAID.length]} ${letters(n)}`
  const wordy = file.blocks.map((block, n) => ({
    ...block,
    fields: fieldsOf(block.kind, say(n + 1)),
    tellings: Object.fromEntries(voices.map(({ id }, voice) => [id, say(n + voice)])),
  }))
  const { blocks: made, links, ...about } = importMapFile({ ...file, voices, blocks: wordy }, 'make')
  const placed = made.map((block): [Block['id'], Block] => [
    block.id,
    { ...block, frame: null, createdAt: 0 as Block['createdAt'] },
  ])
  return {
    ...about,
    blocks: new Map(placed.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    links: links as PositioningMap['links'],
  }
}

/** So that no two texts are the same, and without a figure in each. */
function letters(n: number): string {
  return n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
}

function fieldsOf(kind: string, text: string): Readonly<Record<string, string>> {
  if (kind === 'value') return { gain: text, difference: text }
  if (kind === 'audience') return { situation: text, need: text }
  return kind === 'proof' ? { source: text, by: text } : { category: text, whyNow: text }
}

/** The same map as objects that no rule has seen. */
function unread(map: PositioningMap): PositioningMap {
  return { ...map, blocks: new Map([...map.blocks].map(([id, block]) => [id, { ...block }])), links: [...map.links] }
}

function afterKeystroke(map: PositioningMap, n: number): PositioningMap {
  const [id, block] = [...map.blocks][n % map.blocks.size] ?? []
  if (id === undefined || block === undefined) return map
  return { ...map, blocks: new Map(map.blocks).set(id, { ...block, statement: `${block.statement} ${letters(n)}` }) }
}

export function measureNotices(blocks: number): Row {
  const map = wordyMap(blocks)
  let texts = 0
  for (const block of map.blocks.values()) texts += 1 + Object.keys(block.fields).length + block.tellings.size
  const first = Array.from({ length: RUNS }, () => cpuMs(unread(map)))
  let now = unread(map)
  const found = findNotices(now, TODAY).length
  const again = Array.from({ length: RUNS }, (_, n) => cpuMs((now = afterKeystroke(now, n * 7))))
  return {
    blocks: String(blocks),
    texts: String(texts),
    'notices found': String(found),
    'first time ms': median(first).toFixed(1),
    'after a keystroke ms': median(again).toFixed(1),
  }
}

/** Processor time, which a busy machine does not stretch. */
function cpuMs(map: PositioningMap): number {
  const { user, system } = process.cpuUsage()
  findNotices(map, TODAY)
  const after = process.cpuUsage()
  return (after.user + after.system - user - system) / 1000
}
