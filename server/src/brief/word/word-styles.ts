/**
 * What the styles of the Word file are called and look like, in each design. Everything on the page is set in one of
 * them and in nothing else, so that whoever edits the file changes a style and not forty paragraphs.
 */
import type { Design } from '@throughline/shared/brief'
import { BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'

export const STYLE = {
  lead: 'Lead',
  audience: 'Audience',
  fact: 'Fact',
  proof: 'Proof',
  note: 'Note',
  remark: 'Remark',
  foot: 'Foot',
  label: 'Label',
  origin: 'Origin',
} as const

const [INK, INK2, INK3, RULE] = ['1B1A17', '524F48', '69665D', 'D8D5CB']
/** Faces that Word has on every system: the fonts of the page do not travel with a file that is to be edited. */
const [SERIF, SANS] = ['Georgia', 'Arial']

interface Look {
  readonly face: string
  readonly isBold: boolean
  /** Half points, as Word counts. */
  readonly purpose: number
  readonly value: number
  readonly rule: { readonly size: number; readonly color: string }
}

const LOOKS: Readonly<Record<Design, Look>> = {
  quiet: { face: SERIF, isBold: false, purpose: 48, value: 26, rule: { size: 4, color: RULE } },
  editorial: { face: SERIF, isBold: false, purpose: 60, value: 30, rule: { size: 8, color: INK } },
  bold: { face: SANS, isBold: true, purpose: 72, value: 32, rule: { size: 12, color: INK } },
}

interface Place {
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

/** Twentieths of a point. */
const spaced = ({ before = 0, after = 60, keepNext = false }: Place) => ({
  spacing: { before, after, line: 276, lineRule: LineRuleType.AUTO },
  keepNext,
  keepLines: true,
})

function own(id: string, size: number, color: string, more: { italics?: boolean; font?: string } = {}) {
  return {
    id,
    name: id,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: SANS, size, color, ...more },
    paragraph: spaced({}),
  } satisfies IParagraphStyleOptions
}

export function wordStyles(design: Design, lang: string): IStylesOptions {
  const { face, isBold, purpose, value, rule } = LOOKS[design]
  const heading = (size: number) => ({ font: face, size, bold: isBold, italics: false, color: INK })
  const above = { top: { style: BorderStyle.SINGLE, space: 10, ...rule } }
  return {
    default: {
      document: { run: { font: face, size: 21, color: INK, language: languageTags(lang) } },
      title: { run: { font: SANS, size: 20, bold: true, color: INK }, paragraph: spaced({ after: 40 }) },
      heading1: { run: heading(purpose), paragraph: spaced({ before: 480, after: 160, keepNext: true }) },
      heading2: {
        run: heading(value),
        paragraph: { ...spaced({ before: 360, after: 100, keepNext: true }), border: above },
      },
      heading3: { run: { ...heading(21), bold: false }, paragraph: spaced({ before: 120, keepNext: true }) },
      hyperlink: { run: { font: SANS, size: 17, italics: false, color: INK2, underline: {} } },
    },
    paragraphStyles: [
      { ...own('Subtitle', 20, INK2), name: 'Subtitle' },
      own(STYLE.lead, 22, INK2, { font: face }),
      own(STYLE.audience, 19, INK2),
      own(STYLE.fact, 19, INK2),
      own(STYLE.proof, 20, INK, { font: face, italics: design !== 'bold' }),
      { ...own(STYLE.note, 17, INK2), paragraph: { ...spaced({}), indent: { start: 284 } } },
      own(STYLE.remark, 19, INK2),
      own(STYLE.foot, 17, INK3),
    ],
    characterStyles: [
      { id: STYLE.label, name: STYLE.label, basedOn: 'DefaultParagraphFont', run: { bold: true, color: INK3 } },
      {
        id: STYLE.origin,
        name: STYLE.origin,
        basedOn: 'DefaultParagraphFont',
        run: { font: SANS, size: 17, italics: false, color: INK2 },
      },
    ],
  }
}

/** Word knows a language for each of three groups of scripts. */
function languageTags(lang: string) {
  if (lang === 'zh' || lang === 'ja' || lang === 'ko') return { eastAsia: lang }
  return lang === 'ar' || lang === 'he' ? { bidirectional: lang } : { value: lang }
}
