/**
 * The brief as one file of HTML that asks for nothing else: no script, no font, no picture from anywhere.
 * It reads on a phone, and prints on the paper that it was made for. Everything people wrote is escaped.
 */
import type { Brief, BriefEntry, BriefItem, BriefSection } from './brief.ts'
import { PAPERS, type Paper } from './formats.ts'
import { factsBelow, factsOf, headCategory, originOf, sayLines, sayRepeated, sayState, titleOf } from './say.ts'
import { styleSheet } from './style-sheet.ts'
import { languageOf } from './language.ts'

export interface HtmlOptions {
  readonly paper: Paper
}

export function renderHtml(brief: Brief, { paper }: HtmlOptions): string {
  const title = titleOf(brief)
  const { lang, dir } = languageOf(brief)
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${styleSheet(PAPERS[paper], lengthOf(brief))}</style>
</head>
<body>
<main>
<header><p class="subject" dir="auto">${escape(brief.subject.trim() || title)}</p>${category(brief)}</header>
${brief.sections.map((section) => renderSection(section, headCategory(brief))).join('\n')}
<footer><p dir="auto">${escape(title)}. ${sayState(brief)}</p></footer>
</main>
</body>
</html>
`
}

/** How much there is to print: the sheet picks its type size by it. */
function lengthOf(brief: Brief): number {
  const lengths = brief.sections.flatMap(({ items }) =>
    items.flatMap((item) => [item, ...item.audiences, ...item.proofs]),
  )
  return lengths.reduce((sum, { text, detail, fields }) => {
    return sum + 60 + text.length + detail.length + Object.values(fields).join('').length
  }, 0)
}

function category(brief: Brief): string {
  const text = headCategory(brief)
  return text === '' ? '' : `<p class="category" dir="auto">${escape(text)}</p>`
}

function renderSection({ id, heading, items }: BriefSection, head: string): string {
  return `<section class="${id}" aria-label="${heading}">
${id === 'audiences' || id === 'proofs' ? `<h2>${heading}</h2>\n` : ''}${items.map((item, at) => renderItem(item, at, head)).join('\n')}
</section>`
}

function renderItem(item: BriefItem, at: number, head: string): string {
  const said = item.repeated ? sayRepeated(item) : item.text
  const heading =
    item.kind === 'purpose' && at === 0 ? 'h1' : item.kind === 'purpose' || item.kind === 'value' ? 'h2' : 'h3'
  const facts = factsBelow(item, head)
  return `<article>
<${heading} dir="auto">${escape(said)}</${heading}>
${[
  ...sayLines(item).map((line) => `<p class="lead" dir="auto">${escape(line)}</p>`),
  ...(item.kind === 'proof' ? [`<p class="line">${origin(item)}</p>`] : []),
  ...item.audiences.map(
    (entry) => `<p class="line" dir="auto"><b>For</b> ${escape(entry.text)}${draft(entry)}${more(entry)}</p>`,
  ),
  ...facts.map(({ label, text }) => `<p class="line" dir="auto"><b>${label}</b> ${escape(text)}</p>`),
  ...item.proofs.map(renderProof),
  ...(item.open === '' ? [] : [`<p class="line">${escape(item.open)}</p>`]),
].join('\n')}
</article>`
}

function renderProof(entry: BriefEntry): string {
  if (entry.repeated) return `<p class="line" dir="auto">${escape(sayRepeated(entry))}</p>`
  return `<p class="proof" dir="auto"><i>${escape(entry.text)}</i> ${origin(entry)}${draft(entry)}${more(entry)}</p>`
}

function more(entry: BriefEntry): string {
  const parts = [...sayLines(entry), ...factsOf(entry).map(({ label, text }) => `${label}: ${text}`)]
  return parts.map((part) => `<br><span class="more">${escape(part)}</span>`).join('')
}

const draft = (entry: BriefEntry) => (entry.status === 'draft' ? ' <span class="more">Draft.</span>' : '')

function origin(entry: BriefEntry): string {
  const { by, source, href, on } = originOf(entry)
  const link = href === '' ? escape(source) : `<a href="${escape(href)}" rel="noreferrer">${escape(source)}</a>`
  const parts = [escape(by), link, on].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<span class="more">${parts.join(', ')}</span>`
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
