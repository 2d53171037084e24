/** Everything a run has measured: on the terminal as it comes, and at the end in the place kept for it in a document. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeMachine } from './machine.ts'
import { markdownTable, printTable, type Row } from './table.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BEGIN = '<!-- pnpm bench --write puts its tables below -->'
const END = '<!-- and above -->'

export class Report {
  readonly #began = describeMachine()
  readonly #command: string
  readonly #tables: string[] = []
  #notes: string[] = []

  /** `command`: how to do it again. */
  constructor(command: string) {
    this.#command = command
    console.log(this.#began)
  }

  /** Belongs to the table that comes next. */
  note(said: string): void {
    console.log(said)
    this.#notes.push(said.split('\n')[0] ?? '')
  }

  table(title: string, rows: readonly Row[]): void {
    printTable(title, rows)
    this.#tables.push(markdownTable(title, rows, this.#notes))
    this.#notes = []
  }

  /** Between the two marks; what else the document says stays. @throws when it has no such place */
  writeInto(file: string): void {
    const path = join(ROOT, file)
    const text = readFileSync(path, 'utf8')
    const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
    if (from < 0 || to < from)
      throw new Error(`${file} has no place for the tables: two lines, "${BEGIN}" and "${END}".`)
    const today = new Date().toISOString().slice(0, 10)
    const said = [`${today}, \`${this.#command}\`. ${this.#began} at the start.`, ...this.#tables].join('\n\n')
    writeFileSync(path, `${text.slice(0, from)}${BEGIN}\n\n${said}\n\n${text.slice(to)}`)
    execFileSync(join(ROOT, 'node_modules', '.bin', 'oxfmt'), [path], { cwd: ROOT })
    console.log(`Written to ${file}.`)
  }
}
