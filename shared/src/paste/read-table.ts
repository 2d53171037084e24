/**
 * Rows and columns: a whiteboard's export, a spreadsheet, a table in Markdown. Columns are known by their names; a table
 * whose columns are named for kinds is read cell by cell. Nothing in a cell is ever calculated.
 */
import Papa from 'papaparse'
import { quote } from '../map-file/index.ts'
import type { BlockKind } from '../schema/index.ts'
import type { Draft } from './draft.ts'
import { fold, kindOfHeading, kindOfLabel } from './kind-words.ts'
import { plainWords } from './plain-words.ts'
import { keepAddresses, labelled, withoutBareLabel } from './labels.ts'
import type { Row } from './rows.ts'

const ROLES = {
  text: [
    'text',
    'content',
    'note',
    'sticky',
    'sticky note',
    'statement',
    'message',
    'card',
    'idea',
    'inhalt',
    'texte',
    'texto',
    'testo',
    'tekst',
    '内容',
    '文本',
    'title',
    'name',
    'titel',
  ],
  kind: ['kind', 'block', 'block kind', 'art', 'type', 'typ', 'tipo'],
  area: [
    'area',
    'frame',
    'section',
    'group',
    'column',
    'list',
    'parent',
    'heading',
    'bereich',
    'zone',
    'cluster',
    'theme',
  ],
  shape: ['shape', 'widget', 'widget type', 'item type', 'type', 'typ'],
  colour: ['color', 'colour', 'bg color', 'bg colour', 'background color', 'background', 'fill', 'farbe', 'couleur'],
  tags: ['tags', 'tag', 'labels', 'label'],
  link: ['link', 'url', 'source', 'href', 'quelle'],
  detail: ['detail', 'details', 'description', 'notes', 'beschreibung'],
  owner: ['owner', 'assignee'],
  x: ['position x', 'x', 'left'],
  y: ['position y', 'y', 'top'],
} as const
type Role = keyof typeof ROLES
const ROLE_NAMES = Object.keys(ROLES) as readonly Role[]

type Cells = readonly string[]
type Columns = ReadonlyMap<Role, number>

/** Cells of one row that are looked at. */
const MOST_COLUMNS = 200
const MOST_ROWS = 10_001
const HEADING_SHAPES = ['title', 'heading', 'header', 'frame', 'section', 'area', 'titel']

export function readCsv(draft: Draft, text: string): void {
  const { data, errors, meta } = Papa.parse<string[]>(text, { preview: MOST_ROWS })
  for (const { code, row } of errors)
    if (code === 'MissingQuotes' || code === 'InvalidQuotes')
      draft.repairs.note(`row ${(row ?? 0) + 1}`, 'a quotation mark is not closed', 'read to the end of the text')
  if (meta.truncated) draft.repairs.note('', `has more than ${MOST_ROWS - 1} rows`, 'left out after them')
  readTable(
    draft,
    data.map((cells) => cells.slice(0, MOST_COLUMNS)),
    (row) => `row ${row + 1}`,
    null,
  )
}

export function readMarkdownTable(draft: Draft, row: Row, kind: BlockKind | null): void {
  const lines = row.text.split('\n').filter((line) => !/^[\s|:-]+$/.test(line))
  const cells = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|', MOST_COLUMNS)
      .map((cell) => plainWords(cell.trim()).text),
  )
  readTable(draft, cells, (at) => `line ${row.line + at}`, kind)
}

const NOTE_HEADER = ['Text', 'Color', 'Shape', 'Area', 'X', 'Y']

/** Notes of a board, as rows of an export would say them; `at` counts them from 1. */
export function readNotes(
  draft: Draft,
  notes: readonly {
    readonly text: string
    readonly colour: string
    readonly isTitle: boolean
    readonly area: string
    readonly x: number
    readonly y: number
  }[],
): void {
  const rows = notes.map(({ text, colour, isTitle, area, x, y }) => [
    ...[text, colour, isTitle ? 'title' : 'sticky', area, String(x), String(y)],
  ])
  readTable(draft, [NOTE_HEADER, ...rows], (row) => `note ${row}`, null)
}

function rolesOf(header: Cells, body: readonly Cells[]): Columns {
  const folded = header.map(fold)
  const columns = new Map<Role, number>()
  for (const role of ROLE_NAMES) {
    const taken = new Set(columns.values())
    const names: readonly string[] = ROLES[role]
    const at = names
      .map((name) => folded.findIndex((cell, index) => cell === name && !taken.has(index)))
      .find((index) => index >= 0)
    if (at === undefined) continue
    // "Type" is the kind of a block in one program and that of a widget in another.
    if (role === 'kind' && !body.some((cells) => kindOfLabel(cells[at] ?? '') !== null)) continue
    columns.set(role, at)
  }
  return columns
}

function readTable(draft: Draft, table: readonly Cells[], at: (row: number) => string, kind: BlockKind | null): void {
  const [header = [], ...body] = table
  const kinds = header.map((cell) => kindOfLabel(cell))
  if (kinds.filter((one) => one !== null).length >= Math.max(2, header.length / 2) && body.length > 0) {
    readByKinds(draft, header, kinds, body, at)
    return
  }
  const columns = rolesOf(header, body)
  if (columns.has('text')) new TableReader(draft, columns, at, kind).read(header, body)
  else readNameless(draft, table, at, kind)
}

/** A column a kind, as people fill in a canvas. */
function readByKinds(
  draft: Draft,
  header: Cells,
  kinds: readonly (BlockKind | null)[],
  body: readonly Cells[],
  at: (row: number) => string,
): void {
  for (const [index, cells] of body.entries())
    for (const [column, cell] of cells.entries())
      if (cell.trim() !== '')
        draft.add({
          at: at(index + 1),
          text: cell,
          kind: kinds[column] ?? null,
          ground: kinds[column] ? 'heading' : 'nothing',
          under: header[column] ?? '',
        })
}

/** No column says that it holds the words: the one with the most of them does, and the first row is one like the others. */
function readNameless(
  draft: Draft,
  table: readonly Cells[],
  at: (row: number) => string,
  kind: BlockKind | null,
): void {
  const letters: number[] = []
  for (const cells of table)
    for (const [column, cell] of cells.entries())
      letters[column] = (letters[column] ?? 0) + (/\p{L}/u.test(cell) ? cell.length : 0)
  const most = Math.max(0, ...letters)
  const column = letters.indexOf(most)
  if (most === 0) return
  const unread = letters.flatMap((length, other) => (other === column || length === 0 ? [] : [other + 1]))
  if (unread.length > 0)
    draft.repairs.note(
      '',
      `no column is named for its text; column ${column + 1} holds the most words`,
      `columns ${unread.join(', ')} left out`,
    )
  for (const [index, cells] of table.entries()) {
    const text = cells[column]?.trim() ?? ''
    if (text !== '') addLabelled(draft, at(index), text, kind, 'heading', '')
  }
}

function addLabelled(
  draft: Draft,
  at: string,
  text: string,
  kind: BlockKind | null,
  ground: 'heading' | 'label',
  under: string,
  colour = '',
) {
  const label = labelled(text)
  const own = label === null ? null : kindOfLabel(label.label)
  return own === null || label === null
    ? draft.add({ at, text, kind, ground: kind === null ? 'nothing' : ground, under, colour })
    : draft.add({ at, text: withoutBareLabel(text, label), kind: own, ground: 'label', under, colour })
}

interface Heading {
  readonly says: string
  readonly x: number
  readonly y: number
}

class TableReader {
  readonly #draft: Draft
  readonly #columns: Columns
  readonly #at: (row: number) => string
  readonly #kind: BlockKind | null

  constructor(draft: Draft, columns: Columns, at: (row: number) => string, kind: BlockKind | null) {
    this.#draft = draft
    this.#columns = columns
    this.#at = at
    this.#kind = kind
  }

  read(header: Cells, body: readonly Cells[]): void {
    const headings = this.#headings(body)
    for (const [index, cells] of body.entries())
      if (cells.some((cell) => cell.trim() !== '') && !headings.has(cells))
        this.#readRow(cells, this.#at(index + 1), [...headings.values()])
    this.#noteUnread(header, body)
  }

  #cell(cells: Cells, role: Role): string {
    const column = this.#columns.get(role)
    return column === undefined ? '' : (cells[column]?.trim() ?? '')
  }

  #place(cells: Cells, role: 'x' | 'y'): number {
    const text = this.#cell(cells, role)
    return text === '' ? Number.NaN : Number(text)
  }

  /** Titles on the board: their shape says so, and they name a kind or other rows name them as their area. */
  #headings(body: readonly Cells[]): ReadonlyMap<Cells, Heading> {
    const areas = new Set(body.map((cells) => this.#cell(cells, 'area')))
    const found = new Map<Cells, Heading>()
    for (const cells of body) {
      const says = this.#cell(cells, 'text')
      if (says === '' || !HEADING_SHAPES.includes(fold(this.#cell(cells, 'shape')))) continue
      if (areas.has(says) || kindOfHeading(says) !== null)
        found.set(cells, { says, x: this.#place(cells, 'x'), y: this.#place(cells, 'y') })
    }
    return found
  }

  /** The area that a row names, else the title above it that is nearest to its left edge. */
  #under(cells: Cells, headings: readonly Heading[]): string {
    const area = this.#cell(cells, 'area')
    if (area !== '') return area
    const [x, y] = [this.#place(cells, 'x'), this.#place(cells, 'y')]
    let nearest: Heading | null = null
    for (const heading of headings) {
      if (!(heading.y <= y)) continue
      const closer = nearest === null ? Infinity : Math.abs(nearest.x - x)
      if (Math.abs(heading.x - x) < closer && Math.abs(heading.x - x) < REACH) nearest = heading
    }
    return nearest?.says ?? ''
  }

  #readRow(cells: Cells, at: string, headings: readonly Heading[]): void {
    const text = this.#cell(cells, 'text')
    const under = this.#under(cells, headings)
    const named = kindOfLabel(this.#cell(cells, 'kind'))
    const kind = named ?? kindOfHeading(under) ?? this.#kind
    const colour = this.#cell(cells, 'colour').toLowerCase()
    const line = addLabelled(this.#draft, at, text, kind, named === null ? 'heading' : 'label', under, colour)
    if (line === null) return
    const detail = this.#cell(cells, 'detail')
    if (detail !== '') line.detail.push(...detail.split('\n'))
    line.owner = this.#cell(cells, 'owner')
    line.tags.push(
      ...this.#cell(cells, 'tags')
        .split(/[;,]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    )
    const address = this.#cell(cells, 'link')
    if (address !== '') keepAddresses(line, [address])
  }

  #noteUnread(header: Cells, body: readonly Cells[]): void {
    const read = new Set(this.#columns.values())
    for (const [column, name] of header.entries()) {
      if (read.has(column)) continue
      const filled = body.filter((cells) => (cells[column]?.trim() ?? '') !== '').length
      if (filled > 0)
        this.#draft.repairs.note(
          `column ${quote(name, 60)}`,
          `no block has such a part; ${filled} rows have it filled`,
          'left out',
        )
    }
  }
}

/** How far to the side of its title a note may stand, in the board's units: the width of a note. */
const REACH = 260
