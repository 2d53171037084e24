/**
 * A brief made shorter, for a page that has no room for all of it: the ends of details, then whole details, fields and
 * blocks go, in a fixed order, and what went is counted. Sentences are never cut.
 *
 * - **LO1** `leaveOut(brief, 0)` is the brief; each further step leaves out at least as much as the one before.
 * - **LO2** The first item stays, whatever happens: a page is never empty because there was too much to say.
 */
import { BLOCK_KINDS, type BlockId, type BlockKind } from '../schema/index.ts'
import type { Brief, BriefEntry, BriefItem } from './brief.ts'
import { markRepeated } from './mark-repeated.ts'
import { inWords } from './number-words.ts'
import { planCuts } from './plan-cuts.ts'
import { shorterForm } from './shorter-form.ts'

export interface Shortened {
  readonly brief: Brief
  /** Blocks that stood in the brief and no longer do, by kind. */
  readonly blocks: Readonly<Record<BlockKind, number>>
  readonly details: number
  /** Details of which only the beginning is left. */
  readonly ends: number
  readonly fields: number
  /** By section, items that stood at its end and are on the page no more; of sections that are still there. */
  readonly more: Readonly<Record<string, number>>
}

const NO_BLOCKS = { purpose: 0, value: 0, audience: 0, proof: 0 } as const

/** The plan of a brief: it is asked for at every try of a page. */
const plans = new WeakMap<Brief, readonly string[]>()

function planOf(brief: Brief): readonly string[] {
  const known = plans.get(brief) ?? planCuts(brief)
  plans.set(brief, known)
  return known
}

/** How many steps there are for this brief. */
export function countCuts(brief: Brief): number {
  return planOf(brief).length
}

export function leaveOut(brief: Brief, steps: number): Shortened {
  const cuts = new Set(planOf(brief).slice(0, steps))
  if (cuts.size === 0) return { brief, blocks: NO_BLOCKS, details: 0, ends: 0, fields: 0, more: {} }
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
  const detail = cuts.has(`end ${path}`) ? shorterForm(entry.detail) : entry.detail
  const shorter = {
    ...entry,
    detail: cuts.has(`detail ${path}`) ? '' : detail,
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
  const details = new Map<BlockId, string>()
  const fields = new Set<string>()
  for (const entry of entriesOf(brief.sections)) {
    blocks.set(entry.block, entry.kind)
    if (entry.repeated) continue
    // Beside more than one value, what the reader has is the longest of what is said.
    if (entry.detail.length > (details.get(entry.block) ?? '').length) details.set(entry.block, entry.detail)
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
  const blocks = { ...NO_BLOCKS } as Record<BlockKind, number>
  for (const [, kind] of gone) blocks[kind] += 1
  const goneIds = new Set<string>(gone.map(([id]) => id))
  const details = [...was.details.keys()].filter((id) => !is.details.has(id) && !goneIds.has(id)).length
  const ends = [...is.details].filter(([id, detail]) => detail !== was.details.get(id)).length
  const fields = [...was.fields].filter((key) => !is.fields.has(key) && !goneIds.has(key.split(' ')[0] ?? '')).length
  return { blocks, details, ends, fields, more: moreOf(before, after, new Set(is.blocks.keys())) }
}

function moreOf(before: Brief, after: Brief, shown: ReadonlySet<BlockId>): Readonly<Record<string, number>> {
  const left = new Set(after.sections.map(({ id }) => id))
  const counts = before.sections.map(
    ({ id, items }) => [id, items.filter(({ block }) => !shown.has(block)).length] as const,
  )
  return Object.fromEntries(counts.filter(([id, count]) => count > 0 && left.has(id)))
}

export function countBlocks({ blocks }: Pick<Shortened, 'blocks'>): number {
  return BLOCK_KINDS.reduce((sum, kind) => sum + blocks[kind], 0)
}

/** "Left out for want of room: one proof, two fields. They are on the map." `''` when nothing was. */
export function sayLeftOut({ blocks, details, ends, fields }: Omit<Shortened, 'brief' | 'more'>): string {
  const counts = [
    ...BLOCK_KINDS.map((kind) => [blocks[kind], kind] as const),
    [details, 'detail'],
    [fields, 'field'],
  ] as const
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${inWords(count)} ${plural(what, count)}`)
  if (ends > 0) parts.push(`the ${plural('end', ends)} of ${inWords(ends)} ${plural('detail', ends)}`)
  if (parts.length === 0) return ''
  const many = parts.length > 1 || ends > 1 || counts.some(([count]) => count > 1)
  return `Left out for want of room: ${parts.join(', ')}. ${many ? 'They are' : 'It is'} on the map.`
}

/** "And seven more on the map." where a section breaks off. */
export function sayMore(count: number): string {
  return `And ${inWords(count)} more on the map.`
}

const plural = (what: string, count: number) => (count === 1 ? what : `${what}s`)
