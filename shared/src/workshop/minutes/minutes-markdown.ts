/** The minutes as Markdown that reads well as plain text, too. What people wrote is escaped: it never becomes markup. */
import { escapeMarkdown } from '../../brief/index.ts'
import type { Minutes, MinutesPart, Said } from './minutes.ts'

export function minutesMarkdown({ title, subject, lead, sections, foot }: Minutes): string {
  const head = [`# ${escapeMarkdown(title)}`, escapeMarkdown(subject), escapeMarkdown(lead)]
  const body = sections.flatMap(({ heading, parts }) => [`## ${heading}`, ...parts.map(partOf)])
  return `${[...head, ...body, '---', foot].join('\n\n')}\n`
}

function partOf(part: MinutesPart): string {
  switch (part.is) {
    case 'heading':
      return `### ${escapeMarkdown(part.text)}`
    case 'label':
      return `**${escapeMarkdown(part.text)}**`
    case 'remark':
      return escapeMarkdown(part.text)
    case 'list':
      return part.items.map((item) => `- ${itemOf(item)}`).join('\n')
    case 'steps':
      return part.items.map((item, at) => `${at + 1}. ${itemOf(item)}`).join('\n')
    case 'counts': {
      const rows = part.rows.map(({ dots, text }) => `| ${dots} | ${escapeMarkdown(text)} |`)
      return ['| Dots | |', '| ---: | :--- |', ...rows].join('\n')
    }
  }
}

function itemOf({ text, aside }: Said): string {
  return aside === '' ? escapeMarkdown(text) : `${escapeMarkdown(text)} — ${escapeMarkdown(aside)}`
}
