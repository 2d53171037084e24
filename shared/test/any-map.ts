/** fast-check: any map at all, any map file in its canonical form, and anything that might be mistaken for one. */
import * as fc from 'fast-check'
import { exportMapFile, type MapFile } from '../src/map-file/index.ts'
import {
  BLOCK_KINDS,
  cleanLine,
  cleanParagraphs,
  cutText,
  compareText,
  EVIDENCES,
  fieldNamesOf,
  fieldTypeOf,
  LIMITS,
  REACHES,
  STATUSES,
  type Block,
  type BlockId,
  type BlockKind,
  type EpochMs,
  type FieldName,
  type PositioningMap,
  type Voice,
  type VoiceId,
} from '../src/schema/index.ts'
import { linksBetween } from './build-map.ts'

const HARD_TEXTS = [
  '一键水平扩缩容，实时 HTAP（T+0）。',
  'מפה אחת, סיפור אחד. 12%',
  'العربية: “قيمة” — 3 من 4',
  '👩🏽‍🚒🇪🇺 e\u0301 ﷽ Z̴̛͘a̷',
  '</script><img src=x onerror=alert(1)> & "quotes" \\ `tick` | # _em_',
  'a\u00a0b\u200bc\u202ed\ufeffe',
  '𝕄𝕒𝕡 < 1 KB, 45× smaller; RTO <= 30s',
]

/** Clean by construction, often empty, often hard. */
export const anyLine: fc.Arbitrary<string> = fc
  .oneof(
    fc.constant(''),
    fc.constantFrom(...HARD_TEXTS),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.lorem({ maxCount: 9 }),
  )
  .map(cleanLine)

/** A line as short as names and tags are. */
const anyName = anyLine.map((line) => cutText(line, Math.min(LIMITS.nameLength, LIMITS.tagLength)))

export const anyParagraphs: fc.Arbitrary<string> = fc
  .array(anyLine, { maxLength: 3 })
  .map((lines) => cleanParagraphs(lines.join('\n')))

/** Well-formed ones, some of which JavaScript has plans of its own for. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '-', '_', '0', '10', '9', 'a', 'A'),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
)

const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const anyInstant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

function anyField(kind: BlockKind, name: FieldName): fc.Arbitrary<string> {
  const type = fieldTypeOf(kind, name)
  if (type?.is === 'date') return fc.oneof(fc.constant(''), anyDate)
  if (type?.is === 'choice') return fc.constantFrom('', ...(name === 'reach' ? REACHES : EVIDENCES))
  return anyLine
}

function anyFields(kind: BlockKind): fc.Arbitrary<Block['fields']> {
  const names = fieldNamesOf(kind)
  return fc
    .tuple(...names.map((name) => anyField(kind, name)))
    .map((texts) => Object.fromEntries(names.flatMap((name, at) => (texts[at] ? [[name, texts[at]]] : []))))
}

const anyHundredth = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100)

const anyFrame: fc.Arbitrary<Block['frame']> = fc.option(
  fc.record({
    x: anyHundredth(-2_000, 2_000),
    y: anyHundredth(-2_000, 2_000),
    w: anyHundredth(200, 500),
    h: anyHundredth(96, 400),
    index: fc.constant('a1'),
    parentId: fc.constant(''),
  }),
)

const anyAgreed: fc.Arbitrary<Block['agreed']> = fc.option(
  fc
    .record({ statement: anyLine, at: anyInstant, by: anyName })
    .map(({ by, ...rest }) => (by ? { ...rest, by } : rest)),
)

function anyTellings(voices: readonly Voice[]): fc.Arbitrary<ReadonlyMap<VoiceId, string>> {
  return fc
    .array(anyLine, { minLength: voices.length, maxLength: voices.length })
    .map((texts) => new Map(voices.flatMap(({ id }, at) => (texts[at] ? [[id, texts[at]] as const] : []))))
}

export function anyBlock(id: BlockId, voices: readonly Voice[]): fc.Arbitrary<Block> {
  return fc.constantFrom(...BLOCK_KINDS).chain((kind) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constant(kind),
      statement: anyLine,
      detail: anyParagraphs,
      status: fc.constantFrom(...STATUSES),
      owner: anyName,
      tags: fc.uniqueArray(anyName.filter(Boolean), { maxLength: 3 }),
      fields: anyFields(kind),
      tellings: anyTellings(voices),
      agreed: anyAgreed,
      createdAt: fc.constant(0 as EpochMs),
      frame: anyFrame,
    }),
  )
}

const anyVoices: fc.Arbitrary<readonly Voice[]> = fc
  .uniqueArray(anyId, { maxLength: 4 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => anyName.map((name) => ({ id: id as VoiceId, name: name === '' ? id : name })))),
  )

const anyAccent = fc.oneof(fc.constant(''), fc.stringMatching(/^#[0-9a-f]{6}$/))
const anyLogo = fc.option(
  fc.record({
    asset: fc.stringMatching(/^[0-9a-f]{64}\.png$/),
    width: fc.integer({ min: 1, max: LIMITS.pictureSide }),
    height: fc.integer({ min: 1, max: LIMITS.pictureSide }),
    alt: anyName,
  }),
)

/** Sound (PM1–PM3), with odd ids, every script, and now and then nothing at all. */
export const anyMap: fc.Arbitrary<PositioningMap> = fc
  .tuple(anyVoices, fc.uniqueArray(anyId, { maxLength: 7 }))
  .chain(([voices, ids]) => {
    const sorted = ids.toSorted(compareText) as BlockId[]
    const pick = fc.nat({ max: Math.max(0, ids.length - 1) })
    return fc.record({
      title: anyLine,
      subject: anyLine,
      voices: fc.constant(voices),
      blocks: fc.tuple(...sorted.map((id) => anyBlock(id, voices))),
      brief: fc.record({
        order: fc.shuffledSubarray(sorted),
        off: fc.subarray(sorted),
        accent: anyAccent,
        logo: anyLogo,
      }),
      pairs: fc.array(fc.tuple(pick, pick), { maxLength: ids.length === 0 ? 0 : 9 }),
    })
  })
  .map(({ pairs, blocks: list, ...about }) => {
    const blocks = new Map(list.map((block) => [block.id, block]))
    const ids = list.map((block) => block.id)
    return {
      ...about,
      blocks,
      links: linksBetween(
        blocks,
        pairs.map(([a, b]) => [ids[a] ?? '', ids[b] ?? '']),
      ),
    }
  })

export const anyMapFile: fc.Arbitrary<MapFile> = anyMap.map((map) => exportMapFile(map))
