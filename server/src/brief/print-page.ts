/** A brief becomes a file of one page: a PDF, or a picture of it. Minutes become a PDF of as many as they need. */
import type { NodeTypstDocument, RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler'
import { PAPERS, type Brief, type Paper } from '@throughline/shared/brief'
import type { Minutes } from '@throughline/shared/minutes'
import { Resvg } from '@resvg/resvg-js'
import type { Fit } from './fit.ts'
import { lettersIn } from './letters-in.ts'
import type { PageLook } from './page.ts'
import { compiler, setMinutes, setPage } from './typesetter.ts'

export interface PrintedPage {
  readonly file: Uint8Array
  /** Which setting it took, and how many cuts. */
  readonly fit: Fit
  /** Letters that none of our fonts has. */
  readonly missing: readonly string[]
  /** Whether the PDF claims to be PDF/UA. */
  readonly accessible: boolean
}

export function printPage(brief: Brief, look: PageLook, format: 'pdf' | 'png'): PrintedPage {
  const creationTimestamp = Math.floor(Date.parse(brief.asOf) / 1000)
  const standard = { pdfStandard: 'ua-1', creationTimestamp }
  let { document, fit } = setPage(brief, look)
  let file = tryPdf(document, standard)
  const missing = file instanceof Uint8Array ? [] : lettersIn(file)
  // The page itself says what it lacks, and has to be fitted with that.
  if (missing.length > 0) ({ document, fit } = setPage(brief, { ...look, missing }))
  const page = { fit, missing, accessible: file instanceof Uint8Array } as const
  if (format === 'png') return { ...page, file: pictureOf(document, look.paper) }
  // PDF/UA is refused for a letter that no font has. The page is the same, tagged all the same, without the claim.
  if (!(file instanceof Uint8Array)) file = compiler.pdf(document, { creationTimestamp })
  return { ...page, file }
}

export function printMinutes(minutes: Minutes, paper: Paper): Omit<PrintedPage, 'fit'> {
  const creationTimestamp = Math.floor(Date.parse(minutes.asOf) / 1000)
  const document = setMinutes(minutes, paper)
  const file = tryPdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  if (file instanceof Uint8Array) return { file, missing: [], accessible: true }
  return { file: compiler.pdf(document, { creationTimestamp }), missing: lettersIn(file), accessible: false }
}

/** The file, or why there is none. */
function tryPdf(document: NodeTypstDocument, options: RenderPdfOpts): Uint8Array | string {
  try {
    return compiler.pdf(document, options)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

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
