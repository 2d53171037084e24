/** What stands on the page of one block, for whoever sets it: its statement and how large that is, and the lines below. */
import type { Brief, BriefEntry, BriefItem, BriefSection } from './brief.ts'
import type { Design } from './formats.ts'
import { factsBelow, isDraftBehind, isLead, isListed, sayLines, sayRepeated } from './say.ts'
import { sizeOf } from './statement-size.ts'

export type PageLine =
  /** `opening` for a design that says what the paragraph is: 'Why now', or nothing. */
  | { readonly is: 'lead'; readonly opening: string; readonly text: string }
  | { readonly is: 'audience'; readonly label: string; readonly entry: BriefEntry }
  /** `opens` where it is the statement of another block, and what follows is said of that one. */
  | {
      readonly is: 'fact'
      readonly name: string
      readonly label: string
      readonly text: string
      readonly opens: boolean
    }
  /** `number` counts the proofs of the page from 1, for a design that sets them as notes. */
  | { readonly is: 'proof'; readonly label: string; readonly number: number; readonly entry: BriefEntry }
  /** A sentence of the page's own: what is open, or that a proof stands further up. */
  | { readonly is: 'remark'; readonly text: string }

export interface PageItem {
  readonly item: BriefItem
  readonly text: string
  /** CSS pixels: long statements are set smaller, so that one of them does not fill the page. */
  readonly size: number
  /** A proof by itself: who says so stands behind its words. */
  readonly isOrigin: boolean
  /** A draft by itself: that it is one stands behind its words. */
  readonly isShort: boolean
  readonly lines: readonly PageLine[]
}

export interface Wording {
  readonly design: Design
  /** What the head of the page names already. */
  readonly category: string
  /** The number of the next proof. */
  readonly count: () => number
}

/** Single sentences below each other, of a part of a lens. */
const LIST_SIZE = 16

/** `sparse` for a page that is nearly empty: its first thing is set as the sentence that the page begins with. */
export function pageItems(
  section: BriefSection,
  brief: Brief,
  sparse: boolean,
  { design, category, count }: Wording,
): readonly PageItem[] {
  const isList = isListed(section, brief)
  // A block through a lens with what is said of it is set as large as a value, whatever it is.
  const isHead = brief.lens !== undefined && !isList
  return section.items.map((item, at) => {
    const text = item.repeated ? sayRepeated(item) : item.text
    const isShort = isDraftBehind(item, section, brief)
    const opens = isLead(section, at, brief) || (sparse && at === 0 && brief.sections[0] === section && !isList)
    const kind = opens ? 'purpose' : isHead && item.kind !== 'purpose' ? 'value' : item.kind
    return {
      item,
      text,
      size: isList ? LIST_SIZE : sizeOf(design, kind, text, opens),
      isOrigin: item.kind === 'proof' && !item.repeated,
      isShort,
      lines: [
        ...leads(item),
        ...item.audiences.map((entry): PageLine => ({ is: 'audience', label: 'For', entry })),
        ...factsBelow(item, category).map(({ name, label, text: said, of }): PageLine => ({
          is: 'fact',
          name,
          label,
          text: said,
          opens: of?.part === 'statement',
        })),
        ...item.proofs.map((entry) => proofLine(entry, count)),
        ...(item.open === '' || isShort ? [] : [remark(item.open)]),
      ],
    }
  })
}

function leads(item: BriefItem): readonly PageLine[] {
  const hasWhyNow = (item.fields.whyNow ?? '').trim() !== ''
  return sayLines(item).map((text, at) => ({ is: 'lead', opening: at === 0 && hasWhyNow ? 'Why now' : '', text }))
}

function proofLine(entry: BriefEntry, count: () => number): PageLine {
  if (entry.repeated) return remark(sayRepeated(entry))
  return { is: 'proof', label: 'Proof', number: count(), entry }
}

const remark = (text: string): PageLine => ({ is: 'remark', text })
