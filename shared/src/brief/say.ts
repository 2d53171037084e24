/**
 * The few fixed words a brief puts around what people wrote. All renderers say the same, because they say it from here.
 * A label never bends the words beside it: statements keep their capital letter and their full stop.
 */
import { inWords } from './number-words.ts'
import type { FieldName } from '../schema/index.ts'
import type { Brief, BriefEntry, BriefItem, BriefSection, Fact, SectionId } from './brief.ts'

const LABELS: Partial<Record<FieldName, string>> = {
  category: 'Category',
  tone: 'Tone',
  alternative: 'Without us',
  difference: 'Difference',
  attribute: 'What we have',
  gain: 'Gain',
  situation: 'Situation',
  need: 'Need',
  obstacle: 'Obstacle',
  reach: 'Reach',
  notFor: 'Not for',
}
/** That an audience is within reach goes without saying; that it is not yet, does not. */
const REACH: Readonly<Record<string, string>> = { known: '', next: 'Next: needs more context' }
/** As long as it fits beside the name at the top of the page; a longer one is a line of its own. */
const SHORT_CATEGORY = 90

/** The labelled fields of an entry, in the order of the page. Category, why now and the origin of a proof stand elsewhere. */
export function factsOf(entry: BriefEntry): readonly Fact[] {
  if (entry.said !== undefined) return entry.said
  return (Object.keys(LABELS) as FieldName[]).flatMap((name) => {
    const said = entry.fields[name]?.trim() ?? ''
    const text = name === 'reach' ? (REACH[said] ?? said) : said
    const label = LABELS[name]
    return text === '' || label === undefined ? [] : [{ name, label, text }]
  })
}

/** The first purpose's category, if it is short enough for the head of a page; through a lens, its name. */
export function headCategory(brief: Brief): string {
  if (brief.lens !== undefined) return brief.lens.name
  const first = brief.sections.flatMap(({ items }) => items).find(({ kind }) => kind === 'purpose')
  const category = first?.fields.category?.trim() ?? ''
  return category.length <= SHORT_CATEGORY ? category : ''
}

/** The facts of an item on a page whose head names this category already. */
export function factsBelow(entry: BriefEntry, category: string): readonly Fact[] {
  return factsOf(entry).filter(({ name, text }) => name !== 'category' || text !== category)
}

const LOOKS = { purpose: 'purpose', value: 'values', audience: 'audiences', proof: 'proofs' } as const

/** How a section is set: one of a lens as its first block's kind is. */
export function lookOf({ id, items }: BriefSection, { lens, sections }: Pick<Brief, 'lens' | 'sections'>): SectionId {
  if (lens === undefined) return id as SectionId
  const kind = items[0]?.kind ?? 'value'
  // A list of single sentences is set as a list, whatever they are; only the first of a page leads it.
  const isList = items.every(({ said = [], audiences, proofs }) => said.length + audiences.length + proofs.length === 0)
  if (isList && sections[0]?.id !== id) return kind === 'proof' ? 'proofs' : 'audiences'
  return LOOKS[kind]
}

/** Whether the heading is printed: purpose and values speak for themselves, the parts of a lens have names of their own. */
export function isTitled({ id }: BriefSection, { lens }: Pick<Brief, 'lens'>): boolean {
  return lens !== undefined || (id !== 'purpose' && id !== 'values')
}

/** Whether an item is the sentence that the page begins with. */
export function isLead(section: BriefSection, at: number, brief: Brief): boolean {
  return (
    at === 0 &&
    lookOf(section, brief) === 'purpose' &&
    (brief.lens === undefined || brief.sections[0]?.id === section.id)
  )
}

/**
 * Whether a part stands on the ink of the bold design: what the page begins with. Where hardly anything is said, and no
 * purpose, the first thing takes its place.
 */
export function isOnInk(section: BriefSection, brief: Brief, sparse: boolean): boolean {
  const isFirst = brief.sections[0]?.id === section.id
  const look = lookOf(section, brief)
  if (look === 'purpose') return isFirst || brief.lens === undefined
  if (look === 'audiences' && brief.lens === undefined) return isFirst
  return sparse && isFirst && brief.sections.every((one) => lookOf(one, brief) !== 'purpose')
}

/** Whether nothing holds the last value: the line of the argument does not reach the ground. */
export function endsOpen({ sections }: Brief): boolean {
  const last = sections.find(({ id }) => id === 'values')?.items.at(-1)
  return last !== undefined && last.proofs.length === 0
}

/** Said of an entry that nobody has agreed on or proposed. */
export const DRAFT = 'Draft.'

/** Whether a part of a lens is a list of single sentences, with nothing below any of them. */
export function isListed(section: BriefSection, brief: Brief): boolean {
  return (
    brief.lens !== undefined && standAlone(section, brief) && section.items.every(({ said = [] }) => said.length === 0)
  )
}

/** An audience or a proof by itself, of which no more is open than that it is a draft: not a line for a single word. */
export function isDraftBehind({ open }: BriefItem, section: BriefSection, brief: Brief): boolean {
  return open === DRAFT && standAlone(section, brief) && (brief.lens === undefined || isListed(section, brief))
}

function standAlone(section: BriefSection, brief: Brief): boolean {
  const look = lookOf(section, brief)
  return look === 'audiences' || look === 'proofs'
}

/** What the page says about itself beside its state: that it is the agreed wording alone, and what it lacks. */
export function sayLacks(brief: Pick<Brief, 'gaps' | 'wording'>): string {
  return [sayWording(brief), sayGaps(brief)].filter(Boolean).join(' ')
}

function sayWording({ wording }: Pick<Brief, 'wording'>): string {
  if (wording === undefined) return ''
  const { leftOut } = wording
  if (leftOut === 0) return 'Agreed wording only.'
  return `Agreed wording only: ${inWords(leftOut)} ${leftOut === 1 ? 'block is' : 'blocks are'} not agreed yet.`
}

/** What a lens asks for and the map does not answer. `''` when nothing. */
function sayGaps({ gaps = [] }: Pick<Brief, 'gaps'>): string {
  return gaps.length === 0 ? '' : `Not on the map yet: ${gaps.join(', ')}.`
}

/** The paragraphs around a statement that need no label: why now, and the detail. */
export function sayLines(entry: BriefEntry): readonly string[] {
  const lines = [entry.fields.whyNow ?? '', ...entry.detail.split('\n')]
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** Who says a proof, where it is written, and since when: in that order, what there is of it. */
export interface Origin {
  readonly by: string
  readonly source: string
  /** An http(s) address, when the source is one. */
  readonly href: string
  readonly on: string
}

export function originOf(entry: Pick<BriefEntry, 'fields'>): Origin {
  const source = entry.fields.source ?? ''
  const href = hrefOf(source)
  const shown = href === '' ? source : source.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
  return { by: entry.fields.by ?? '', source: shown, href, on: sayDate(entry.fields.observedOn ?? '') }
}

/** A full stop where another word follows an origin: it is no sentence, and has none of its own. */
export function originStop(entry: BriefEntry): string {
  const { by, source, on } = originOf(entry)
  const last = [by, source, on].findLast((part) => part !== '') ?? ''
  return entry.status !== 'draft' || last === '' || /[.!?…]$/.test(last) ? '' : '.'
}

/** Only what a reader can follow safely; anything else stays text. */
function hrefOf(source: string): string {
  if (!/^https?:\/\/\S+$/i.test(source) || !URL.canParse(source)) return ''
  return new URL(source).href
}

/** A wording that was kept as dissent. `of` is the statement it differs from, where that is not the one it stands below. */
export function sayDissent(author: string, wording: string, of: string): string {
  const who = author.trim() === '' ? 'Somebody' : author.trim()
  return `${who} would say${of === '' ? '' : `, in place of “${of}”`}: “${wording}”`
}

/** In place of a proof whose words stand further up. */
export function sayRepeated(entry: BriefEntry): string {
  const by = entry.fields.by ?? ''
  return by === '' ? 'A proof further up holds this too.' : `A proof further up holds this too: ${by}.`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "21 May 2026" for an ISO date or time; `''` for none. In UTC, so that it reads the same everywhere. */
export function sayDate(iso: string): string {
  const date = new Date(iso)
  if (iso === '' || Number.isNaN(date.getTime())) return ''
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** Which state of the map the page shows. A map file has a day, and no revisions. */
export function sayState(brief: Brief): string {
  if (brief.version !== undefined) return `${sayVersion(brief.version)}.`
  if (brief.revision === 0) return `As of ${sayDate(brief.asOf)}.`
  return `Revision ${brief.revision}, ${sayDate(brief.asOf)}.`
}

/** "Version “Launch” of 21 May 2026". Without a full stop. */
export function sayVersion({ name, at }: NonNullable<Brief['version']>): string {
  return name === '' ? `Version of ${sayDate(at)}` : `Version “${name}” of ${sayDate(at)}`
}

/** What the logo shows, for whoever hears the page. */
export function sayLogo({ logo, ...brief }: Brief): string {
  return logo?.alt.trim() || `Logo of ${brief.subject.trim() || titleOf(brief)}`
}

/** What the page is called: PDF/UA and browser tabs both need something. */
export function titleOf(brief: Brief): string {
  return brief.title.trim() || brief.subject.trim() || 'Untitled map'
}

/** So many letters are named; a text in a script without a font would fill the foot. */
const NAMED = 4

/** Letters that no font has, by their code: they could not be shown here either. `''` for none. */
export function sayMissing(letters: readonly string[]): string {
  if (letters.length === 0) return ''
  const codes = letters.slice(0, NAMED).map(codeOf)
  const rest = letters.length - codes.length
  if (rest > 0) return `No font here has ${codes.join(', ')} and ${rest} more.`
  return `No font here has ${codes.join(', ')}.`
}

/** “U+16A0”, as it is looked up. */
export function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** In place of the page, while there is nothing on it. */
export const NOTHING_YET = 'Nothing is written on the map yet.'
