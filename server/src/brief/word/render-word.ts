/**
 * The brief as a Word file to go on writing in: the same words in the same order as the page, as real headings and
 * named styles. Nothing is left out of it: it is as long as it has to be.
 */
import { PAPERS, sayLogo, type Brief, type Design } from '@throughline/shared/brief'
import {
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx'
import type { Page } from '../page.ts'
import type { Line, PageItem } from '../page-item.ts'
import type { Run } from '../runs.ts'
import { settleZip } from './settle-zip.ts'
import { STYLE, wordStyles } from './word-styles.ts'

/** Millimetres. */
const MARGINS = { x: 28, y: 24 } as const

/** What of a print job a Word file takes. */
export interface WordJob {
  readonly design: Design
  readonly brief: Brief
  readonly logo?: Uint8Array | undefined
}

export async function renderWord(page: Page, { design, brief, logo }: WordJob): Promise<Uint8Array> {
  const { width, height } = PAPERS[page.paper]
  const mm = convertMillimetersToTwip
  const document = new Document({
    title: page.title,
    creator: 'Throughline',
    lastModifiedBy: 'Throughline',
    styles: wordStyles(design, page.lang),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(width), height: mm(height) },
            margin: { left: mm(MARGINS.x), right: mm(MARGINS.x), top: mm(MARGINS.y), bottom: mm(MARGINS.y) },
          },
        },
        footers: { default: new Footer({ children: [line(page.foot, { style: STYLE.foot }), ...live(page)] }) },
        children: [...logoLine(brief, logo), ...head(page), ...page.sections.flatMap(sectionLines)],
      },
    ],
  })
  return settleZip(await Packer.toBuffer(document), { asOf: brief.asOf, lang: page.lang })
}

/** CSS pixels, which is what Word's library counts in. */
const LOGO = { width: 200, height: 36 } as const

function logoLine(brief: Brief, bytes: Uint8Array | undefined): readonly Paragraph[] {
  if (brief.logo === undefined || bytes === undefined) return []
  const { asset, width, height } = brief.logo
  const scale = Math.min(LOGO.width / width, LOGO.height / height)
  const says = sayLogo(brief)
  const picture = new ImageRun({
    type: asset.endsWith('.png') ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: width * scale, height: height * scale },
    // The library would count on through all files that this process makes.
    altText: { id: '1', title: says, description: says, name: says },
  })
  return [new Paragraph({ spacing: { after: 240 }, children: [picture] })]
}

function live({ live: address }: Page): readonly Paragraph[] {
  if (address.text === '') return []
  return [new Paragraph({ style: STYLE.foot, children: [new TextRun('As it is now: '), ...origins([address])] })]
}

function head({ subject, category }: Page): readonly Paragraph[] {
  return [
    line(subject, { heading: HeadingLevel.TITLE }),
    ...(category.text === '' ? [] : [line(category, { style: 'Subtitle' })]),
  ]
}

function sectionLines({ titled, heading, items }: Page['sections'][number]): readonly Paragraph[] {
  const title = titled ? [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 })] : []
  return [...title, ...items.flatMap(itemLines)]
}

function itemLines(item: PageItem, at: number): readonly Paragraph[] {
  return [
    line(item.text, { heading: levelOf(item, at) }),
    ...(item.after.length + item.closing.length === 0
      ? []
      : [new Paragraph({ style: STYLE.remark, children: [...origins(item.after), ...closing(item)] })]),
    ...item.lines.flatMap(below),
  ]
}

function levelOf({ kind }: PageItem, at: number) {
  if (kind === 'purpose') return at === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return kind === 'value' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
}

function below(said: Line): readonly Paragraph[] {
  const label = 'label' in said ? [new TextRun({ text: `${said.label}  `, style: STYLE.label })] : []
  const hasAfter = 'after' in said && said.after.length + said.closing.length > 0
  const after = hasAfter ? [space(), ...origins(said.after), ...closing(said)] : []
  const notes = 'notes' in said ? said.notes.map((note) => line(note, { style: STYLE.note })) : []
  return [line(said.text, { style: STYLE[said.is] }, label, after), ...notes]
}

type Place = { readonly style: string } | { readonly heading: (typeof HeadingLevel)[keyof typeof HeadingLevel] }

function line(run: Run, place: Place, before: readonly ParagraphChild[] = [], after: readonly ParagraphChild[] = []) {
  const isRightToLeft = run.dir === 'rtl'
  return new Paragraph({ ...place, bidirectional: isRightToLeft, children: [...before, words(run), ...after] })
}

function words({ text, dir }: Run, style?: string): TextRun {
  return new TextRun({ text: whole(text), rightToLeft: dir === 'rtl', ...(style === undefined ? {} : { style }) })
}

const closing = ({ closing: text }: Pick<PageItem, 'closing'>) =>
  text === '' ? [] : [new TextRun({ text, style: STYLE.origin })]

const space = () => new TextRun({ text: '  ' })

function origins(runs: readonly Run[]): readonly ParagraphChild[] {
  return runs.flatMap((run, at) => {
    const said = words(run, run.href === '' ? STYLE.origin : 'Hyperlink')
    const shown = run.href === '' ? said : new ExternalHyperlink({ link: run.href, children: [said] })
    return at === 0 ? [shown] : [new TextRun({ text: ', ', style: STYLE.origin }), shown]
  })
}

/** Places to break a long word are for a page of fixed width; here they would be letters that nobody sees. */
function whole(text: string): string {
  return text.replaceAll('\u200B', '')
}
