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
  const { 'docProps/core.xml': about = '', 'word/styles.xml': styles = '' } = await partsOf(briefOf(MAP))
  expect(about).toContain('<dc:title>Vardeholm, told once</dc:title>')
  expect(about).toContain('<dc:language>en</dc:language>')
  expect(about.match(/2026-05-21T09:30:00Z/g)).toHaveLength(2)
  expect(styles).toContain('<w:lang w:val="en"')
  const arabic = await partsOf(briefOf(buildMap({ v: { kind: 'value', statement: 'قيمة واحدة' } }, { title: 'قيمة' })))
  expect(arabic['word/styles.xml']).toContain('w:bidi="ar"')
  expect(arabic['word/document.xml']).toMatch(/<w:bidi\/>.*<w:rtl\/>/s)
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
