/**
 * Typst, told what to set: a brief becomes one page, by the steps of `fit.ts`; minutes become as many as they need. One compiler, with its fonts, for the process.
 */
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { invariant } from '@throughline/shared/base'
import { countCuts, leaveOut, linesOf, SETTINGS, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import type { Minutes } from '@throughline/shared/minutes'
import { readFileSync } from 'node:fs'
import { fitToPage, type Fit, type PageHeight } from './fit.ts'
import { fontFolders } from './fonts.ts'
import { minutesPage } from './minutes-page.ts'
import { pageOf, type PageLook } from './page.ts'

const source = (name: string) => readFileSync(new URL(`./designs/${name}.typ`, import.meta.url), 'utf8')
const template = (design: Design) => `${source('base')}\n${source('common')}\n${source(design)}`
const TEMPLATES: Readonly<Record<Design, string>> = {
  quiet: template('quiet'),
  editorial: template('editorial'),
  bold: template('bold'),
}
const MINUTES_TEMPLATE = `${source('base')}\n${source('minutes')}`
export const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] })

/** `measure` gives a document without a page: only how high the page would be. */
function compile(brief: Brief, look: PageLook, { setting, cuts }: Fit, measure = false): NodeTypstDocument {
  const page = pageOf(leaveOut(brief, cuts), look, SETTINGS[setting])
  return compileWith(TEMPLATES[look.design], { page: JSON.stringify(page), ...(measure && { measure: 'yes' }) })
}

function compileWith(mainFileContent: string, inputs: Record<string, string>): NodeTypstDocument {
  const result = compiler.compile({ mainFileContent, inputs })
  if (result.result === null) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics))
  return result.result
}

function heightOf(brief: Brief, look: PageLook, fit: Fit): PageHeight {
  const said: unknown = compiler.query(compile(brief, look, fit, true), { selector: '<height>', field: 'value' })
  const [height] = said as readonly PageHeight[]
  invariant(height !== undefined, 'a page was set and did not say how high it is')
  return height
}

/**
 * How much more a page needs in each of `SETTINGS`, as a share of what it needs in the last: about the mean of twelve pages,
 * each of three teams' maps and one of 120 blocks in the three designs. Where it is off, the search takes a step more.
 */
const GROWTH = [
  ...[0.57, 0.55, 0.54, 0.52, 0.51, 0.49, 0.47, 0.46, 0.44, 0.42, 0.41, 0.39, 0.38],
  ...[0.31, 0.22, 0.15, 0.11, 0.08, 0.05, 0.02, 0],
]

/** Lines as `linesOf` counts them that a page holds in the tightest setting: about the mean of four maps. */
const LINES: Readonly<Record<Design, number>> = { quiet: 67, editorial: 72, bold: 68 }

/** The page, and what it took. A page that needs a hair more than it said gives up one thing more. */
export function setPage(brief: Brief, look: PageLook): { readonly document: NodeTypstDocument; readonly fit: Fit } {
  const mostCuts = countCuts(brief)
  const lines = new Map<number, number>()
  const linesAfter = (cuts: number) => {
    const known = lines.get(cuts) ?? linesOf(leaveOut(brief, cuts).brief)
    lines.set(cuts, known)
    return known
  }
  const settings = SETTINGS.length
  let fit = fitToPage({
    settings,
    mostCuts,
    linesAfter,
    lines: LINES[look.design],
    heightOf: (tried) => heightOf(brief, look, tried),
    growth: (setting) => GROWTH[setting] ?? 0,
  })
  for (;;) {
    const document = compile(brief, look, fit)
    const last = fit.setting === settings - 1 && fit.cuts >= mostCuts
    if (document.numOfPages === 1 || last) return { document, fit }
    fit = fit.setting < settings - 1 ? { ...fit, setting: fit.setting + 1 } : { ...fit, cuts: fit.cuts + 1 }
  }
}

export function setMinutes(minutes: Minutes, paper: Paper): NodeTypstDocument {
  return compileWith(MINUTES_TEMPLATE, { page: JSON.stringify(minutesPage(minutes, paper)) })
}
