/**
 * The brief as a Word file to go on writing in: the same words in the same order as the page, as real headings and
 * named styles. Nothing is left out of it: it is as long as it has to be.
 */
import { linesOf, PAPERS, sayLogo, type Brief, type Design } from '@throughline/shared/brief'
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
import type { Line, SetItem } from '../page-item.ts'
import type { Page } from '../page.ts'
import type { Run } from '../runs.ts'
import { settleZip } from './settle-zip.ts'
import { languageTags } from './word-language.ts'
import { wordSetting } from './word-setting.ts'
import { STYLE, wordStyles } from './word-styles.ts'

/** What of a print job a Word file takes. */
export interface WordJob {
  readonly design: Design
  readonly brief: Brief
  readonly logo?: Uint8Array | undefined
}

export async function renderWord(page: Page, { design, brief, logo }: WordJob): Promise<Uint8Array> {
  const { width, height } = PAPERS[page.paper]
  const setting = wordSetting(linesOf(brief))
  const { x, y } = setting.margins
  const mm = convertMillimetersToTwip
  const document = new Document({
    title: page.title,
    creator: 'Throughline',
    lastModifiedBy: 'Throughline',
    styles: wordStyles({ ...page, design, setting }),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(width), height: mm(height) },
            margin: { left: mm(x), right: mm(x), top: mm(y), bottom: mm(y) },
          },
        },
        footers: { default: new Footer({ children: [line(page.foot, { style: STYLE.foot }, page), ...live(page)] }) },
        children: [
          ...logoLine(brief, page, logo),
          ...head(page),
          ...page.sections.flatMap((section) => sectionLines(section, page)),
        ],
      },
    ],
  })
  return settleZip(await Packer.toBuffer(document), { asOf: brief.asOf, lang: page.lang })
}

/** CSS pixels, which is what Word's library counts in. */
const LOGO = { width: 200, height: 36 } as const

function logoLine(brief: Brief, page: Page, bytes: Uint8Array | undefined): readonly Paragraph[] {
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
  return [new Paragraph({ spacing: { after: 240 }, bidirectional: isRtl(page), children: [picture] })]
}

/** Each paragraph begins where the page does; the words in it run in their own direction. */
const isRtl = ({ dir }: Page): boolean => dir === 'rtl'

function live(page: Page): readonly Paragraph[] {
  const { live: address } = page
  if (address.text === '') return []
  const children = [new TextRun('As it is now: '), ...origins([address], page)]
  return [new Paragraph({ style: STYLE.foot, bidirectional: isRtl(page), children })]
}

function head(page: Page): readonly Paragraph[] {
  const { subject, category } = page
  return [
    line(subject, { heading: HeadingLevel.TITLE }, page),
    ...(category.text === '' ? [] : [line(category, { style: 'Subtitle' }, page)]),
  ]
}

function sectionLines({ titled, heading, items }: Page['sections'][number], page: Page): readonly Paragraph[] {
  const title = new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, bidirectional: isRtl(page) })
  return [...(titled ? [title] : []), ...items.flatMap((item, at) => itemLines(item, at, page))]
}

function itemLines(item: SetItem, at: number, page: Page): readonly Paragraph[] {
  const children = [...origins(item.after, page), ...closing(item)]
  const said = new Paragraph({ style: STYLE.remark, bidirectional: isRtl(page), children })
  return [
    line(item.text, { heading: levelOf(item, at) }, page),
    ...(children.length === 0 ? [] : [said]),
    ...item.lines.flatMap((one) => below(one, page)),
  ]
}

function levelOf({ kind }: SetItem, at: number) {
  if (kind === 'purpose') return at === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return kind === 'value' ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
}

function below(said: Line, page: Page): readonly Paragraph[] {
  const label = 'label' in said ? [new TextRun({ text: `${said.label}  `, style: STYLE.label })] : []
  const hasAfter = 'after' in said && said.after.length + said.closing.length > 0
  const after = hasAfter ? [space(page), ...origins(said.after, page), ...closing(said)] : []
  const notes = 'notes' in said ? said.notes.map((note) => line(note, { style: STYLE.note }, page)) : []
  return [line(said.text, { style: STYLE[said.is] }, page, label, after), ...notes]
}

type Place = { readonly style: string } | { readonly heading: (typeof HeadingLevel)[keyof typeof HeadingLevel] }

function line(
  run: Run,
  place: Place,
  page: Page,
  before: readonly ParagraphChild[] = [],
  after: readonly ParagraphChild[] = [],
) {
  return new Paragraph({ ...place, bidirectional: isRtl(page), children: [...before, words(run, page), ...after] })
}

function words({ text, dir, lang }: Run, page: Page, style?: string): TextRun {
  return new TextRun({
    // Its full stop stays behind it, in a paragraph from right to left, too.
    text: isRtl(page) && dir === 'ltr' ? `${whole(text)}\u200E` : whole(text),
    rightToLeft: dir === 'rtl',
    ...(style !== undefined && { style }),
    ...(lang !== '' && lang !== page.lang && { language: languageTags(lang) }),
  })
}

const closing = ({ closing: text }: Pick<SetItem, 'closing'>) =>
  text === '' ? [] : [new TextRun({ text, style: STYLE.origin })]

const space = (page: Page) => new TextRun({ text: '  ', rightToLeft: isRtl(page) })

function origins(runs: readonly Run[], page: Page): readonly ParagraphChild[] {
  return runs.flatMap((run, at) => {
    const said = words(run, page, run.href === '' ? STYLE.origin : 'Hyperlink')
    const shown = run.href === '' ? said : new ExternalHyperlink({ link: run.href, children: [said] })
    return at === 0 ? [shown] : [new TextRun({ text: ', ', style: STYLE.origin, rightToLeft: isRtl(page) }), shown]
  })
}

/** Places to break a long word are for a page of fixed width; here they would be letters that nobody sees. */
function whole(text: string): string {
  return text.replaceAll('\u200B', '')
}
