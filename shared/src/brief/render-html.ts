/**
 * The brief as one file of HTML that asks for nothing else: no script, no font, no picture from anywhere.
 * It reads on a phone, and prints on the paper that it was made for. Everything people wrote is escaped.
 */
import type { Brief, BriefEntry, BriefItem, BriefSection } from './brief.ts'
import { PAPERS, type Design, type Paper } from './formats.ts'
import { sayLeftOut } from './leave-out.ts'
import { sayAddress } from './live-brief.ts'
import { isSparse } from './page-length.ts'
import { planPrint } from './plan-print.ts'
import { longLead } from './print-height.ts'
import {
  DRAFT,
  factsBelow,
  factsOf,
  headCategory,
  isDraftBehind,
  isLead,
  isOnInk,
  isTitled,
  lookOf,
  NOTHING_YET,
  originOf,
  originStop,
  sayLacks,
  sayLogo,
  sayRepeated,
  sayState,
  titleOf,
} from './say.ts'
import { styleSheet } from './style-sheet.ts'
import { languageOf, ownLanguage, type Language } from './language.ts'

/** Dark squares of a QR code: a path in a square of so many units. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

export interface HtmlOptions {
  readonly paper: Paper
  /** Quiet unless told otherwise. */
  readonly design?: Design
  /** The address of the live brief as a QR code, for paper. */
  readonly code?: QrCode | undefined
  /** The logo, as a `data:` address; nothing else is asked for. */
  readonly logo?: string | undefined
  /** Rules `@font-face` with the fonts in them: without them nobody knows what it will be set in. */
  readonly fonts?: string | undefined
}

export function renderHtml(brief: Brief, { paper, design = 'quiet', code, logo, fonts = '' }: HtmlOptions): string {
  const title = titleOf(brief)
  const language = languageOf(brief)
  const { lang, dir } = language
  const plan = planPrint(brief, paper, design, fonts !== '')
  const leftOut = sayLeftOut(plan.shortened)
  const { brief: shorter } = plan.shortened
  const sparse = isSparse(brief)
  const onInk = brief.sections.filter((section) => isOnInk(section, brief, sparse))
  const page = {
    brief,
    language,
    head: headCategory(brief),
    printed: piecesOf(shorter),
    details: detailsOf(shorter),
    onInk: new Set(onInk),
  }
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${logo === undefined ? '' : '; img-src data:'}${fonts === '' ? '' : '; font-src data:'}">
<title>${escape(title)}</title>
<style>${fonts}${styleSheet(PAPERS[paper], plan.points, design, brief.accent)}</style>
</head>
<body>
<main${classesOf(brief, language)}>
${logo === undefined ? '' : logoImage(brief, logo)}<header><p class="subject">${words(brief.subject.trim() || title)}</p>${category(brief)}</header>
${brief.sections.length === 0 ? `<p class="nothing">${NOTHING_YET}</p>` : brief.sections.map((section) => renderSection(section, page)).join('\n')}
<footer><p>${words(title)}. <bdi>${escape(`${sayState(brief)} ${sayLacks(brief)}`)}${leftOut === '' ? '' : `<span class="paper"> ${escape(leftOut)}</span>`}</bdi>${liveLink(brief)}</p>${picture(code)}</footer>
</main>
</body>
</html>
`
}

function classesOf({ lens }: Brief, { certain }: Language): string {
  const classes = [...(certain ? ['hyphens'] : []), ...(lens === undefined ? [] : ['lens'])]
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
}

function logoImage(brief: Brief, source: string): string {
  return `<img class="logo" src="${source}" alt="${escape(sayLogo(brief))}">\n`
}

function liveLink({ live }: Brief): string {
  return live === undefined
    ? ''
    : `<br><bdi>As it is now: <a href="${escape(live)}">${escape(sayAddress(live))}</a></bdi>`
}

function picture(code: QrCode | undefined): string {
  if (code === undefined) return ''
  const { size, path } = code
  return `<svg class="paper" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code of the address"><path d="${path}"/></svg>`
}

function category(brief: Brief): string {
  const text = headCategory(brief)
  return text === '' ? '' : `<p class="category">${words(text)}</p>`
}

interface Page {
  readonly brief: Brief
  readonly language: Language
  /** The category that the head of the page names already. */
  readonly head: string
  /** What goes onto paper; the rest is for the screen alone. */
  readonly printed: ReadonlySet<string>
  /** By item and entry: how much of a detail that is. */
  readonly details: ReadonlyMap<string, string>
  /** Sections that stand on the ink of the bold design. */
  readonly onInk: ReadonlySet<BriefSection>
}

function detailsOf({ sections }: Brief): ReadonlyMap<string, string> {
  const items = sections.flatMap((section) => section.items)
  return new Map(
    items.flatMap((item) =>
      [item, ...item.audiences, ...item.proofs].map(({ block, detail }) => [`${item.block} ${block}`, detail] as const),
    ),
  )
}

/** A key for everything that can be left out. */
function piecesOf(brief: Brief): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const section of brief.sections) {
    for (const item of section.items) {
      for (const entry of [item, ...item.audiences, ...item.proofs]) {
        const path = `${item.block} ${entry.block}`
        keys.add(path)
        if (entry.detail !== '') keys.add(`${path} detail`)
        for (const name of Object.keys(entry.fields)) keys.add(`${path} ${name}`)
        for (const { name } of entry.said ?? []) keys.add(`${path} ${name}`)
      }
    }
  }
  return keys
}

function renderSection(section: BriefSection, page: Page): string {
  const { heading, items } = section
  const isPrinted = items.some(({ block }) => page.printed.has(`${block} ${block}`))
  const classes = [lookOf(section, page.brief), ...(page.onInk.has(section) ? ['ink'] : [])]
  return `<section class="${classes.join(' ')}${isPrinted ? '' : ' screen'}" aria-label="${escape(heading)}">
${isTitled(section, page.brief) ? `<h2>${escape(heading)}</h2>\n` : ''}${items.map((item, at) => renderItem(item, section, isLead(section, at, page.brief), page)).join('\n')}
</section>`
}

function renderItem(item: BriefItem, section: BriefSection, leads: boolean, page: Page): string {
  const said = item.repeated ? sayRepeated(item) : item.text
  const isShort = isDraftBehind(item, section, page.brief)
  const heading = leads ? 'h1' : item.kind === 'purpose' || item.kind === 'value' ? 'h2' : 'h3'
  const only = (key: string) => (page.printed.has(`${item.block} ${key}`) ? '' : ' screen')
  const own = (name: string) => only(`${item.block} ${name}`)
  const head = page.head
  const facts = factsBelow(item, head).map(
    ({ name, label, text, of }) =>
      `<p class="line${of?.part === 'statement' ? ' opens' : ''}${own(name)}"><b>${escape(label)}</b> ${words(text, page)}</p>`,
  )
  const says = [
    alone(item, isShort, `<${heading}${leads ? longOf(said) : ''}>${words(said, page)}</${heading}>`, page),
    ...(item.fields.whyNow === undefined ? [] : [lead(item.fields.whyNow, own('whyNow'), page)]),
    ...detailOf(item, item, page).map(
      ({ html, only: shown }) => `<p class="lead${shown}">${isolated(html, langOf(item.detail, page))}</p>`,
    ),
    ...facts,
  ]
  const beside = [
    ...item.audiences.map(
      (entry) =>
        `<p class="line${only(entry.block)}"><b>For</b> ${words(entry.text, page)}${draft(entry)}${more(entry, item, page)}</p>`,
    ),
    ...item.proofs.map((entry) => renderProof(entry, item, page)),
    ...(item.open === '' || isShort ? [] : [`<p class="line">${words(item.open)}</p>`]),
  ]
  return `<article class="item${only(item.block)}">
${inColumns(item, says, beside)}
</article>`
}

function longOf(text: string): string {
  const long = longLead(text)
  return long === undefined ? '' : ` class="${long.name}"`
}

/** Behind the words of a proof, who says so; and behind those of a draft that stands by itself, that it is one. */
function alone(item: BriefItem, isShort: boolean, statement: string, page: Page): string {
  const behind = [
    ...(item.kind === 'proof' && !item.repeated ? [origin(item, item, page)] : []),
    ...(isShort ? [draft(item).trim()] : []),
  ].filter((part) => part !== '')
  return behind.length === 0 ? statement : `<div class="alone">${[statement, ...behind].join(' ')}</div>`
}

/** What is said of a value itself, and beside it whom it is for and what holds it: as wide as the page is, in two columns. */
function inColumns({ kind }: BriefItem, says: readonly string[], beside: readonly string[]): string {
  if (kind !== 'value' || beside.length === 0) return [...says, ...beside].join('\n')
  return `<div>\n${says.join('\n')}\n</div>\n<div class="beside">\n${beside.join('\n')}\n</div>`
}

const lead = (text: string, only: string, page: Page) => `<p class="lead${only}">${words(text, page)}</p>`

/** Words in their own direction and language, on a line that runs as the page does: whatever stands beside them stays there. */
function words(text: string, page?: Page): string {
  return text === '' ? '' : isolated(escape(text), page === undefined ? '' : langOf(text, page))
}

const isolated = (html: string, attributes = '') => `<bdi${attributes}>${html}</bdi>`

/** For voices, and for the rules that words are hyphenated by. */
function langOf(text: string, { language }: Page): string {
  const own = ownLanguage(text, language)
  return own === '' ? '' : ` lang="${own}"`
}

interface Paragraph {
  readonly html: string
  readonly only: string
}

/** The paragraphs of a detail, of which the first may be printed in part. */
function detailOf(entry: BriefEntry, item: BriefItem, page: Page): readonly Paragraph[] {
  const printed = page.details.get(`${item.block} ${entry.block}`) ?? ''
  const lines = entry.detail.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    if (printed === entry.detail || (at === 0 && printed === line.trim())) return { html: escape(line), only: '' }
    const isBegun = at === 0 && printed !== '' && line.trim().startsWith(printed)
    if (!isBegun) return { html: escape(line), only: ' screen' }
    return {
      html: `${escape(printed)}<span class="screen">${escape(line.trim().slice(printed.length))}</span>`,
      only: '',
    }
  })
}

function renderProof(entry: BriefEntry, item: BriefItem, page: Page): string {
  const only = page.printed.has(`${item.block} ${entry.block}`) ? '' : ' screen'
  if (entry.repeated) return `<p class="line${only}">${words(sayRepeated(entry))}</p>`
  return `<p class="proof${only}">${page.brief.lens === undefined ? '' : '<b>Proof</b> '}<i>${words(entry.text, page)}</i> ${origin(entry, item, page)}${draft(entry)}${more(entry, item, page)}</p>`
}

/** Detail and fields of an audience or a proof, each on a line of its own below it. */
function more(entry: BriefEntry, item: BriefItem, page: Page): string {
  const only = (name: string) => (page.printed.has(`${item.block} ${entry.block} ${name}`) ? '' : ' screen')
  const parts = [
    ...detailOf(entry, item, page).map((part) => ({ ...part, html: isolated(part.html, langOf(entry.detail, page)) })),
    ...factsOf(entry).map(({ name, label, text }) => ({
      html: `${escape(label)}: ${words(text, page)}`,
      only: only(name),
    })),
  ]
  return parts.map(({ html, only: shown }) => `<span class="more below${shown}">${html}</span>`).join('')
}

const draft = (entry: BriefEntry) => (entry.status === 'draft' ? ` <span class="more"><bdi>${DRAFT}</bdi></span>` : '')

/** Who says so, where and when; on paper what of that has room. */
function origin(entry: BriefEntry, item: BriefItem, page: Page): string {
  const isPrinted = (name: string) => page.printed.has(`${item.block} ${entry.block} ${name}`)
  const fields = Object.fromEntries(Object.entries(entry.fields).filter(([name]) => isPrinted(name)))
  const [whole, printed] = [originText(entry), originText({ ...entry, fields })]
  if (whole === printed) return whole === '' ? '' : `<span class="more">${whole}</span>`
  return `<span class="more screen">${whole}</span>${printed === '' ? '' : `<span class="more paper">${printed}</span>`}`
}

function originText(entry: BriefEntry): string {
  const { by, source, href, on } = originOf(entry)
  const link =
    href === '' ? words(source) : isolated(`<a href="${escape(href)}" rel="noreferrer">${escape(source)}</a>`)
  // A date stays on one line.
  const parts = [words(by), link, words(on.replaceAll(' ', '\u00A0'))].filter((part) => part !== '')
  // The full stop goes with the words that it ends, also where those run against the line.
  return parts.join(', ').replace(/<\/bdi>$/, `${originStop(entry)}</bdi>`)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
