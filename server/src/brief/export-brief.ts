/** A map in, a file out: the only way a brief leaves the server. */
import {
  BRIEF_FORMATS,
  codeOf,
  isBriefFormat,
  renderMarkdown,
  titleOf,
  type Brief,
  type BriefFormat,
  type Design,
  type Paper,
} from '@throughline/shared/brief'
import { unreachable } from '@throughline/shared/base'
import { AppError } from '@throughline/shared/errors'
import type { PositioningMap } from '@throughline/shared/schema'
import { briefOf, type ComposeOptions } from './brief-of.ts'
import type { PrintFormat } from './print-child.ts'
import type { BriefPrinter } from './printer.ts'

export interface FileOptions {
  readonly printer: Pick<BriefPrinter, 'print'>
  /** The bytes of a picture of the map, by its id; null when there is none of that id that a brief can hold. */
  readonly picture?: ((asset: string) => Promise<Uint8Array | null>) | undefined
  /** A4 unless told otherwise. */
  readonly paper?: Paper | undefined
  /** Quiet unless told otherwise. */
  readonly design?: Design | undefined
}

export interface ExportOptions extends ComposeOptions, FileOptions {}

export interface BriefFile {
  readonly body: string | Uint8Array
  readonly contentType: string
  /** Letters, digits and hyphens of ASCII, and the format. */
  readonly fileName: string
  /** The same in the letters of the title, for whoever saves it. */
  readonly fullName: string
  /** Blocks of the map that this file does not show. */
  readonly leftOut: number
  /** Which of these are on the brief, and found no room in this file. */
  readonly noRoom: number
  /** Letters that none of our fonts has, by their code. */
  readonly missing: readonly string[]
}

const PRINTED: readonly string[] = ['pdf', 'png', 'docx', 'html']

/** Whether it is made in the process that prints. */
export const isPrinted = (format: string): format is PrintFormat => PRINTED.includes(format)

/** `format` as in the address, unchecked: what is not made here is answered with a sentence. */
export async function exportBrief(map: PositioningMap, format: string, options: ExportOptions): Promise<BriefFile> {
  if (!isBriefFormat(format)) {
    throw new AppError(
      'not-found',
      `The brief is not made as .${format.slice(0, 20)}. It is made as .pdf, .docx, .png, .html, .md and JSON.`,
    )
  }
  const brief = briefOf(map, options)
  if (!brief.ok) throw noAudience()
  return fileOf(brief.value, format, options)
}

export const noAudience = () => new AppError('bad-input', 'There is no audience with that id on this map.')

/** A brief that has been composed, as a file. */
export async function fileOf(brief: Brief, format: BriefFormat, options: FileOptions): Promise<BriefFile> {
  const { body, leftOut, missing = [] } = await render(brief, format, options)
  return {
    body,
    contentType: BRIEF_FORMATS[format].contentType,
    fileName: `${slug(titleOf(brief))}.${format}`,
    fullName: `${named(titleOf(brief))}.${format}`,
    leftOut: leftOut + brief.leftOut.length,
    noRoom: leftOut,
    missing: missing.map(codeOf),
  }
}

interface Rendered {
  readonly body: string | Uint8Array
  readonly leftOut: number
  readonly missing?: readonly string[]
}

async function render(
  brief: Brief,
  format: BriefFormat,
  { printer, picture, paper = 'a4', design = 'quiet' }: FileOptions,
): Promise<Rendered> {
  const isShown = brief.logo !== undefined && format !== 'json' && format !== 'md'
  const logo = isShown ? ((await picture?.(brief.logo.asset)) ?? undefined) : undefined
  switch (format) {
    case 'json':
      return { body: JSON.stringify(brief), leftOut: 0 }
    case 'md':
      return { body: renderMarkdown(brief), leftOut: 0 }
    case 'html':
    case 'pdf':
    case 'png':
    case 'docx': {
      const { file, leftOut, missing } = await printer.print(brief, { paper, design, format, logo })
      return { body: file, leftOut, missing }
    }
    default:
      return unreachable(format)
  }
}

/** What no file system takes in a name, and what does not show. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu
/** File systems take 255 bytes, and a letter may have four. */
const NAME_LENGTH = 60

function named(title: string): string {
  const name = title.toWellFormed().replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim()
  return [...name].slice(0, NAME_LENGTH).join('').replace(/^\.+/, '').trim() || 'brief'
}

function slug(title: string): string {
  const ascii = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
  return ascii.replace(/^-+|-+$/g, '') || 'brief'
}
