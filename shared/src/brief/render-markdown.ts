/** The brief as Markdown that reads well as plain text, too. What people wrote is escaped: it never becomes markup. */
import type { Brief, BriefEntry, BriefItem } from './brief.ts'
import { escapeMarkdown as inline } from './escape-markdown.ts'
import { factsOf, originOf, sayLacks, sayLines, sayRepeated, sayState, titleOf } from './say.ts'

export function renderMarkdown(brief: Brief): string {
  const subject = brief.subject.trim()
  const head = [
    `# ${inline(titleOf(brief))}`,
    ...(subject === '' || subject === titleOf(brief) ? [] : [inline(subject)]),
    ...(brief.lens === undefined ? [] : [`*${inline(brief.lens.name)}*`]),
  ]
  const body = brief.sections.flatMap(({ heading, items }) => [`## ${heading}`, ...items.flatMap(renderItem)])
  const live = brief.live === undefined ? '' : `As it is now: <${brief.live}>`
  const foot = [sayState(brief), sayLacks(brief), live].filter(Boolean).join(' ')
  return `${[...head, ...body, '---', foot].join('\n\n')}\n`
}

function renderItem(item: BriefItem): readonly string[] {
  const lines = [
    ...sayLines(item).map(inline),
    ...item.audiences.map((entry) => `For: ${entryText(entry)}`),
    ...factsOf(item).map(({ label, text }) => `${label}: ${inline(text)}`),
    ...(item.kind === 'proof' ? origin(item) : []),
    ...item.proofs.map((entry) => `Proof: ${entry.repeated ? inline(sayRepeated(entry)) : entryText(entry)}`),
    ...(item.open === '' ? [] : [`*${inline(item.open)}*`]),
  ]
  const list = lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]
  const said = item.repeated ? inline(sayRepeated(item)) : inline(item.text)
  return [item.kind === 'proof' || item.kind === 'audience' ? said : `### ${said}`, ...list]
}

/** An audience or a proof on one line of a list: statement, who says so, note, fields. */
function entryText(entry: BriefEntry): string {
  const parts = [inline(entry.text), ...origin(entry), ...sayLines(entry).map(inline)]
  const facts = factsOf(entry).map(({ label, text }) => `${label}: ${inline(text)}`)
  return [...parts, ...facts, ...(entry.status === 'draft' ? ['*Draft.*'] : [])].join('  \n  ')
}

function origin(entry: BriefEntry): readonly string[] {
  const { by, source, href, on } = originOf(entry)
  const link = href === '' ? inline(source) : `<${href}>`
  const parts = [inline(by), link, on].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`— ${parts.join(', ')}`]
}
