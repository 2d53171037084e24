/** Obsidian's JSON Canvas 1.0 (jsoncanvas.org/spec/1.0): text, link and file nodes as lines, groups as their headings, edges as links. */
import { AppError } from '../errors/index.ts'
import { asRecord, parseMapJson, quote } from '../map-file/index.ts'
import type { Draft, DraftLine } from './draft.ts'
import { kindOfHeading, kindOfLabel } from './kind-words.ts'
import { plainWords } from './plain-words.ts'
import { keepAddresses, labelled, withoutBareLabel } from './labels.ts'

type Entry = Readonly<Record<string, unknown>>

const MOST_NODES = 10_000

interface Group {
  readonly says: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function parse(text: string): Entry {
  try {
    const canvas = asRecord(parseMapJson(text))
    if (canvas !== null && Array.isArray(canvas['nodes'])) return canvas
  } catch (cause) {
    throw new AppError('bad-input', 'This is no JSON Canvas: it is not JSON, or not all of it.', { cause })
  }
  throw new AppError('bad-input', 'This is no JSON Canvas: it has no list of nodes.')
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MOST_NODES) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** @throws {AppError} `bad-input` for what is no JSON Canvas at all. */
export function readCanvas(draft: Draft, text: string): void {
  const canvas = parse(text)
  const nodes = listOf(canvas['nodes'])
  const groups = nodes.flatMap(groupOf)
  const lines = new Map<string, DraftLine>()
  for (const [index, value] of nodes.entries()) {
    const node = asRecord(value)
    const line = node === null ? null : readNode(draft, node, groups)
    if (line !== null && node !== null) lines.set(textOf(node['id']), line)
    else if (node?.['type'] !== 'group')
      draft.repairs.note(`nodes[${index}]`, `is no node with words: ${quote(value)}`, 'left out')
  }
  for (const [index, value] of listOf(canvas['edges']).entries()) readEdge(draft, asRecord(value), index, lines)
  for (const key of ['nodes', 'edges']) {
    const all: unknown = canvas[key]
    if (Array.isArray(all) && all.length > MOST_NODES)
      draft.repairs.note(key, `has ${all.length} entries`, `left out after the first ${MOST_NODES}`)
  }
}

function groupOf(value: unknown): readonly Group[] {
  const node = asRecord(value)
  if (node?.['type'] !== 'group' || textOf(node['label']) === '') return []
  const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((side) => numberOf(node[side]))
  return [{ says: textOf(node['label']), x: x ?? 0, y: y ?? 0, w: w ?? 0, h: h ?? 0 }]
}

/** The label of the smallest group that a node's middle lies in. */
function underOf(node: Entry, groups: readonly Group[]): string {
  const x = numberOf(node['x']) + numberOf(node['width']) / 2
  const y = numberOf(node['y']) + numberOf(node['height']) / 2
  let inside: Group | null = null
  for (const group of groups) {
    const holds = x >= group.x && x <= group.x + group.w && y >= group.y && y <= group.y + group.h
    if (holds && (inside === null || group.w * group.h < inside.w * inside.h)) inside = group
  }
  return inside?.says ?? ''
}

function readNode(draft: Draft, node: Entry, groups: readonly Group[]): DraftLine | null {
  const at = `node ${quote(textOf(node['id']), 60)}`
  const under = underOf(node, groups)
  const kind = kindOfHeading(under)
  const found = {
    at,
    under,
    kind,
    colour: textOf(node['color']),
    ground: kind === null ? 'nothing' : 'heading',
  } as const
  if (node['type'] === 'text') return readText(draft, textOf(node['text']), found)
  if (node['type'] === 'link') {
    const line = draft.add({ ...found, text: textOf(node['url']) })
    if (line?.kind === 'proof') line.fields.source = textOf(node['url'])
    return line
  }
  if (node['type'] !== 'file') return null
  return draft.add({ ...found, text: textOf(node['file']), leave: 'names a file that does not come along' })
}

/** A note's first line may be a heading that names the kind; the rest is what it says. */
function readText(draft: Draft, markdown: string, found: Omit<Parameters<Draft['add']>[0], 'text'>): DraftLine | null {
  const parts = markdown
    .split('\n')
    .map((part) => part.replace(/^ {0,3}(?:#{1,6}|[-*+]) +/, '').trim())
    .filter((part) => part !== '')
  const [first = '', ...rest] = parts
  const heading = rest.length > 0 && /^\s*#/.test(markdown) ? kindOfLabel(plainWords(first).text) : null
  const label = heading === null ? labelled(first) : null
  const ofLabel = label === null ? null : kindOfLabel(label.label)
  const words = heading !== null ? rest : [withoutBareLabel(first, label), ...rest]
  const { text, addresses } = plainWords(words.join('\n'))
  const kind = heading ?? ofLabel
  const line = draft.add({ ...found, text, ...(kind === null ? {} : { kind, ground: 'label' as const }) })
  if (line !== null) keepAddresses(line, addresses)
  return line
}

function readEdge(draft: Draft, edge: Entry | null, index: number, lines: ReadonlyMap<string, DraftLine>): void {
  const from = lines.get(textOf(edge?.['fromNode']))
  const to = lines.get(textOf(edge?.['toNode']))
  const at = `edges[${index}]`
  if (edge === null || from === undefined || to === undefined)
    draft.repairs.note(at, `joins no two nodes with words: ${quote(edge)}`, 'left out')
  else draft.link(from, to, true)
  const label = textOf(edge?.['label'])
  if (label !== '')
    draft.repairs.note(at, `is labelled ${quote(label)}; a link says what its two kinds make it`, 'label left out')
}
