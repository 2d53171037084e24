/**
 * A brief made shorter, for a page that has no room for all of it: whole details, fields and blocks go, in a fixed
 * order, and what went is counted. Sentences are never cut.
 *
 * - **LO1** `leaveOut(brief, 0)` is the brief; each further step leaves out at least as much as the one before.
 * - **LO2** The first item stays, whatever happens: a page is never empty because there was too much to say.
 */
import { BLOCK_KINDS, type BlockId, type BlockKind } from '../schema/index.ts'
import type { Brief, BriefEntry, BriefItem } from './brief.ts'
import { markRepeated } from './mark-repeated.ts'
import { planCuts } from './plan-cuts.ts'

export interface Shortened {
  readonly brief: Brief
  /** Blocks that stood in the brief and no longer do, by kind. */
  readonly blocks: Readonly<Record<BlockKind, number>>
  readonly details: number
  readonly fields: number
}

/** How many steps there are for this brief. */
export function countCuts(brief: Brief): number {
  return planCuts(brief).length
}

export function leaveOut(brief: Brief, steps: number): Shortened {
  const cuts = new Set(planCuts(brief).slice(0, steps))
  if (cuts.size === 0) return { brief, blocks: { purpose: 0, value: 0, audience: 0, proof: 0 }, details: 0, fields: 0 }
  const sections = brief.sections
    .map((section) => ({
      ...section,
      items: section.items.filter((item) => !cuts.has(`item ${item.block}`)).map((item) => shortenItem(item, cuts)),
    }))
    .filter((section) => section.items.length > 0)
  const shorter = { ...brief, sections: markRepeated(sections) }
  return { brief: shorter, ...compare(brief, shorter) }
}

function shortenItem(item: BriefItem, cuts: ReadonlySet<string>): BriefItem {
  const keep = (entry: BriefEntry) => !cuts.has(`entry ${item.block} ${entry.block}`)
  const shorten = (entry: BriefEntry) => shortenEntry(entry, `${item.block} ${entry.block}`, cuts)
  return {
    ...shortenEntry(item, item.block, cuts),
    audiences: item.audiences.filter(keep).map(shorten),
    proofs: item.proofs.filter(keep).map(shorten),
    open: item.open,
  }
}

function shortenEntry<Entry extends BriefEntry>(entry: Entry, path: string, cuts: ReadonlySet<string>): Entry {
  const fields = Object.entries(entry.fields).filter(([name]) => !cuts.has(`field ${path} ${name}`))
  const shorter = {
    ...entry,
    detail: cuts.has(`detail ${path}`) ? '' : entry.detail,
    fields: Object.fromEntries(fields),
  }
  if (entry.said === undefined) return shorter
  return { ...shorter, said: entry.said.filter(({ name }) => !cuts.has(`field ${path} ${name}`)) }
}

function entriesOf(sections: Brief['sections']): readonly BriefEntry[] {
  return sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences, ...item.proofs]))
}

/** What is on the page, each thing once however often it is printed. */
function contentOf(brief: Brief) {
  const blocks = new Map<BlockId, BlockKind>()
  const details = new Set<BlockId>()
  const fields = new Set<string>()
  for (const entry of entriesOf(brief.sections)) {
    blocks.set(entry.block, entry.kind)
    if (entry.repeated) continue
    if (entry.detail !== '') details.add(entry.block)
    for (const name of Object.keys(entry.fields)) fields.add(`${entry.block} ${name}`)
    for (const { name, of } of entry.said ?? []) {
      fields.add(`${entry.block} ${name}`)
      if (of !== undefined) blocks.set(of.block, of.kind)
    }
  }
  return { blocks, details, fields }
}

/** A block that is gone counts once: its details and fields went with it. */
function compare(before: Brief, after: Brief): Omit<Shortened, 'brief'> {
  const was = contentOf(before)
  const is = contentOf(after)
  const gone = [...was.blocks].filter(([id]) => !is.blocks.has(id))
  const blocks = { purpose: 0, value: 0, audience: 0, proof: 0 }
  for (const [, kind] of gone) blocks[kind] += 1
  const goneIds = new Set<string>(gone.map(([id]) => id))
  const details = [...was.details].filter((id) => !is.details.has(id) && !goneIds.has(id)).length
  const fields = [...was.fields].filter((key) => !is.fields.has(key) && !goneIds.has(key.split(' ')[0] ?? '')).length
  return { blocks, details, fields }
}

export function countBlocks({ blocks }: Pick<Shortened, 'blocks'>): number {
  return BLOCK_KINDS.reduce((sum, kind) => sum + blocks[kind], 0)
}

/** "Left out for want of room: one proof, two fields. They are on the map." `''` when nothing was. */
export function sayLeftOut({ blocks, details, fields }: Omit<Shortened, 'brief'>): string {
  const counts = [
    ...BLOCK_KINDS.map((kind) => [blocks[kind], kind] as const),
    [details, 'detail'],
    [fields, 'field'],
  ] as const
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${inWords(count)} ${what}${count === 1 ? '' : 's'}`)
  if (parts.length === 0) return ''
  const many = parts.length > 1 || counts.some(([count]) => count > 1)
  return `Left out for want of room: ${parts.join(', ')}. ${many ? 'They are' : 'It is'} on the map.`
}

const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}
