/**
 * A text as rows: headings, items of lists with their depth, paragraphs, tables. One walk over its lines, in linear
 * time (docs/decisions/0019-starting.md has why this is no Markdown library).
 */
import { kindOfHeading } from './kind-words.ts'

export interface Row {
  /** Of its first line, from 1. */
  readonly line: number
  readonly is: 'heading' | 'item' | 'text' | 'table'
  /** 1–6 of a heading, 7 for a line in bold alone; of an item how deep it is nested, from 0. */
  readonly level: number
  /** As it was written, without the marks of its row; lines that belong together are joined. */
  readonly text: string
}

export interface Scanned {
  readonly rows: readonly Row[]
  /** The lines of a front matter, which hold settings of some other program. */
  readonly frontMatter: readonly string[]
}

const HEADING = /^(#{1,6}) +(.*)$/
const ITEM = /^([-*+•◦▪‣]|\d{1,9}[.)])[ ]+(.*)$/
const DASH_ITEM = /^([–])[ ]+(.*)$/
const TASK = /^\[[ xX]\] /
const UNDERLINE = /^(=+|-{2,})$/
const BREAK = /^(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/
const BOLD_ALONE = /^(?:\*\*[^*]{1,120}\*\*|__[^_]{1,120}__):?$/
const FENCE = /^(?:```|~~~)/
const QUOTED = /^(?:> ?){1,20}/
const DEEPEST = 20

interface Building {
  readonly line: number
  readonly is: Row['is']
  readonly level: number
  readonly parts: string[]
}

class Scanner {
  readonly #rows: Building[] = []
  /** What a further line may continue; null after an empty one. */
  #open: Building | null = null
  #indents: number[] = []
  #inFence = false
  /** Whether the line before ended in a break that is meant: two spaces. */
  #broken = false
  readonly #joins: boolean

  constructor(joins: boolean) {
    this.#joins = joins
  }

  list(): readonly Row[] {
    return this.#rows.map(({ parts, ...row }) => ({ ...row, text: parts.join('').trim() }))
  }

  take(raw: string, line: number): void {
    const spread = raw.replaceAll('\t', '    ').trimEnd()
    const bare = spread.trimStart()
    const text = bare.replace(QUOTED, '').replace(/ {2,}/g, ' ').trimStart()
    const indent = spread.length - bare.length
    if (FENCE.test(text)) this.#inFence = !this.#inFence
    else if (this.#inFence) this.#add(line, 'text', 0, text)
    else if (text === '') this.#open = null
    else if (!this.#takeMarked(text, line, indent)) this.#takeText(text, line, indent)
    this.#broken = raw.endsWith('  ')
  }

  /** Lines that their first characters tell apart. */
  #takeMarked(text: string, line: number, indent: number): boolean {
    const heading = HEADING.exec(text)
    if (heading !== null) {
      this.#add(line, 'heading', heading[1]?.length ?? 1, (heading[2] ?? '').replace(/ #+$/, ''))
      return true
    }
    if (this.#joins && UNDERLINE.test(text) && this.#open?.is === 'text' && this.#open.parts.length === 1) {
      this.#rows.pop()
      this.#add(this.#open.line, 'heading', text.startsWith('=') ? 1 : 2, this.#open.parts.join(''))
      return true
    }
    if (BREAK.test(text)) {
      this.#open = null
      return true
    }
    const item = ITEM.exec(text) ?? (this.#joins ? null : DASH_ITEM.exec(text))
    if (item !== null) {
      this.#add(line, 'item', this.#depthAt(indent), (item[2] ?? '').replace(TASK, ''))
      return true
    }
    if (!text.startsWith('|')) return false
    if (this.#open?.is === 'table') this.#open.parts.push(`\n${text}`)
    else this.#add(line, 'table', 0, text)
    return true
  }

  #takeText(text: string, line: number, indent: number): void {
    if (BOLD_ALONE.test(text)) return this.#add(line, 'heading', 7, text.replace(/:$/, ''))
    if (!this.#joins && isPlainHeading(text)) return this.#add(line, 'heading', 1, text.replace(/:$/, ''))
    const follows = this.#open !== null && this.#open.is !== 'table' && this.#open.is !== 'heading'
    const continues = this.#joins ? !text.startsWith('**') : indent > 0 && this.#open?.is === 'item'
    if (follows && continues && this.#open !== null) {
      this.#open.parts.push(this.#broken ? '\n' : ' ', text)
      return
    }
    this.#add(line, 'text', 0, text)
  }

  #add(line: number, is: Row['is'], level: number, text: string): void {
    if (is !== 'item') this.#indents = []
    this.#open = { line, is, level, parts: [text] }
    this.#rows.push(this.#open)
  }

  #depthAt(indent: number): number {
    while (this.#indents.length > 0 && (this.#indents.at(-1) ?? 0) >= indent) this.#indents.pop()
    if (this.#indents.length < DEEPEST) this.#indents.push(indent)
    return this.#indents.length - 1
  }
}

/** Of a text without marks: a short line that ends in a colon, names a kind, or is all capitals. */
function isPlainHeading(text: string): boolean {
  if (text.length > 80 || /[.;,]$/.test(text)) return false
  const words = text.split(' ').length
  if (words <= 8 && text.endsWith(':')) return true
  if (words > 6) return false
  const letters = text.replace(/[^\p{L}]/gu, '')
  const capitals = letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return capitals || (words <= 4 && kindOfHeading(text) !== null && !/[!"“”:]/.test(text))
}

/** `joins` is Markdown's habit: lines that follow each other are one paragraph. In a plain text each is its own. */
export function scanRows(text: string, joins: boolean): Scanned {
  const lines = text.split('\n')
  const frontMatter: string[] = []
  let first = 0
  if (joins && lines[0]?.trim() === '---') {
    const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---')
    if (end > 0) {
      frontMatter.push(...lines.slice(1, end).filter((line) => line.trim() !== ''))
      first = end + 1
    }
  }
  const scanner = new Scanner(joins)
  for (let at = first; at < lines.length; at += 1) {
    scanner.take(lines[at] ?? '', at + 1)
  }
  return { rows: scanner.list(), frontMatter }
}
