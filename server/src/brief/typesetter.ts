/**
 * Typst, told what to set: a brief becomes one page, by the steps of `fit.ts`; minutes become as many as they need. One compiler, with its fonts, for the process.
 */
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { invariant } from '@throughline/shared/base'
import { countCuts, leaveOut, SETTINGS, type Brief, type Design, type Paper } from '@throughline/shared/brief'
import type { Minutes } from '@throughline/shared/minutes'
import { readFileSync } from 'node:fs'
import { fitToPage, type Fit, type PageHeight } from './fit.ts'
import { fontFolders } from './fonts.ts'
import { glanceOf } from './glance.ts'
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

/** The page, and what it took. A page that needs a hair more than it said gives up one thing more. */
export function setPage(brief: Brief, look: PageLook): { readonly document: NodeTypstDocument; readonly fit: Fit } {
  const mostCuts = countCuts(brief)
  const settings = SETTINGS.length
  const heightAt = (tried: Fit) => heightOf(brief, look, tried)
  let fit = fitToPage({ settings, mostCuts, heightOf: heightAt, ...glanceOf(brief, look.design) })
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
