/** The minutes of a workshop as the template sets them. */
import type { Paper } from '@throughline/shared/brief'
import type { Minutes, MinutesPart, Said } from '@throughline/shared/minutes'
import { scriptOf } from '@throughline/shared/words'
import { clean, run, type Run } from './runs.ts'

interface PageSaid {
  readonly text: Run
  readonly aside: Run
}

type PagePart =
  | { readonly is: 'heading' | 'label' | 'remark'; readonly text: Run }
  | { readonly is: 'list' | 'steps'; readonly items: readonly PageSaid[] }
  | { readonly is: 'counts'; readonly rows: readonly { readonly dots: number; readonly text: Run }[] }

export interface MinutesPage {
  readonly title: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly paper: Paper
  /** Nothing has to fit on one page here. */
  readonly type: 1
  readonly space: 1
  /** A team's colour is for its brief. */
  readonly accent: ''
  /** Year, month, day: of the last change, never of the clock. */
  readonly date: readonly [number, number, number]
  readonly subject: Run
  readonly heading: Run
  readonly lead: Run
  readonly sections: readonly { readonly heading: string; readonly parts: readonly PagePart[] }[]
  readonly foot: Run
}

export function minutesPage({ title, subject, lead, asOf, sections, foot }: Minutes, paper: Paper): MinutesPage {
  const at = new Date(asOf)
  const parts = sections.flatMap((section) => section.parts)
  const { lang, dir } = scriptOf([subject, ...parts.flatMap(wordsIn)].join(' '))
  return {
    title: clean(`${title}: ${subject}`),
    ...{ lang, dir, paper, type: 1, space: 1, accent: '' },
    date: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()],
    subject: run(subject),
    heading: run(title),
    lead: run(lead),
    sections: sections.map(({ heading, parts: own }) => ({ heading, parts: own.map(pagePart) })),
    foot: run(foot),
  }
}

/** What people said; headings and remarks are the tool's own words. */
function wordsIn(part: MinutesPart): readonly string[] {
  if (part.is === 'counts') return part.rows.map(({ text }) => text)
  return part.is === 'list' || part.is === 'steps' ? part.items.map(({ text }) => text) : []
}

const said = ({ text, aside }: Said): PageSaid => ({ text: run(text), aside: run(aside) })

function pagePart(part: MinutesPart): PagePart {
  switch (part.is) {
    case 'list':
    case 'steps':
      return { is: part.is, items: part.items.map(said) }
    case 'counts':
      return { is: 'counts', rows: part.rows.map(({ dots, text }) => ({ dots, text: run(text) })) }
    default:
      return { is: part.is, text: run(part.text) }
  }
}
