/**
 * What the styles of the Word file are called and look like, in each design. Everything on the page is set in one of
 * them and in nothing else, so that whoever edits the file changes a style and not forty paragraphs.
 */
import type { Design } from '@throughline/shared/brief'
import { BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import { isUpright, languageTags } from './word-language.ts'
import { fontsOf } from './word-faces.ts'
import type { WordSetting } from './word-setting.ts'

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

interface Look {
  readonly face: 'serif' | 'sans'
  readonly isBold: boolean
  /** Half points, as Word counts. */
  readonly purpose: number
  readonly value: number
  readonly rule: { readonly size: number; readonly color: string }
}

const LOOKS: Readonly<Record<Design, Look>> = {
  quiet: { face: 'serif', isBold: false, purpose: 48, value: 26, rule: { size: 4, color: RULE } },
  editorial: { face: 'serif', isBold: false, purpose: 60, value: 30, rule: { size: 8, color: INK } },
  bold: { face: 'sans', isBold: true, purpose: 72, value: 32, rule: { size: 12, color: INK } },
}

/** Twentieths of a point. */
interface Place {
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

export interface WordLook {
  readonly design: Design
  /** BCP 47, of most of the page; and whether that is certain. */
  readonly lang: string
  readonly certain: boolean
  /** `#rrggbb`; `''` for the colours of the design. */
  readonly accent: string
  readonly setting: WordSetting
}

export function wordStyles({ design, lang, certain, accent, setting }: WordLook): IStylesOptions {
  const { isBold, purpose, value, rule, ...look } = LOOKS[design]
  const [face, sans] = [fontsOf(look.face, lang), fontsOf('sans', lang)]
  const color = accent.slice(1) || INK
  // Half points; what is small already stays legible.
  const size = (n: number) => Math.max(Math.round(n * setting.type), SMALLEST)
  const spaced = ({ before = 0, after = 60, keepNext = false }: Place) => ({
    spacing: {
      before: Math.round(before * setting.space),
      after: Math.round(after * setting.space),
      line: Math.round(LINE * setting.line),
      lineRule: LineRuleType.AUTO,
    },
    keepNext,
    keepLines: true,
  })
  const own = (id: string, of: number, ink: string, more: { italics?: boolean; font?: typeof face } = {}) =>
    ({
      id,
      name: id,
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: sans, size: size(of), color: ink, ...more },
      paragraph: spaced({}),
    }) satisfies IParagraphStyleOptions
  // Large type gives way sooner than small.
  const heading = (of: number) => ({
    font: face,
    size: Math.max(size(of * setting.type), 23),
    bold: isBold,
    italics: false,
    color: INK,
  })
  // Level by level for whoever goes through the file by its headings; Word would not infer it.
  const outline = (level: number, place: Place) => ({ ...spaced({ ...place, keepNext: true }), outlineLevel: level })
  const above = { top: { style: BorderStyle.SINGLE, space: 10, ...rule } }
  return {
    default: {
      document: {
        run: { font: face, size: size(21), color: INK, ...(certain && { language: languageTags(lang) }) },
      },
      title: { run: { font: sans, size: size(20), bold: true, color }, paragraph: spaced({ after: 40 }) },
      heading1: { run: heading(purpose), paragraph: outline(0, { before: 480, after: 160 }) },
      heading2: { run: heading(value), paragraph: { ...outline(1, { before: 360, after: 100 }), border: above } },
      heading3: { run: { ...heading(21), bold: false }, paragraph: outline(2, { before: 120 }) },
      hyperlink: { run: { font: sans, size: size(17), italics: false, color: INK2, underline: {} } },
    },
    paragraphStyles: [
      { ...own('Subtitle', 20, INK2), name: 'Subtitle' },
      own(STYLE.lead, 22, INK2, { font: face }),
      own(STYLE.audience, 19, INK2),
      own(STYLE.fact, 19, INK2),
      own(STYLE.proof, 20, INK, { font: face, italics: design !== 'bold' && !isUpright(lang) }),
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
        run: { font: sans, size: size(17), italics: false, color: INK2 },
      },
    ],
  }
}

/** Half points. */
const SMALLEST = 17
/** 240ths of a line. */
const LINE = 276
