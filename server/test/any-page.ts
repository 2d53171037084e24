/** fast-check: maps as a page may have to show them: from nothing to 500 blocks, in any script, and texts that break pages. */
import { BLOCK_KINDS, type BlockKind, type PositioningMap } from '@throughline/shared/schema'
import { buildMap, type BlockSketch } from '@throughline/shared/test'
import * as fc from 'fast-check'

/** Sentences of the scripts that we have fonts for. */
const SCRIPTS = {
  English: 'We keep “every” reading; nobody has to ask (twice) for what is known.',
  German: 'Die Kühlkettenüberwachungsgerätebetriebsvorschrift gilt überall, auch in Füssen.',
  Greek: 'Κανένα φάρμακο δεν πετιέται επειδή κανείς δεν πρόσεξε το ψυγείο.',
  Russian: 'Ни одно лекарство не должно пропасть из-за незамеченного холодильника.',
  Vietnamese: 'Không một viên thuốc nào bị vứt bỏ vì không ai để ý đến tủ lạnh.',
  Chinese: '任何药品都不应因无人注意冰箱而被丢弃，水平扩缩容（T+0）。',
  Japanese: '冷蔵庫に誰も気づかなかったせいで捨てられる薬があってはならない。',
  Korean: '아무도 냉장고를 눈치채지 못했다는 이유로 버려지는 약은 없어야 합니다.',
  Arabic: 'لا يضيع أي دواء لأن أحدا لم يلاحظ ثلاجة، ٣ من ٤.',
  Hebrew: 'אף תרופה לא תיזרק כי אף אחד לא שם לב למקרר, 12%.',
  emoji: 'Bread 🥖 and fridges 🧊 for everybody 👩🏽‍🚒 in the EU 🇪🇺.',
}

/** Texts that have broken pages elsewhere. */
const HARD = [
  'Donaudampfschifffahrt'.repeat(20).slice(0, 400),
  '水平扩缩容量'.repeat(67),
  `https://example.org/${'a/b?c=d&'.repeat(60)}`,
  '- '.repeat(300),
  '— … — '.repeat(60),
  'W'.repeat(180),
  'i l '.repeat(120),
  '#set page(width: 1pt) $ x $ *bold* _em_ `raw` @ref <label> \\ // /* #eval("1")',
  'a\uD800b\u0000c\u0007d\uDFFF\uFFFEe\u202Ef',
  '1,740 of 1,912 – 0.5 × 10⁻³ ≤ 45 % ≠ ½',
]

const anySentence = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 3 }) },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(SCRIPTS)) },
  { weight: 1, arbitrary: fc.constantFrom(...HARD) },
  { weight: 1, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 20 }) },
)

/** Few or many, half of the time few enough for all of them to fit. */
const anyCount = fc.oneof(fc.nat(3), fc.nat(14), fc.integer({ min: 15, max: 60 }), fc.integer({ min: 61, max: 500 }))

const anyStatus = fc.constantFrom('draft', 'proposed', 'agreed' as const)
const anyDetail = fc.oneof(
  fc.constant(''),
  fc.array(anySentence, { maxLength: 3 }).map((lines) => lines.join('\n')),
)

function fieldsOf(kind: BlockKind, texts: readonly [string, string, string]): Readonly<Record<string, string>> {
  const [a, b, c] = texts
  if (kind === 'purpose') return { category: a.slice(0, 60), whyNow: b, tone: c }
  if (kind === 'value') return { alternative: a, difference: b, gain: c }
  if (kind === 'audience') return { situation: a, need: b, reach: c === '' ? 'known' : 'next' }
  return {
    by: a.slice(0, 80),
    source: b.length % 2 === 0 ? b : 'https://www.example.org/reports/cold',
    observedOn: '2026-03-21',
  }
}

const anyText = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: anySentence })

const anyBlock: fc.Arbitrary<BlockSketch> = fc.constantFrom(...BLOCK_KINDS).chain((kind) =>
  fc
    .record({
      statement: anySentence,
      detail: anyDetail,
      status: anyStatus,
      texts: fc.tuple(anyText, anyText, anyText),
    })
    .map(({ statement, detail, status, texts }) => ({
      kind,
      statement,
      with: { detail, status, fields: fieldsOf(kind, texts) },
    })),
)

/** What a statement ends in, so that each can be told from the others: “q17z”. */
export const endOf = (at: number) => `q${at}z`

/** Of 500 blocks some dozen are different; that is enough of them, and quicker to think up. */
export const anyPageMap: fc.Arbitrary<PositioningMap> = fc
  .record({
    count: anyCount,
    sketches: fc.array(anyBlock, { minLength: 1, maxLength: 24 }),
    title: fc.oneof(fc.constant(''), anySentence),
    subject: fc.oneof(fc.constant(''), fc.constantFrom('Vardeholm', 'TiDB（PingCAP）', 'شركة')),
    links: fc.array(fc.tuple(fc.nat(499), fc.nat(499)), { maxLength: 300 }),
  })
  .map(({ count, sketches, title, subject, links }) => {
    const blocks = Array.from({ length: count }, (_, at): [string, BlockSketch] => {
      const sketch = sketches[at % sketches.length] as BlockSketch
      const to = links.flatMap(([from, end]) => (from % count === at && end % count !== at ? [`b${end % count}`] : []))
      return [`b${at}`, { ...sketch, statement: `${sketch.statement} ${endOf(at)}`, to: [...new Set(to)] }]
    })
    return buildMap(Object.fromEntries(blocks), { title: title.slice(0, 200), subject })
  })
