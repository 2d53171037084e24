/** A text from anywhere, as lines that may become blocks. */
import { AppError } from '../errors/index.ts'
import { cleanText, LIMITS } from '../schema/index.ts'
import { Draft } from './draft.ts'
import type { Pasted, PasteForm } from './pasted.ts'
import { plainWords } from './plain-words.ts'
import { readCanvas } from './read-canvas.ts'
import { readRows } from './read-rows.ts'
import { readCsv } from './read-table.ts'
import { scanRows } from './rows.ts'

export { guessForm } from './guess-form.ts'
export { readBoard, type BoardArrow, type BoardNote, type ReadBoard } from './read-board.ts'
export { kindOfHeading, kindOfLabel } from './kind-words.ts'
export { asProposed, importPasted, pastedMapFile, type Choice } from './import-pasted.ts'
export {
  PASTE_FORMS,
  type KindGround,
  type Pasted,
  type PastedLine,
  type PastedLink,
  type PasteForm,
} from './pasted.ts'

/**
 * - **PA1** Never throws but for the two refusals below, and takes time in proportion to the length.
 * - **PA2** Every word of the text is in a line, in its title or subject, or in the report.
 *
 * @throws {AppError} `too-large` over `LIMITS.pasteLength`; `bad-input` for a `canvas` that is none.
 */
export function readPasted(text: string, form: PasteForm): Pasted {
  if (text.length > LIMITS.pasteLength)
    throw new AppError(
      'too-large',
      `A text to import may have ${LIMITS.pasteLength} characters; this one has ${text.length}.`,
    )
  const draft = new Draft()
  const clean = cleanText(text.replace(/^\uFEFF/, ''))
  if (form === 'canvas') readCanvas(draft, clean)
  else if (form === 'csv') readCsv(draft, clean)
  else {
    const { rows, frontMatter } = scanRows(clean, form === 'markdown')
    const title = frontMatter.map((line) => /^title: *(.+)$/.exec(line)?.[1]).find((found) => found !== undefined)
    draft.title = title === undefined ? '' : plainWords(title.replace(/^(["'])(.*)\1$/, '$2')).text
    const settings = frontMatter.filter((line) => !line.startsWith('title:'))
    if (settings.length > 0)
      draft.repairs.note('line 1', `holds settings: ${settings.join('; ').slice(0, 2_000)}`, 'left out')
    return draft.finish(readRows(draft, rows))
  }
  return draft.finish()
}
