/**
 * The process that sets pages: one brief in, one file out: the page as a PDF or a picture, or the same as a Word file. It runs apart because a native call can neither be
 * interrupted nor trusted with absurd input, and a process can be killed. It ends with its parent.
 */
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { countBlocks, leaveOut, PAPERS, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import { Resvg } from '@resvg/resvg-js'
import process from 'node:process'
import { pageOf } from './page.ts'
import { compiler, setPage } from './typesetter.ts'

export type PrintFormat = 'pdf' | 'png' | 'docx'

export interface PrintJob {
  readonly id: number
  readonly format: PrintFormat
  readonly brief: Brief
  readonly paper: Paper
  readonly design: Design
}

export type PrintReply =
  | {
      readonly id: number
      readonly ok: true
      readonly file: Uint8Array
      readonly leftOut: number
      readonly accessible: boolean
    }
  | { readonly id: number; readonly ok: false; readonly why: string }

/** Results of earlier pages that Typst keeps for this many prints. */
const CACHE_AGE = 4

/** Of an inch: what the design is drawn in. */
const CSS_PIXELS = 96

const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi

/** Letters are outlines by now, so no font is needed, and none of the machine's is asked for. */
function pictureOf(document: NodeTypstDocument, paper: Paper): Uint8Array {
  // Two dots a pixel: sharp on every screen, and 1588 across for A4.
  const width = 2 * Math.round((PAPERS[paper].width / 25.4) * CSS_PIXELS)
  // The compiler writes addresses of links into it as they are, and an ampersand of one ends the drawing.
  const svg = compiler.plainSvg(document).replace(BARE_AMPERSAND, '&amp;')
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#fff',
    font: { loadSystemFonts: false },
  })
  return picture.render().asPng()
}

async function print(job: PrintJob): Promise<PrintReply> {
  if (job.format !== 'docx') return printPage(job)
  // Loaded when it is asked for: the first page need not wait for it.
  const { renderWord } = await import('./word/render-word.ts')
  const file = await renderWord(pageOf(leaveOut(job.brief, 0), job), job.design, job.brief.asOf)
  return { id: job.id, ok: true, file, leftOut: 0, accessible: true }
}

function printPage({ id, brief, paper, design, format }: PrintJob): PrintReply {
  const { document, fit } = setPage(brief, { paper, design })
  const leftOut = countBlocks(leaveOut(brief, fit.cuts))
  if (format === 'png') return { id, ok: true, file: pictureOf(document, paper), leftOut, accessible: true }
  const creationTimestamp = Math.floor(Date.parse(brief.asOf) / 1000)
  try {
    const file = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
    return { id, ok: true, file, leftOut, accessible: true }
  } catch {
    // PDF/UA is refused for a letter that no font has. The page is the same, tagged all the same, without the claim.
    return { id, ok: true, file: compiler.pdf(document, { creationTimestamp }), leftOut, accessible: false }
  }
}

const failed = (id: number, error: unknown): PrintReply => ({
  id,
  ok: false,
  why: error instanceof Error ? error.message : String(error),
})

process.on('message', (job: PrintJob) => {
  void print(job)
    .catch((error: unknown) => failed(job.id, error))
    .then((reply) => {
      process.send?.(reply)
      compiler.evictCache(CACHE_AGE)
    })
})
process.on('disconnect', () => process.exit(0))
