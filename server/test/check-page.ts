/** All that a printed page promises, of one brief: what is wrong with it, in sentences. */
import { countBlocks, leaveOut, PAPERS, sayLeftOut, type Brief, type BriefEntry } from '@throughline/shared/brief'
import { cleanText } from '@throughline/shared/schema'
import { factsOf, sayLines } from '@throughline/shared/brief'
import type { PageLook } from '../src/brief/page.ts'
import { printPage } from '../src/brief/print-page.ts'
import { readPage, type PlacedText, type ReadPage } from './read-page.ts'

/** Points of white that every page has on all sides, whatever the design; only pictures may be nearer. */
const WHITE = 22
/** A point or two of a hanging stop. */
const HANGING = 4

export async function checkPage(brief: Brief, look: PageLook): Promise<readonly string[]> {
  const { file, fit, missing } = printPage(brief, look, 'pdf')
  const page = await readPage(file)
  const shown = leaveOut(brief, fit.cuts)
  const words = wordsOf(page)
  return [
    ...formOf(page, look, brief),
    ...fontsOf(file),
    ...page.texts.filter((text) => !isInside(text, page)).map(({ text }) => `“${text}” stands outside of the margins`),
    ...page.texts.filter(({ size }) => size < SMALLEST).map(({ text, size }) => `“${text}” is set in ${size} pt`),
    ...missing.map((letter) => `no font has “${letter}”`),
    ...lacking(words, textsOf(shown.brief)),
    ...(has(words, sayLeftOut(shown)) ? [] : [`does not say “${sayLeftOut(shown)}”`]),
    ...(countBlocks(shown) === blocksOf(brief) - blocksOf(shown.brief) ? [] : ['counts wrongly what it left out']),
    ...extra(words, brief, shown.brief),
  ]
}

/** 8.5 pt; numbers of notes, and rounding, may be a little less. */
const SMALLEST = 7.4

function formOf(page: ReadPage, { paper }: PageLook, brief: Brief): readonly string[] {
  const { width, height } = PAPERS[paper]
  const isPaper = Math.abs(page.width - (width / 25.4) * 72) < 1 && Math.abs(page.height - (height / 25.4) * 72) < 1
  return [
    ...(page.pages === 1 ? [] : [`has ${page.pages} pages`]),
    ...(isPaper ? [] : [`is ${page.width} × ${page.height} pt`]),
    ...(page.marked ? [] : ['is not tagged']),
    ...(page.title !== '' ? [] : ['has no title']),
    ...(/^[a-z]{2,3}$/.test(page.lang) ? [] : [`has the language “${page.lang}”`]),
    ...(brief.live === undefined || page.links.includes(brief.live) ? [] : ['does not lead to the brief of now']),
  ]
}

/** Every face that the page names is in the file, as far as it is used. Emoji are a face of drawings (Type 3). */
function fontsOf(file: Uint8Array): readonly string[] {
  const raw = Buffer.from(file).toString('latin1')
  const count = (what: RegExp) => raw.match(what)?.length ?? 0
  const faces = count(/\/Type\s*\/FontDescriptor\b/g) - count(/\/Subtype\s*\/Type3\b/g)
  const embedded = count(/\/FontFile[23]?\b/g)
  return faces > 0 && faces === embedded ? [] : [`embeds ${embedded} of ${faces} fonts`]
}

function isInside({ text, left, right, top, bottom, size }: PlacedText, { width, height }: ReadPage): boolean {
  if (text.trim() === '') return true
  // Half of a wide bracket or stop is white.
  const [before, after] = [
    /^[（「『《【]/u.test(text) ? size / 2 : 0,
    /[）」』》】，。、；：！？]$/u.test(text) ? size / 2 : 0,
  ]
  const [start, end] = [left + before + HANGING, right - after - HANGING]
  return start >= WHITE && end <= width - WHITE && top >= WHITE && bottom <= height - WHITE
}

const entriesOf = ({ sections }: Brief): readonly BriefEntry[] =>
  sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences, ...item.proofs]))

/** Through a lens a block may stand beside another as what is said of it. */
const idsOf = (brief: Brief) =>
  new Set(
    entriesOf(brief).flatMap(({ block, said = [] }) => [
      block,
      ...said.flatMap(({ of }) => (of === undefined ? [] : [of.block])),
    ]),
  )

const blocksOf = (brief: Brief) => idsOf(brief).size

/** Whatever the page is to say: statements, details, fields. */
function textsOf(brief: Brief): readonly string[] {
  return entriesOf(brief)
    .filter(({ repeated }) => !repeated)
    .flatMap((entry) => [entry.text, ...sayLines(entry), ...factsOf(entry).map(({ text }) => text)])
}

function lacking(words: Words, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !has(words, text)).map((text) => `lacks “${text}”`)
}

/** Nothing of a block that was left out, not even the end of it. */
function extra(words: Words, brief: Brief, shown: Brief): readonly string[] {
  const left = idsOf(shown)
  const gone = entriesOf(brief).filter(({ block }) => !left.has(block))
  const ends = new Set(gone.map(({ text }) => /q\d+z$/.exec(text)?.[0] ?? ''))
  return [...ends]
    .filter((end) => end !== '' && has(words, end))
    .map((end) => `shows a part of ${end}, which was left out`)
}

interface Words {
  readonly all: string
  readonly letters: ReadonlySet<string>
}

function wordsOf({ texts }: ReadPage): Words {
  const all = bare(texts.map(({ text }) => text).join(' '))
  return { all, letters: new Set(all) }
}

/**
 * Without spaces and what does not show: where lines break, and how far apart words are, is the reader's guess. Without
 * brackets and quotation marks: where scripts share one, the file says which it is in a way (ActualText) that this reader does
 * not know.
 */
function bare(text: string): string {
  const letters = cleanText(text.toWellFormed().replace(/[\uFFFD-\uFFFF]/g, '')).normalize('NFKC')
  return letters.replace(/[\s\p{Cf}\p{Cc}\p{M}\p{So}\p{Sk}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/gu, '')
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** In lines that run both ways the parts stand in the order of the page: there it is the letters that count. */
function has({ all, letters }: Words, text: string): boolean {
  const sought = bare(text)
  return RTL.test(sought) ? new Set(sought).isSubsetOf(letters) : all.includes(sought)
}
