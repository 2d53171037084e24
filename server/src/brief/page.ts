/**
 * A brief as the lines of one page: what the template sets, in the order it is read. Sizes are in CSS pixels of the
 * design (`look.md`, "The three briefs"); the template turns them into points and never goes under 8.5.
 */
import {
  AIRIEST,
  endsOpen,
  headCategory,
  isOnInk,
  isSparse,
  isTitled,
  largeOf,
  lookOf,
  NOTHING_YET,
  pageItems,
  languageOf,
  sayLacks,
  sayAddress,
  sayLogo,
  sayLeftOut,
  sayMissing,
  sayMore,
  sayState,
  titleOf,
  widthOf,
  type Brief,
  type Design,
  type PageSetting,
  type Paper,
  type SectionId,
  type Shortened,
} from '@throughline/shared/brief'
import { setItem, type SetItem } from './page-item.ts'
import { qrCode } from './qr-code.ts'
import { clean, respaced, run, type Run } from './runs.ts'

export interface Page {
  readonly title: string
  readonly lang: string
  /** Whether that language is certain: only then are words hyphenated. */
  readonly certain: boolean
  readonly dir: 'ltr' | 'rtl'
  readonly paper: Paper
  /** How tight it is set. */
  readonly space: number
  readonly type: number
  /** Year, month, day: of the last change, never of the clock. */
  readonly date: readonly [number, number, number]
  readonly subject: Run
  readonly category: Run
  readonly head: 'row' | 'stack'
  readonly sections: readonly {
    readonly id: SectionId
    readonly heading: string
    readonly titled: boolean
    /** In the bold design. */
    readonly 'on-ink': boolean
    readonly items: readonly SetItem[]
    /** How many there are more of, and where; no text where these are all. */
    readonly more: Run
  }[]
  /** Of the type between head and foot, above what was drawn: a page that is not full is not set small. */
  readonly large: number
  /** Whether it is the page of a lens, whose parts have names. */
  readonly lens: boolean
  /** What stands on a page without anything to say; no text where there is something. */
  readonly nothing: Run
  /** So little to say that it has to stand by itself on the page. */
  readonly sparse: boolean
  /** True when nothing holds the last value: the line of the argument does not reach the ground. */
  readonly 'open-ended': boolean
  readonly foot: Run
  /** `#rrggbb`; `''` for the colours of the design. */
  readonly accent: string
  /** Width to height; null without one. */
  readonly logo: { readonly alt: string; readonly ratio: number } | null
  /** Where the brief can be seen as it is now, with a drawing of its QR code; no text where there is nowhere. */
  readonly live: Run & { readonly svg: string }
}

export interface PageLook {
  readonly paper: Paper
  readonly design: Design
  /** Letters that no font has, once that is known. */
  readonly missing?: readonly string[]
  /** Whether the picture of the logo is at hand. */
  readonly hasLogo?: boolean
}

export function pageOf(
  shortened: Shortened,
  { paper, design, missing = [], hasLogo = false }: PageLook,
  setting: PageSetting = AIRIEST,
): Page {
  const { brief, more } = shortened
  const asOf = new Date(brief.asOf)
  const title = clean(titleOf(brief))
  const subject = brief.subject.trim() || title
  const category = headCategory(brief)
  const sparse = isSparse(brief)
  let counted = 0
  const wording = { design, category, count: () => (counted += 1) }
  return {
    title,
    ...languageOf(brief),
    paper,
    ...setting,
    date: [asOf.getUTCFullYear(), asOf.getUTCMonth() + 1, asOf.getUTCDate()],
    subject: run(subject),
    category: run(category),
    head: widthOf(subject) + widthOf(category) <= 78 ? 'row' : 'stack',
    sections: brief.sections.map((section) => ({
      id: lookOf(section, brief),
      heading: section.heading,
      titled: isTitled(section, brief),
      'on-ink': isOnInk(section, brief, sparse),
      items: pageItems(section, brief, sparse, wording).map(setItem),
      more: moreOf(more[section.id] ?? 0, brief),
    })),
    large: largeOf(brief, design),
    lens: brief.lens !== undefined,
    sparse,
    nothing: run(brief.sections.length === 0 ? NOTHING_YET : ''),
    'open-ended': endsOpen(brief),
    live: liveOf(brief),
    accent: brief.accent ?? '',
    logo:
      brief.logo === undefined || !hasLogo
        ? null
        : { alt: sayLogo(brief), ratio: brief.logo.width / brief.logo.height },
    foot: footOf(
      [
        brief.subject.trim() === '' ? '' : fullStop(title),
        sayState(brief),
        sayLacks(brief),
        sayLeftOut(shortened),
        sayMissing(missing),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  }
}

/** In the page's own words, so in their direction whatever the title is in; and its last sentence is not broken. */
function footOf(said: string): Run {
  const foot = run(said)
  const text = foot.text.replace(/(They are|It is) on the map\./, (last) => last.replaceAll(' ', '\u00A0'))
  return { ...respaced(foot, text), dir: 'ltr' }
}

function moreOf(count: number, { live }: Brief): Run {
  return count === 0 ? run('') : { ...run(sayMore(count)), href: live ?? '' }
}

function liveOf({ live }: Brief): Page['live'] {
  if (live === undefined) return { ...run(''), svg: '' }
  const { size, path } = qrCode(live)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#1B1A17"/></svg>`
  return { ...run(sayAddress(live)), href: live, svg }
}

function fullStop(text: string): string {
  return /[.!?。！？…]$/.test(text) ? text : `${text}.`
}
