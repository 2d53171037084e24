import { composeBrief, leaveOut, type Brief } from '@throughline/shared/brief'
import type { EpochMs, PositioningMap } from '@throughline/shared/schema'
import { buildMap } from '@throughline/shared/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { pageOf } from '../page.ts'
import { renderWord } from './render-word.ts'

function briefOf(map: PositioningMap): Brief {
  const brief = composeBrief(map, { revision: 41, asOf: Date.UTC(2026, 4, 21, 9, 30) as EpochMs })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}

const wordOf = (brief: Brief) =>
  renderWord(pageOf(leaveOut(brief, 0), { paper: 'a4', design: 'quiet' }), { design: 'quiet', brief })

async function partsOf(brief: Brief): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await wordOf(brief))
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const SOURCES = { by: 'Operations log', source: 'https://log.example/a?b=1&c=2' }
const MAP = buildMap(
  {
    why: { kind: 'purpose', to: ['v'], statement: 'No medicine thrown away.', with: { fields: { whyNow: 'Now.' } } },
    v: { kind: 'value', to: ['a'], statement: 'A person answers first.' },
    a: { kind: 'audience', statement: 'Independent pharmacists.' },
    x: { kind: 'proof', to: ['v'], statement: '1,740 of 1,912 alarms settled.', with: { fields: SOURCES } },
    y: { kind: 'proof', statement: 'Shortlisted for a prize.', with: { fields: { ...SOURCES, by: 'A jury' } } },
  },
  { title: 'Vardeholm, told once', subject: 'Vardeholm' },
)

/** Each paragraph as its style and its words. */
function paragraphsOf(xml: string): readonly (readonly [style: string, words: string])[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) => [
    /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? '',
    [...inside.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, words]) => words).join(''),
  ])
}

test('the Word file says what the page says, in its order, as headings and named styles', async () => {
  const { 'word/document.xml': page = '' } = await partsOf(briefOf(MAP))
  expect(paragraphsOf(page)).toEqual([
    ['Title', 'Vardeholm'],
    ['Heading1', 'No medicine thrown away.'],
    ['Lead', 'Now.'],
    ['Remark', 'Draft.'],
    ['Heading2', 'A person answers first.'],
    ['Audience', 'For  Independent pharmacists.  Draft.'],
    ['Proof', '1,740 of 1,912 alarms settled.  Operations log, log.example/a?b=1&amp;c=2. Draft.'],
    ['Remark', 'Draft.'],
    ['Heading2', 'Proofs'],
    ['Heading3', 'Shortlisted for a prize.'],
    ['Remark', 'A jury, log.example/a?b=1&amp;c=2. Draft.'],
  ])
})

test('every style that is used is defined, and every link leads somewhere', async () => {
  const {
    'word/document.xml': page = '',
    'word/styles.xml': styles = '',
    'word/_rels/document.xml.rels': targets = '',
  } = await partsOf(briefOf(MAP))
  const used = [...page.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map(([, id]) => id)
  expect(used.filter((id) => !styles.includes(`w:styleId="${id}"`))).toEqual([])
  const links = [...page.matchAll(/<w:hyperlink [^>]*r:id="(\w+)"/g)].map(([, id]) => id)
  expect(links).toEqual(['rIdLink1', 'rIdLink2'])
  for (const id of links) expect(targets).toMatch(new RegExp(`Id="${id}"[^>]*Target="https://log.example/a`))
})

test('title, language and the day of the last change are set, for every group of scripts', async () => {
  const { 'docProps/core.xml': about = '', 'word/styles.xml': open = '' } = await partsOf(briefOf(MAP))
  expect(about).toContain('<dc:title>Vardeholm, told once</dc:title>')
  expect(about).toContain('<dc:language>en</dc:language>')
  expect(about.match(/2026-05-21T09:30:00Z/g)).toHaveLength(2)
  // Few words tell: Word takes the language of whoever opens it.
  expect(open).not.toContain('<w:lang')
  const statement = 'The bread is still warm when it comes to your door.'
  const told = await partsOf(briefOf(buildMap({ v: { kind: 'value', statement } })))
  expect(told['word/styles.xml']).toContain('<w:lang w:val="en-GB"')
  const arabic = await partsOf(briefOf(buildMap({ v: { kind: 'value', statement: 'قيمة واحدة' } }, { title: 'قيمة' })))
  expect(arabic['word/styles.xml']).toContain('w:bidi="ar-SA"')
  expect(arabic['word/document.xml']).toMatch(/<w:bidi\/>.*<w:rtl\/>/s)
})

test('on a page from right to left every paragraph begins on the right, those in the page’s own words too', async () => {
  const map = buildMap({ v: { kind: 'value', statement: 'קיים ערך אחד' } }, { title: 'מפה', subject: 'מפה' })
  const { 'word/document.xml': page = '', 'word/footer1.xml': foot = '' } = await partsOf(briefOf(map))
  const paragraphs = [...`${page}${foot}`.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
  expect(paragraphs.filter((paragraph) => !paragraph.includes('<w:bidi/>'))).toEqual([])
  // Without the mark the full stop of an English sentence would stand before it.
  expect(page).toContain('Draft. No proof holds it yet.\u200E')
})

test('scripts that Georgia lacks have a face of Word’s own, and none of them is slanted', async () => {
  const japanese = buildMap({ v: { kind: 'value', statement: '毎日、焼きたてのパンを。' } }, { title: 'パン' })
  const { 'word/styles.xml': styles = '' } = await partsOf(briefOf(japanese))
  expect(styles).toContain('w:eastAsia="Yu Mincho"')
  expect(styles).toContain('w:eastAsia="ja-JP"')
  const isSlanted = (all: string) => /w:styleId="Proof"(?:(?!<\/w:style>).)*<w:i\/>/s.test(all)
  expect(isSlanted(styles)).toBe(false)
  const { 'word/styles.xml': latin = '' } = await partsOf(briefOf(MAP))
  expect(latin).toContain('w:ascii="Georgia"')
  expect(isSlanted(latin)).toBe(true)
})

test('its headings have levels, the colour of the team is in it, and the more it says, the tighter it is set', async () => {
  const sizeIn = (styles: string) => Number(/w:styleId="Heading1".*?<w:sz w:val="(\d+)"/s.exec(styles)?.[1])
  const { 'word/styles.xml': few = '' } = await partsOf({ ...briefOf(MAP), accent: '#00667a' })
  expect([...few.matchAll(/w:styleId="Heading\d".*?<w:outlineLvl w:val="(\d)"/gs)].map(([, at]) => at)).toEqual([
    '0',
    '1',
    '2',
  ])
  expect(few).toMatch(/w:styleId="Title".*?<w:color w:val="00667a"/s)
  const values = Array.from({ length: 30 }, (_, at) => [`v${at}`, { kind: 'value' }] as const)
  const { 'word/styles.xml': many = '' } = await partsOf(briefOf(buildMap(Object.fromEntries(values))))
  expect(sizeIn(many)).toBeLessThan(sizeIn(few))
  const sizes = [...many.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size))
  expect(Math.min(...sizes)).toBe(17)
})

test('whatever people write stays words: no markup, no control characters, no half letters', async () => {
  const statement = '</w:t><w:br/> & "x" \u0000\u0007a\uD800b\uFFFE ]]>'
  const { 'word/document.xml': page = '' } = await partsOf(briefOf(buildMap({ v: { kind: 'value', statement } })))
  expect(page).not.toContain('<w:br/>')
  expect(page).toContain('&lt;/w:t&gt;&lt;w:br/&gt; &amp;')
  // eslint-disable-next-line no-control-regex
  expect(page).not.toMatch(/[\u0000-\u0008\uD800-\uDFFF\uFFFE\uFFFF]/)
})

test('the same state is the same file, at any time and in any process', async () => {
  const brief = briefOf(MAP)
  const [one, two] = [await wordOf(brief), await wordOf(brief)]
  expect(Buffer.from(one).equals(two)).toBe(true)
})
