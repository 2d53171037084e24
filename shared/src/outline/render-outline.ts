/**
 * The outline as Markdown, for people in a terminal and for programs that read: plain sentences, nested lists.
 * What people wrote never becomes markup, and apart from that stands there as they wrote it.
 */
import { sayDate } from '../brief/index.ts'
import { FIELD_WORDS, fieldNamesOf, type Block, type BlockKind, type PositioningMap } from '../schema/index.ts'
import { outlineOf, type Hanging, type OutlineEntry } from './outline-of.ts'

const KIND: Record<BlockKind, string> = { purpose: 'Purpose', value: 'Value', audience: 'Audience', proof: 'Proof' }

const HANGS: Record<Hanging, string> = {
  top: '',
  driven: ', driven by it',
  served: ', served by it',
  supporting: ', supports it',
}

export function renderOutline(map: PositioningMap): string {
  const { purposes, loose } = outlineOf(map)
  const title = map.title === '' ? 'Untitled map' : map.title
  const parts = [
    `# ${escape(title)}`,
    ...(map.subject === '' || map.subject === title ? [] : [`About: ${escape(map.subject)}`]),
    ...(map.blocks.size === 0 ? ['Nothing is on this map yet.'] : []),
    ...(purposes.length === 0 ? [] : [entries(purposes, map, 0)]),
    ...(loose.length === 0 ? [] : ['## No purpose leads to these', entries(loose, map, 0)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function entries(list: readonly OutlineEntry[], map: PositioningMap, depth: number): string {
  return list.map((one) => renderEntry(one, map, depth)).join('\n')
}

function renderEntry(
  { block, hangs, again, under, related }: OutlineEntry,
  map: PositioningMap,
  depth: number,
): string {
  const state = again ? 'stands in full further up' : sayStatus(block)
  const head = `**${KIND[block.kind]}**${HANGS[hangs]} (${state}): ${sayStatement(block)}`
  const facts = again ? [] : [...sayFacts(block, map), ...related.map((other) => `Relates to: ${sayStatement(other)}`)]
  const lines = [bullet(head, depth), ...facts.map((fact) => bullet(fact, depth + 1))]
  return under.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n${entries(under, map, depth + 1)}`
}

function bullet(text: string, depth: number): string {
  return `${'  '.repeat(depth)}- ${text}`
}

function sayStatement({ statement }: Block): string {
  return statement === '' ? '*nothing written yet*' : escape(statement)
}

function sayStatus({ status, agreed }: Block): string {
  return status === 'agreed' && agreed !== null ? `agreed ${sayDate(agreed.at)}` : status
}

/** Everything a block holds beside its statement: what was agreed, its detail, its fields, who says it how. */
function sayFacts(block: Block, map: PositioningMap): readonly string[] {
  const { agreed, detail, owner, tags, tellings, statement } = block
  const facts: string[] = []
  if (agreed !== null && agreed.statement !== statement)
    facts.push(`Agreed wording of ${sayDate(agreed.at)}: ${escape(agreed.statement)}`)
  for (const paragraph of detail.split('\n')) if (paragraph !== '') facts.push(`Detail: ${escape(paragraph)}`)
  for (const name of fieldNamesOf(block.kind)) {
    const text = block.fields[name]
    if (text !== undefined) facts.push(`${FIELD_WORDS[name]}: ${escape(text)}`)
  }
  if (owner !== '') facts.push(`Owner: ${escape(owner)}`)
  if (tags.length > 0) facts.push(`Tags: ${tags.map(escape).join(', ')}`)
  for (const { id, name } of map.voices) {
    const told = tellings.get(id)
    if (told !== undefined) facts.push(`${escape(name)} says: ${escape(told)}`)
  }
  return facts
}

/** Only what could begin or end markup in the middle of a line: the rest stays readable as plain text. */
function escape(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~~/g, '\\~\\~')
    .replace(/#+$/, (hashes) => `\\${hashes}`)
}
