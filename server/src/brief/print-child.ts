/**
 * The process that sets pages: one brief in, one PDF out. It runs apart because a native call can neither be
 * interrupted nor trusted with absurd input, and a process can be killed. It ends with its parent.
 */
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { countBlocks, countCuts, leaveOut, type Brief, type Paper } from '@throughline/shared/brief'
import { readFileSync } from 'node:fs'
import { fitToPage, type Fit } from './fit.ts'
import { fontFolders } from './fonts.ts'
import process from 'node:process'
import { mayFit, pageOf } from './page.ts'

export interface PrintJob {
  readonly id: number
  readonly brief: Brief
  readonly paper: Paper
}

export type PrintReply =
  | {
      readonly id: number
      readonly ok: true
      readonly pdf: Uint8Array
      readonly leftOut: number
      readonly accessible: boolean
    }
  | { readonly id: number; readonly ok: false; readonly why: string }

const TEMPLATE = readFileSync(new URL('./brief.typ', import.meta.url), 'utf8')
/** Results of earlier pages that Typst keeps for this many prints. */
const CACHE_AGE = 4

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] })

function compile(brief: Brief, paper: Paper, { scale, steps }: Fit): NodeTypstDocument {
  const page = pageOf(leaveOut(brief, steps), paper, scale)
  const result = compiler.compile({ mainFileContent: TEMPLATE, inputs: { page: JSON.stringify(page) } })
  if (result.result === null) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics))
  return result.result
}

function print({ id, brief, paper }: PrintJob): PrintReply {
  const fit = fitToPage(countCuts(brief), (tried) => {
    return mayFit(leaveOut(brief, tried.steps).brief) && compile(brief, paper, tried).numOfPages === 1
  })
  const creationTimestamp = Math.floor(Date.parse(brief.asOf) / 1000)
  const document = compile(brief, paper, fit)
  const leftOut = countBlocks(leaveOut(brief, fit.steps))
  try {
    const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
    return { id, ok: true, pdf, leftOut, accessible: true }
  } catch {
    // PDF/UA is refused for a letter that no font has. The page is the same, tagged all the same, without the claim.
    return { id, ok: true, pdf: compiler.pdf(document, { creationTimestamp }), leftOut, accessible: false }
  }
}

process.on('message', (job: PrintJob) => {
  let reply: PrintReply
  try {
    reply = print(job)
  } catch (error) {
    reply = { id: job.id, ok: false, why: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(reply)
  compiler.evictCache(CACHE_AGE)
})
process.on('disconnect', () => process.exit(0))
