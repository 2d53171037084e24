/**
 * The process that sets pages: one brief in, one file out: the page as a PDF or a picture, or the same as HTML or a Word file;
 * or the minutes of a workshop as a PDF. It runs apart because a native call can neither be interrupted nor trusted with
 * absurd input, and a process can be killed. A map that nobody has open is read here too, and its brief composed, so that
 * nobody who edits another has to wait for that. It ends with its parent.
 */
import { countBlocks, leaveOut, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import type { Minutes } from '@throughline/shared/minutes'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import process from 'node:process'
import { composeStored, type ComposedStored, type StoredOptions } from './compose-stored.ts'
import { pageOf } from './page.ts'
import { printMinutes, printPage, type PrintedPage } from './print-page.ts'
import { compiler } from './typesetter.ts'

export type PrintFormat = 'pdf' | 'png' | 'docx' | 'html'

export interface BriefWish {
  readonly is: 'brief'
  readonly format: PrintFormat
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
  /** The bytes of the brief's logo, where it has one that is at hand. */
  readonly logo?: Uint8Array | undefined
}
export interface MinutesWish {
  readonly is: 'minutes'
  readonly minutes: Minutes
  readonly paper: Paper
}
export interface ComposeWish {
  readonly is: 'compose'
  /** The map's document. */
  readonly parts: readonly Uint8Array[]
  readonly options: StoredOptions
}
export type PrintWish = BriefWish | MinutesWish | ComposeWish
export type PrintJob = { readonly id: number } & PrintWish

export interface PrintedFile {
  readonly is: 'printed'
  readonly file: Uint8Array
  readonly leftOut: number
  /** Letters that none of our fonts has. */
  readonly missing: readonly string[]
  /** Whether it claims to be PDF/UA. */
  readonly accessible: boolean
}
export interface ComposedBrief {
  readonly is: 'composed'
  readonly brief: ComposedStored
}
export type PrintReply =
  | ({ readonly id: number; readonly ok: true } & (PrintedFile | ComposedBrief))
  | { readonly id: number; readonly ok: false; readonly why: string }

/** Results of earlier pages that Typst keeps for this many prints. */
const CACHE_AGE = 4

async function work(job: PrintJob): Promise<PrintedFile | ComposedBrief> {
  if (job.is === 'compose') return { is: 'composed', brief: composeStored(job.parts, job.options) }
  if (job.is === 'minutes') return { is: 'printed', leftOut: 0, ...printMinutes(job.minutes, job.paper) }
  if (job.format === 'html') {
    const { htmlFile } = await import('./html/html-file.ts')
    return { is: 'printed', file: await htmlFile(job), leftOut: 0, missing: [], accessible: true }
  }
  if (job.format !== 'docx') {
    const { file, fit, missing, accessible } = printWithLogo(job, job.format)
    const leftOut = countBlocks(leaveOut(job.brief, fit.cuts))
    return { is: 'printed', file, leftOut, missing, accessible }
  }
  // Loaded when it is asked for: the first page need not wait for it.
  const { renderWord } = await import('./word/render-word.ts')
  const file = await renderWord(pageOf(leaveOut(job.brief, 0), job), job)
  return { is: 'printed', file, leftOut: 0, missing: [], accessible: true }
}

/** Where the templates look for it, below the folder that the compiler counts as root. */
const LOGO_PATH = path.join(process.cwd(), 'brief-logo')

/** Without the logo where its bytes are no picture after all: that must not cost anybody the page. */
function printWithLogo({ brief, paper, design, logo }: BriefWish, format: 'pdf' | 'png'): PrintedPage {
  if (logo === undefined) return printPage(brief, { paper, design }, format)
  compiler.mapShadow(LOGO_PATH, Buffer.from(logo))
  try {
    return printPage(brief, { paper, design, hasLogo: true }, format)
  } catch {
    return printPage(brief, { paper, design }, format)
  } finally {
    compiler.unmapShadow(LOGO_PATH)
  }
}

const failed = (id: number, error: unknown): PrintReply => ({
  id,
  ok: false,
  why: error instanceof Error ? error.message : String(error),
})

process.on('message', (job: PrintJob) => {
  void work(job)
    .then((done): PrintReply => ({ id: job.id, ok: true, ...done }))
    .catch((error: unknown) => failed(job.id, error))
    .then((reply) => {
      process.send?.(reply)
      if (job.is !== 'compose') compiler.evictCache(CACHE_AGE)
    })
})
process.on('disconnect', () => process.exit(0))
