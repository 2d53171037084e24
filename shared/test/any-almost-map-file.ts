/** JSON that is nearly a map file: its keys and shapes, with values in them that mostly do not fit. */
import * as fc from 'fast-check'
import { BLOCK_KINDS, FIELD_NAMES } from '../src/schema/index.ts'
import { anyLine } from './any-map.ts'

const anyWord: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'value',
    'Proof',
    'sales',
    'a',
    'b',
    'Agreed',
    'known',
    'metric',
    '2026-02-30',
    '2026-03-01',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[\u0000-\u00a0\ud800-\udfff\n\t]{0,8}$/),
  anyLine,
)

const anyKey = fc.oneof(
  fc.constantFrom('id', 'kind', 'name', 'x', 'y', 'at', 'sales', '__proto__', 'constructor', ...FIELD_NAMES),
  anyWord,
)

const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyWord,
    fc.constantFrom(null, true, 0, -0, 1e308, 12.3456, ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 4 }),
  ),
})).value

/** Mostly what belongs there, now and then anything at all. */
function mostly(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: anyValue })
}

const anyId = mostly(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'not an id', 7))
const anySide = mostly(fc.oneof(fc.double(), fc.integer({ min: -999, max: 999 })))

const anyAlmostBlock = fc.record(
  {
    id: anyId,
    kind: mostly(fc.constantFrom(...BLOCK_KINDS)),
    statement: mostly(anyWord),
    detail: mostly(anyWord),
    status: mostly(fc.constantFrom('draft', 'agreed', 'Proposed')),
    fields: mostly(fc.dictionary(fc.constantFrom(...FIELD_NAMES), mostly(anyWord), { maxKeys: 5 })),
    tags: mostly(fc.array(mostly(anyWord), { maxLength: 4 })),
    owner: mostly(anyWord),
    tellings: mostly(fc.dictionary(anyWord, mostly(anyWord), { maxKeys: 4 })),
    agreed: mostly(
      fc.record({
        statement: mostly(anyWord),
        at: mostly(
          fc.constantFrom('2026-05-12T10:00:00Z', '2026-05-12', '2026-05-12T10:00', '2026-05-12T10:00:00+02:00'),
        ),
        by: mostly(anyWord),
      }),
    ),
    frame: mostly(fc.record({ x: anySide, y: anySide, w: anySide, h: anySide })),
  },
  { requiredKeys: ['id', 'kind'] },
)

const anyAlmostLink = fc.record(
  { from: anyId, to: anyId, relation: mostly(fc.constant('drives')) },
  { requiredKeys: ['from', 'to'] },
)

const anyAlmostVoice = fc.record({ id: mostly(anyWord), name: mostly(anyWord) }, { requiredKeys: [] })

export const anyAlmostMapFile: fc.Arbitrary<unknown> = fc.record(
  {
    format: fc.constant('throughline-map'),
    version: fc.oneof({ weight: 19, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: anyValue }),
    title: mostly(anyWord),
    subject: mostly(anyWord),
    voices: mostly(fc.array(mostly(anyAlmostVoice), { maxLength: 5 })),
    blocks: mostly(fc.array(mostly(anyAlmostBlock), { maxLength: 8 })),
    links: mostly(fc.array(mostly(anyAlmostLink), { maxLength: 10 })),
    extra: anyValue,
  },
  { requiredKeys: ['format', 'version', 'blocks'] },
)
