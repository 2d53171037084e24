import { beginMap, openMapDoc, placeContent, readMap } from '@throughline/shared/doc'
import { exampleMap } from '@throughline/shared/examples'
import { LENS_IDS, LENSES } from '@throughline/shared/lenses'
import { importMapFile, toContent } from '@throughline/shared/map-file'
import type { BlockId, BlockKind, EpochMs, PositioningMap } from '@throughline/shared/schema'
import { anyMap, buildMap, type BlockSketch } from '@throughline/shared/test'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import * as Y from 'yjs'
import { briefOf } from './brief-of.ts'
import { exportBrief, type ExportOptions } from './export-brief.ts'
import { readPage } from '../../test/read-page.ts'
import { SAMPLES } from '../../test/sample-pictures.ts'
import { printPage } from './print-page.ts'
import { createBriefPrinter } from './printer.ts'

const printer = createBriefPrinter()
afterAll(() => printer.close())

const STATE: ExportOptions = { printer, revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs }

const EXAMPLE = ((): PositioningMap => {
  const map = openMapDoc(new Y.Doc())
  const imported = importMapFile(exampleMap, 'make')
  beginMap(map, imported, 'made')
  placeContent(map, toContent(imported), 0 as EpochMs)
  return readMap(map).map
})()

function briefOfMap(map: PositioningMap) {
  const made = briefOf(map, STATE)
  if (!made.ok) throw new Error(made.why)
  return made.value
}

async function pdfOf(map: PositioningMap, options: Partial<ExportOptions> = {}) {
  const { body, leftOut } = await exportBrief(map, 'pdf', { ...STATE, ...options })
  const text = Buffer.from(body as Uint8Array).toString('latin1')
  return { text, leftOut, pages: Number(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/.exec(text)?.[1] ?? Number.NaN) }
}

/** Texts that have broken pages elsewhere. */
const HARD = {
  'a word of 400 letters': 'Donaudampfschifffahrt'.repeat(20).slice(0, 400),
  'a word of 400 ideographs': '水平扩缩容量'.repeat(67),
  'an address without an end': `https://example.org/${'a/b?c=d&'.repeat(120)}`,
  Arabic: 'قيمة واحدة يفهمها الجميع، ٣ من ٤ “اليوم”.',
  Hebrew: 'מפה אחת, סיפור אחד. 12%',
  Greek: 'Κανένα φάρμακο δεν πετιέται.',
  Japanese: '薬を捨てない。ひらがなとカタカナ。',
  Korean: '아무도 약을 버리지 않습니다.',
  emoji: '👩🏽‍🚒🇪🇺🧭 Bread 🥖',
  'source code of the typesetter': '#set page(width: 1pt) $ x $ *bold* _em_ `raw` @ref <label> \\ // /* #eval("1")',
  'lone surrogates and controls': 'a\uD800b\u0000c\u0007d\uDFFF\uFFFEe\u202Ef',
  marks: `Z${'\u0338\u0321'.repeat(300)}`,
  'letters that no font has': '𓀀𓂀 ꧁ ᚠᚢᚦ',
}

function everywhere(statement: string): PositioningMap {
  const fields = { category: statement, whyNow: statement, alternative: statement, by: statement, source: statement }
  const sketch = (kind: BlockKind, to: readonly string[] = []): BlockSketch => ({
    kind,
    statement,
    to,
    with: { fields, detail: `${statement}\n${statement}` },
  })
  const blocks = {
    why: sketch('purpose', ['v']),
    v: sketch('value', ['a']),
    a: sketch('audience'),
    x: sketch('proof', ['v']),
  }
  return buildMap(blocks, { title: statement.slice(0, 300), subject: statement.slice(0, 300) })
}

function many(count: number, words: string): PositioningMap {
  const kinds = ['value', 'audience', 'proof'] as const
  const blocks = Array.from({ length: count }, (_, at): [string, BlockSketch] => {
    const kind = at === 0 ? 'purpose' : kinds[at % 3]!
    const to =
      kind === 'value' ? [`b${at + 1 < count ? at + 1 : 0}`, 'b0'] : kind === 'proof' && at > 2 ? [`b${at - 2}`] : []
    return [`b${at}`, { kind, to: [...new Set(to)].filter((id) => id !== `b${at}`), statement: `${at} ${words}` }]
  })
  return buildMap(Object.fromEntries(blocks))
}

describe.each(['quiet', 'editorial', 'bold'] as const)('the PDF in the %s design', (design) => {
  test('is one page on both papers: of nothing, of one block, of the example', async () => {
    const maps = [
      buildMap({}, { title: '', subject: '' }),
      buildMap({ v: { kind: 'value', statement: 'Warm bread.' } }),
      EXAMPLE,
    ]
    for (const map of maps) {
      for (const paper of ['a4', 'letter'] as const)
        expect(await pdfOf(map, { paper, design })).toMatchObject({ pages: 1 })
    }
  })

  test('of the example claims PDF/UA, has a title, and leaves nothing out', async () => {
    const { text, leftOut } = await pdfOf(EXAMPLE, { design })
    expect(leftOut).toBe(0)
    expect(text).toContain('pdfuaid:part')
    expect(text).toMatch(/\/MarkInfo/)
    expect(text).toMatch(/\/Title/)
  })

  test.each(Object.entries(HARD))(
    'is one page with %s everywhere',
    async (_, statement) => {
      expect(await pdfOf(everywhere(statement), { design })).toMatchObject({ pages: 1 })
      // Marks alone take Typst seconds, and more on a machine that does something else.
    },
    30_000,
  )

  test('of 500 blocks is one page, counts what it left out, and takes less than the limit', async () => {
    for (const words of [
      'short',
      'that is long enough for a line and a half of a page, as people write them. '.repeat(5),
    ]) {
      const { pages, leftOut } = await pdfOf(many(500, words), { design })
      expect(pages).toBe(1)
      expect(leftOut).toBeGreaterThan(300)
      expect(leftOut).toBeLessThan(500)
    }
  })

  test('of one state is the same, byte for byte, from another process too', async () => {
    const other = createBriefPrinter()
    const first = await pdfOf(EXAMPLE, { design })
    const again = await pdfOf(EXAMPLE, { printer: other, design })
    await other.close()
    expect(again.text).toBe(first.text)
  })

  test('of any map is one page', async () => {
    await fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        expect((await pdfOf(map, { design })).pages).toBe(1)
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

describe.each(LENS_IDS)('the page of the lens %s', (lens) => {
  test.each(['quiet', 'editorial', 'bold'] as const)(
    'is one page in the %s design, claims PDF/UA and names what it left out',
    async (design) => {
      for (const map of [
        buildMap({}),
        EXAMPLE,
        everywhere(HARD['a word of 400 letters']),
        many(120, 'Words '.repeat(12)),
      ]) {
        const { pages } = await pdfOf(map, { design, lens })
        expect(pages).toBe(1)
      }
      const { text } = await pdfOf(EXAMPLE, { design, lens })
      expect(text).toContain('pdfuaid')
    },
  )

  test.each(['json', 'md', 'html'])('is named in .%s, too', async (format) => {
    const { body } = await exportBrief(EXAMPLE, format, { ...STATE, lens })
    expect(Buffer.from(body).toString()).toContain(LENSES[lens].name)
  })
})

test('the PNG is the page at two dots a pixel, the same bytes for the same state', async () => {
  const sizes = { a4: [1588, 2246], letter: [1632, 2112] } as const
  for (const paper of ['a4', 'letter'] as const) {
    const { body, leftOut } = await exportBrief(EXAMPLE, 'png', { ...STATE, paper })
    const bytes = Buffer.from(body as Uint8Array)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(sizes[paper])
    expect(leftOut).toBe((await pdfOf(EXAMPLE, { paper })).leftOut)
    const again = await exportBrief(EXAMPLE, 'png', { ...STATE, paper })
    expect(bytes.equals(again.body as Uint8Array)).toBe(true)
  }
})

test('a picture is made of a page whose addresses have more than one thing to ask', async () => {
  const source = 'https://vardeholm.example/log?from=1&to=2&amp;x=%26'
  const map = buildMap({ v: { kind: 'value' }, p: { kind: 'proof', to: ['v'], with: { fields: { source } } } })
  const live = 'http://127.0.0.1:4400/m/k7Qd2/brief?at=x&audience=a&wording=agreed'
  const { body } = await exportBrief(map, 'png', { ...STATE, live })
  expect(
    Buffer.from(body as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})

test('letters that no font has are named on the page and beside it, and cost it the claim alone', async () => {
  const map = buildMap({ v: { kind: 'value', statement: 'Runes ᚠᚢ and 𓀀.' } })
  const { body, missing } = await exportBrief(map, 'pdf', STATE)
  expect(missing).toEqual(['U+16A0', 'U+16A2', 'U+13000'])
  const page = await readPage(body as Uint8Array)
  expect(page.texts.map(({ text }) => text).join('')).toContain('No font here has U+16A0, U+16A2, U+13000.')
  expect(page).toMatchObject({ pages: 1, marked: true })
  expect(await exportBrief(EXAMPLE, 'pdf', STATE)).toMatchObject({ missing: [] })
})

test('a text of dashes alone is set in no time', async () => {
  const map = buildMap({ v: { kind: 'value', statement: '- '.repeat(1000), with: { detail: '- '.repeat(8000) } } })
  const start = process.cpuUsage()
  printPage(briefOfMap(map), { paper: 'a4', design: 'quiet' }, 'pdf')
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(3)
})

test('a title cannot turn the direction of what follows it', async () => {
  const { body } = await exportBrief(buildMap({ v: { kind: 'value' } }, { title: 'Back\u202Ewards' }), 'pdf', STATE)
  const page = await readPage(body as Uint8Array)
  expect(page.texts.map(({ text }) => text).join('')).toContain('Backwards. Revision 41')
})

describe('a logo and a colour', () => {
  const asset = `${'a'.repeat(64)}.png`
  const logo = { asset, width: 40, height: 24, alt: 'A “blue” circle' }
  const map = buildMap(
    { why: { kind: 'purpose' }, v: { kind: 'value', to: ['why'] } },
    { brief: { accent: '#1f5f99', logo } },
  )
  const made = async (format: string, options: Partial<ExportOptions>, bytes: Uint8Array = SAMPLES.png.bytes) =>
    Buffer.from((await exportBrief(map, format, { ...STATE, ...options, picture: async () => bytes })).body)

  test.each(['quiet', 'editorial', 'bold'] as const)(
    'are on one page of the %s design, the same bytes each time',
    async (design) => {
      const [once, again] = [await made('pdf', { design }), await made('pdf', { design })]
      expect(once.equals(again)).toBe(true)
      const { text, pages } = await pdfOf(map, { design, picture: async () => SAMPLES.png.bytes })
      expect([pages, /\/Subtype\s*\/Image/.test(text)]).toEqual([1, true])
      const bare = await pdfOf(map, { design, picture: async () => null })
      expect(/\/Subtype\s*\/Image/.test(bare.text)).toBe(false)
    },
  )

  test('are in HTML without asking anybody, and in Word with what the logo shows', async () => {
    const html = (await made('html', {})).toString()
    expect(html).toContain('alt="A “blue” circle"')
    expect(html).toContain('src="data:image/png;base64,')
    expect(html).toContain('#1f5f99')
    const [word, again] = [await made('docx', {}), await made('docx', {})]
    expect(word.equals(again)).toBe(true)
    const files = unzipSync(word)
    const [media] = Object.entries(files).filter(([name]) => name.startsWith('word/media/'))
    expect(Buffer.from(media?.[1] ?? []).equals(SAMPLES.png.bytes)).toBe(true)
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('A “blue” circle')
  })

  test('a logo that is no picture after all costs nobody the page', async () => {
    const broken = Buffer.from(SAMPLES.png.bytes).fill(7, 60)
    for (const format of ['pdf', 'png', 'docx', 'html'])
      expect((await made(format, {}, broken)).length).toBeGreaterThan(500)
  })
})

test('every format has its type and a name that any system takes', async () => {
  const map = buildMap({ v: { kind: 'value' } }, { title: 'Čaj & “káva”: 一键 / 2026' })
  const files = await Promise.all(
    ['json', 'md', 'html', 'pdf', 'png', 'docx'].map((format) => exportBrief(map, format, STATE)),
  )
  expect(files.map(({ contentType, fileName }) => [contentType, fileName])).toEqual([
    ['application/json; charset=utf-8', 'caj-kava-2026.json'],
    ['text/markdown; charset=utf-8', 'caj-kava-2026.md'],
    ['text/html; charset=utf-8', 'caj-kava-2026.html'],
    ['application/pdf', 'caj-kava-2026.pdf'],
    ['image/png', 'caj-kava-2026.png'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'caj-kava-2026.docx'],
  ])
})

test('a format that is not made, and an audience that is not there, are answered with a sentence', async () => {
  const map = buildMap({ v: { kind: 'value' } })
  await expect(exportBrief(map, 'exe', STATE)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(exportBrief(map, 'constructor', STATE)).rejects.toMatchObject({ kind: 'not-found' })
  const audience = 'nobody' as BlockId
  await expect(exportBrief(map, 'pdf', { ...STATE, audience })).rejects.toMatchObject({ kind: 'bad-input' })
})
