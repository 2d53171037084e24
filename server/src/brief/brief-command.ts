/**
 * `pnpm throughline brief <map file> -o brief.pdf`: the brief of a map file, without a server or a database. The end of
 * the file's name says the format. What had to be repaired on the way in is said, as on the home page.
 */
import { invariant } from '@throughline/shared/base'
import { AppError } from '@throughline/shared/errors'
import { isDesign, isPaper, isWording } from '@throughline/shared/brief'
import { isLensId, LENS_IDS } from '@throughline/shared/lenses'
import { beginMap, placeContent, readMap, UNTRACKED } from '@throughline/shared/doc'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile, type ImportedMap } from '@throughline/shared/map-file'
import { isLogoAsset, type BlockId, type EpochMs, type Logo, type PositioningMap } from '@throughline/shared/schema'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { takePicture } from '../assets/index.ts'
import { firstUpdate } from '../rooms/index.ts'
import { exportBrief } from './export-brief.ts'
import { fitsBrief } from './logo.ts'
import { createBriefPrinter } from './printer.ts'

export const BRIEF_USAGE = `pnpm throughline brief <map file> -o <file>   makes the brief of a map file: .pdf, .png, .docx, .html, .md or .json
      --design quiet|editorial|bold   --paper a4|letter   --audience <blockId>   --wording now|agreed   --as-of 2026-05-21
      --logo <picture>, a PNG or JPEG
      --lens ${LENS_IDS.join('|')}
      The date is that of the file's last change, unless --as-of says another.`

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  design: { type: 'string', default: 'quiet' },
  paper: { type: 'string', default: 'a4' },
  audience: { type: 'string' },
  lens: { type: 'string' },
  logo: { type: 'string' },
  wording: { type: 'string', default: 'now' },
  'as-of': { type: 'string' },
} as const

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error))
  }
}

const refusal = (says: string) => new AppError('bad-input', `${says}\n\n${BRIEF_USAGE}`)

/** Paths are meant from `folder`. Answers with what to print. @throws {AppError} with a sentence. */
export async function briefCommand(args: readonly string[], folder: string): Promise<string> {
  const { values, positionals } = readArgs(args)
  const [file, ...rest] = positionals
  const { output, design, paper, audience, lens, wording, logo } = values
  if (file === undefined || rest.length > 0 || output === undefined) throw refusal('Name one map file and one output.')
  if (!isDesign(design)) throw refusal(`There is no design “${design}”.`)
  if (!isPaper(paper)) throw refusal(`There is no paper “${paper}”.`)
  if (lens !== undefined && !isLensId(lens)) throw refusal(`There is no lens “${lens}”.`)
  if (!isWording(wording)) throw refusal(`There is no wording “${wording}”.`)
  const day = dateOf(values['as-of'])
  const source = resolve(folder, file)
  const imported = importMapFile(await readJson(source), 'make')
  const asOf = day ?? Math.floor((await stat(source)).mtimeMs)
  const mark = logo === undefined ? null : await readLogoFile(resolve(folder, logo))
  const map = mapOf(imported)
  const marked = mark === null ? map : { ...map, brief: { ...map.brief, logo: mark.logo } }
  const printer = createBriefPrinter()
  try {
    const { body, leftOut } = await exportBrief(marked, extname(output).slice(1), {
      printer,
      picture: async () => mark?.bytes ?? null,
      design,
      paper,
      lens,
      wording,
      // A file has no revisions.
      revision: 0,
      asOf: asOf as EpochMs,
      audience: audience as BlockId | undefined,
    })
    await writeFile(resolve(folder, output), body)
    return say(output, leftOut, imported)
  } finally {
    await printer.close()
  }
}

async function readJson(path: string): Promise<unknown> {
  let text
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new AppError('bad-input', `${path} could not be read: ${error instanceof Error ? error.message : ''}`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('bad-input', `${path} is not JSON, so it is no map file.`)
  }
}

async function readLogoFile(path: string): Promise<{ readonly logo: Logo; readonly bytes: Uint8Array }> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('bad-input', `${path} could not be read: ${error instanceof Error ? error.message : ''}`)
  })
  const { id: asset, width, height } = takePicture(bytes)
  if (!isLogoAsset(asset)) throw new AppError('bad-input', 'A logo is a PNG or a JPEG: every format can hold these.')
  if (!fitsBrief(bytes)) throw new AppError('bad-input', 'A logo may have 1 MB and 4 million pixels. Make it smaller.')
  return { logo: { asset, width, height, alt: '' }, bytes }
}

function dateOf(day: string | undefined): number | null {
  if (day === undefined) return null
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(at)) throw refusal(`“${day}” is not a day like 2026-05-21.`)
  return at
}

function mapOf(imported: ImportedMap): PositioningMap {
  const { title, subject, voices, brief } = imported
  const read: PositioningMap[] = []
  firstUpdate((map) => {
    beginMap(map, { title, subject, voices, brief }, UNTRACKED)
    placeContent(map, contentOfNewMap(imported, 0 as EpochMs), 0 as EpochMs, UNTRACKED)
    read.push(readMap(map).map)
  })
  const [made] = read
  invariant(made !== undefined, 'a document was begun and not read')
  return made
}

function say(output: string, leftOut: number, { report }: ImportedMap): string {
  const rest = leftOut === 0 ? '' : ` Blocks not on it: ${leftOut}.`
  const repairs = report.map(({ path, problem, done }) => `\n${path}: ${problem}; ${done}`)
  return `Made ${output}.${rest}${repairs.join('')}`
}
