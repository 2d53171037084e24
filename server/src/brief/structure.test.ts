/** What a screen reader has of the page: its language, its headings in order, and paragraphs, each by itself. */
import { composeBrief, DESIGNS, type Brief, type Design } from '@throughline/shared/brief'
import { composeLens } from '@throughline/shared/lenses'
import type { EpochMs } from '@throughline/shared/schema'
import { buildMap, type BlockSketch } from '@throughline/shared/test'
import { describe, expect, test } from 'vitest'
import { flatten, readPage, type Tag } from '../../test/read-page.ts'
import { printPage } from './print-page.ts'

const LIVE = 'https://throughline.example/m/vardeholm/brief?at=mpfd4u80'

function briefOf(blocks: Readonly<Record<string, BlockSketch>>): Brief {
  const made = composeBrief(buildMap(blocks), { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs })
  if (!made.ok) throw new Error(made.why)
  return { ...made.value, live: LIVE }
}

const BLOCKS: Readonly<Record<string, BlockSketch>> = {
  why: {
    kind: 'purpose',
    statement: 'No medicine should be thrown away.',
    to: ['calm', 'proof0'],
    with: { status: 'agreed' },
  },
  calm: {
    kind: 'value',
    statement: 'A person answers the alarm first.',
    to: ['owners'],
    with: { fields: { alternative: 'A siren at three in the morning' }, detail: 'They call only when one must act.' },
  },
  filed: { kind: 'value', statement: 'Every reading is filed as it is taken.' },
  owners: { kind: 'audience', statement: 'Pharmacists who own the fridge' },
  proof0: { kind: 'proof', statement: 'A third less was thrown away.', with: { fields: { by: 'Health board' } } },
  proof1: { kind: 'proof', statement: 'Nobody was woken since March.', to: ['calm'] },
}

/** At the end of a line this reader has no space, and behind a sentence stand the numbers of its proofs. */
const bare = (text: string) => text.replaceAll(/[\d\s]/g, '')
const wordsOf = (tag: Tag): string => [tag.text, ...tag.children.map(wordsOf)].join('')

async function tagsOf(design: Design, brief = briefOf(BLOCKS)) {
  const page = await readPage(printPage(brief, { paper: 'a4', design }, 'pdf').file)
  return { page, tags: flatten(page.tree) }
}

describe.each(Object.keys(DESIGNS) as Design[])('the tags of the %s design', (design) => {
  test('are headings in the order of the page: what it is about, and each sentence that stands by itself', async () => {
    const { page, tags } = await tagsOf(design)
    expect(page.tree.children.map(({ role }) => role)).toEqual(['Document'])
    const headings = tags.filter(({ role }) => /^H\d$/.test(role)).map((tag) => [tag.role, bare(wordsOf(tag))])
    expect(headings).toEqual([
      ['H1', bare('A subject')],
      ['H2', bare('No medicine should be thrown away.')],
      ['H2', bare('A person answers the alarm first.')],
      ['H2', bare('Every reading is filed as it is taken.')],
    ])
  })

  test('are a paragraph for each thing that is said below a sentence, in the order that it is read', async () => {
    const { tags } = await tagsOf(design)
    const paragraphs = tags.filter(({ role }) => role === 'P').map(wordsOf)
    const places = [
      'They call only',
      'Pharmacists who',
      'A siren at',
      'Nobody was woken',
      'No proof holds it yet',
      'A map. Revision 41',
    ].map((words) => paragraphs.findIndex((paragraph) => paragraph.includes(words)))
    expect(places).not.toContain(-1)
    expect(new Set(places).size).toBe(places.length)
    expect(paragraphs.at(-1)).toContain('As it is now')
  })

  test('tell of a draft through a lens, too, where rows stand below it', async () => {
    const map = buildMap({
      calm: {
        kind: 'value',
        statement: 'A person answers first.',
        to: ['owners'],
        with: { status: 'agreed', fields: { attribute: 'A night shift', difference: 'Nobody drives', gain: 'Sleep' } },
      },
      owners: {
        kind: 'audience',
        statement: 'Pharmacists',
        with: { fields: { situation: 'Own a fridge', obstacle: 'Power cuts', need: 'Quiet nights' } },
      },
    })
    const made = composeLens(map, 'value-proposition', { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs })
    if (!made.ok) throw new Error(made.why)
    const { tags } = await tagsOf(design, made.value)
    expect(tags.map((tag) => bare(wordsOf(tag)))).toContain('Draft.')
  })

  test('name the picture, and draw nothing that they do not name', async () => {
    const { tags } = await tagsOf(design)
    const figures = tags.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(['QR code of throughline.example/m/vardeholm/brief'])
  })
})

test.each([
  ['en', 'No medicine should be thrown away because nobody noticed a fridge.'],
  ['zh', '任何药品都不应因无人注意冰箱而被丢弃。'],
  ['ar', 'لا يضيع أي دواء لأن أحدا لم يلاحظ ثلاجة'],
])('the page says that it is in “%s”', async (lang, statement) => {
  const { page } = await tagsOf('quiet', briefOf({ v: { kind: 'value', statement } }))
  expect(page).toMatchObject({ lang, title: 'A map' })
})

test('on a page from right to left a label stands before its words, and the number that they begin with behind it', async () => {
  const brief = briefOf({
    calm: { kind: 'value', statement: 'אדם עונה לאזעקה ראשון', with: { fields: { gain: '9 מתוך 10 לילות' } } },
  })
  const { page } = await tagsOf('quiet', brief)
  const placed = (words: string) => page.texts.find(({ text }) => text.trim() === words)?.left ?? Number.NaN
  expect(page.lang).toBe('he')
  expect(placed('9')).toBeLessThan(placed('Gain'))
  expect(placed('10')).toBeLessThan(placed('9'))
})
