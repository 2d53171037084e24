/** Long words of running text are broken by the rules of their language; statements, addresses and short words never are. */
import { composeBrief, type Brief, type Design } from '@throughline/shared/brief'
import type { EpochMs } from '@throughline/shared/schema'
import { buildMap, type BlockSketch } from '@throughline/shared/test'
import { describe, expect, test } from 'vitest'
import { readPage, type PlacedText } from '../../test/read-page.ts'
import { printPage } from './print-page.ts'

function briefOf(blocks: Readonly<Record<string, BlockSketch>>): Brief {
  const made = composeBrief(buildMap(blocks), { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs })
  if (!made.ok) throw new Error(made.why)
  return made.value
}

/** Long words, in a narrow column as well as in a statement. */
const german = (word: string): Readonly<Record<string, BlockSketch>> => ({
  why: { kind: 'purpose', statement: `Kein Medikament wird weggeworfen: ${word} für alle.`, to: ['calm'] },
  calm: {
    kind: 'value',
    statement: `Ein Mensch und keine ${word} beantwortet den Alarm.`,
    to: ['owners'],
    with: { fields: { alternative: `Die ${word} und noch eine ${word}` } },
  },
  owners: { kind: 'audience', statement: `Leitungen mit einer ${word} und der ${word}` },
  proof: {
    kind: 'proof',
    statement: `Seit der ${word} ist die ${word} in jeder ${word} eingehalten.`,
    to: ['calm'],
    with: { fields: { source: `https://example.org/mit/${word.toLowerCase()}/und/${word.toLowerCase()}` } },
  },
})

const readBrief = async (brief: Brief, design: Design) =>
  readPage(printPage(brief, { paper: 'a4', design }, 'pdf').file)

/** The parts of a word that is broken over two lines: a hyphen there is none to a reader, who has the word whole. */
function broken(texts: readonly PlacedText[], word: string): readonly string[] {
  const parts = Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const)
  return texts.flatMap(({ text, top }, at) => {
    const next = texts.slice(at + 1).find((one) => one.top > top && one.text.trim() !== '')
    return parts.filter(([first, rest]) => text.endsWith(first) && next?.text.startsWith(rest)).map(([first]) => first)
  })
}

/** Texts of one line of which one stands on the other. */
function overlapping(texts: readonly PlacedText[]): readonly string[] {
  const printed = texts.filter(({ text }) => text.trim() !== '')
  return printed.flatMap((one, at) =>
    printed
      .slice(at + 1)
      .filter((other) => other.top < one.bottom - 2 && one.top < other.bottom - 2)
      .filter((other) => other.left < one.right - 1 && one.left < other.right - 1)
      .map((other) => `“${one.text}” and “${other.text}”`),
  )
}

const WORD = 'Temperaturaufzeichnungspflicht'
const PLACES = [
  'Tem',
  'Tempe',
  'Tempera',
  'Temperatur',
  'Temperaturauf',
  'Temperaturaufzeich',
  'Temperaturaufzeichnungs',
]
/** Points: statements are set larger than whatever stands below and beside them. */
const STATEMENT = 13

describe.each<Design>(['editorial', 'bold'])('the %s design', (design) => {
  test('breaks a German word where German does, and it is read whole', async () => {
    const { lang, texts } = await readBrief(briefOf(german(WORD)), design)
    expect(lang).toBe('de')
    const parts = broken(texts, WORD)
    expect(parts).not.toEqual([])
    expect(PLACES).toEqual(expect.arrayContaining([...parts]))
  })

  test('breaks no statement and no address', async () => {
    const { texts } = await readBrief(briefOf(german(WORD)), design)
    const statements = texts.filter(({ size }) => size > STATEMENT)
    expect(statements.map(({ text }) => text).join(' ')).toContain(WORD)
    expect(broken(statements, WORD)).toEqual([])
    expect(broken(texts, WORD.toLowerCase())).toEqual([])
  })

  test('sets a long word of a statement within its column, and none over what stands beside it', async () => {
    const word = 'Temperaturüberschreitungsalarm'
    const calm = `Ein Mensch beantwortet den ${word} zuerst und ruft nur an, wenn Sie handeln müssen.`
    const alternative = 'Eine Kurznachricht um drei Uhr morgens und eine Fahrt zu einer Tür, die nur angelehnt war.'
    const filed = 'Die Apothekenbetriebsordnungsprüfung ist ein Ausdruck und keine Woche.'
    const { texts } = await readBrief(
      briefOf({
        calm: { kind: 'value', statement: calm, to: ['owners'], with: { fields: { alternative } } },
        filed: { kind: 'value', statement: filed, to: ['owners'] },
        owners: { kind: 'audience', statement: 'Leitungen mit vierzig Kühlschränken und einer Prüferin' },
      }),
      design,
    )
    expect(overlapping(texts)).toEqual([])
    for (const whole of [word, 'Apothekenbetriebsordnungsprüfung'])
      expect(texts.some(({ text }) => text.includes(whole))).toBe(true)
  })

  test('keeps a short compound on one line, and on the line of the words beside it', async () => {
    const { texts } = await readBrief(
      briefOf({ calm: { kind: 'value', statement: 'Our wi-fi box.' }, owners: { kind: 'audience', statement: 'All' } }),
      design,
    )
    const [our, compound] = ['Our', 'wi-fi'].map((word) => texts.find(({ text }) => text.includes(word))?.bottom)
    expect(compound).toBeCloseTo(our ?? 0, 0)
  })

  test('breaks no word of fewer than twelve letters', async () => {
    const word = 'Krankenhaus'
    const many = `Mit ${Array.from({ length: 12 }, () => word).join(' und ')}`
    const { texts } = await readBrief(
      briefOf({
        calm: { kind: 'value', statement: 'Ein Mensch beantwortet den Alarm.', to: ['owners'] },
        owners: { kind: 'audience', statement: many },
        proof: { kind: 'proof', statement: `Für ${many}`, to: ['calm'] },
      }),
      design,
    )
    expect(texts.map(({ text }) => text).join(' ')).toContain(word)
    expect(broken(texts, word)).toEqual([])
  })

  test('breaks nothing where no word tells what language it is', async () => {
    const word = 'Hőmérsékletnyilvántartás'
    const { texts } = await readBrief(
      briefOf({
        calm: { kind: 'value', statement: `${word} mindenkinek.`, to: ['owners'] },
        owners: { kind: 'audience', statement: [word, word, word, word].join(' ') },
      }),
      design,
    )
    expect(texts.map(({ text }) => text).join(' ')).toContain(word)
    expect(broken(texts, word)).toEqual([])
  })
})
