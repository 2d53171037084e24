/** What a pasted text is. Only as sure as it has to be: the form can be chosen in the preview, too. */
import Papa from 'papaparse'
import type { PasteForm } from './pasted.ts'

const MARKDOWN = /^(?: {0,3}#{1,6} +\S|\s{0,12}[-*+] +\S|\s{0,12}\d{1,3}[.)] +\S|\|.+\|$|---$)|\*\*[^*\n]{1,200}\*\*/m
const LOOKED_AT = 20_000

/** `map-file` is not for pasting: the importer of map files takes it. */
export function guessForm(text: string): PasteForm | 'map-file' {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{')) {
    if (/"format"\s*:\s*"throughline-map"/.test(start)) return 'map-file'
    if (/"nodes"\s*:/.test(start)) return 'canvas'
  }
  const head = start.slice(0, LOOKED_AT)
  if (isTable(head)) return 'csv'
  return MARKDOWN.test(head) ? 'markdown' : 'plain'
}

/** Rows of one length, more than one column, and a first row that reads like names. */
function isTable(head: string): boolean {
  const { data, meta } = Papa.parse<string[]>(head, { preview: 6, skipEmptyLines: true })
  const [first = [], ...rest] = data
  if (first.length < 2 || rest.length === 0) return false
  if (meta.delimiter === '\t') return true
  if (!rest.slice(0, -1).every((row) => row.length === first.length)) return false
  return first.every((cell) => cell.length <= 40 && !/[.!?:]$/.test(cell.trim())) && !head.startsWith('#')
}
