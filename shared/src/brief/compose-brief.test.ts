import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import type { BlockId, EpochMs, PositioningMap } from '../schema/index.ts'
import { composeBrief, type Brief, type BriefOptions } from './index.ts'

const STATE: BriefOptions = { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs }

function briefOf(map: PositioningMap, options: Partial<BriefOptions> = {}): Brief {
  const brief = composeBrief(map, { ...STATE, ...options })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}

const at = (x: number, y: number) => ({ frame: { x, y, w: 280, h: 160, index: 'a1', parentId: '' } })
const placedIn = (brief: Brief) =>
  brief.sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences, ...item.proofs]))

describe('what the brief says', () => {
  test('values come in the order they are read on the map, each with whom it serves and what holds it', () => {
    const map = buildMap({
      why: { kind: 'purpose', to: ['low', 'high'], with: { fields: { category: 'Fridges' }, status: 'agreed' } },
      low: { kind: 'value', to: ['them'], with: { ...at(400, 300), status: 'agreed' } },
      high: { kind: 'value', with: at(400, 20) },
      them: { kind: 'audience' },
      bench: { kind: 'proof', to: ['low'] },
    })
    const brief = briefOf(map)
    const [purpose, values] = brief.sections
    expect(brief.sections.map(({ id }) => id)).toEqual(['purpose', 'values'])
    expect(purpose?.items[0]).toMatchObject({ block: 'why', fields: { category: 'Fridges' }, open: '' })
    expect(values?.items.map(({ block, open }) => [block, open])).toEqual([
      ['high', 'Draft. No proof holds it yet.'],
      ['low', ''],
    ])
    expect(values?.items[1]?.audiences.map(({ text }) => text)).toEqual(['them'])
    expect(values?.items[1]?.proofs.map(({ text }) => text)).toEqual(['bench'])
    expect(brief).toMatchObject({
      title: 'A map',
      subject: 'A subject',
      revision: 41,
      asOf: '2026-05-21T00:00:00.000Z',
    })
  })

  test('what no value brings along has a section of its own, and what says nothing is left out', () => {
    const brief = briefOf(
      buildMap({ them: { kind: 'audience' }, award: { kind: 'proof' }, blank: { kind: 'value', statement: ' ' } }),
    )
    expect(brief.sections.map(({ id, items }) => [id, items.map(({ block }) => block)])).toEqual([
      ['audiences', ['them']],
      ['proofs', ['award']],
    ])
    expect(brief.leftOut).toEqual(['blank'])
  })

  test('a proof of two values is said once, and so is one that another repeats word for word', () => {
    const brief = briefOf(
      buildMap({
        a: { kind: 'value' },
        b: { kind: 'value' },
        one: { kind: 'proof', to: ['a', 'b'], statement: 'It changed our methodology.' },
        two: { kind: 'proof', statement: '“It changed our methodology”' },
      }),
    )
    const proofs = placedIn(brief).filter(({ kind }) => kind === 'proof')
    expect(proofs.map(({ block, repeated }) => [block, repeated])).toEqual([
      ['one', false],
      ['one', true],
      ['two', true],
    ])
  })

  test('a proof that a voice tells word for word stands once: tellings are not in the brief', () => {
    const map = buildMap({
      why: { kind: 'purpose', tellings: { sales: 'It changed our methodology.' } },
      quote: { kind: 'proof', to: ['why'], statement: 'It changed our methodology.' },
    })
    expect(JSON.stringify(briefOf(map)).split('It changed our methodology.')).toHaveLength(2)
  })

  test('for one audience only its values and their proofs are placed', () => {
    const map = buildMap({
      why: { kind: 'purpose', to: ['a', 'b'] },
      a: { kind: 'value', to: ['nurses'] },
      b: { kind: 'value', to: ['owners'] },
      nurses: { kind: 'audience' },
      owners: { kind: 'audience' },
      proofOfA: { kind: 'proof', to: ['a'] },
      proofOfB: { kind: 'proof', to: ['b'] },
    })
    const brief = briefOf(map, { audience: 'nurses' as BlockId })
    expect(placedIn(brief).map(({ block }) => block)).toEqual(['nurses', 'why', 'a', 'proofOfA'])
    expect(brief.leftOut).toEqual(['b', 'owners', 'proofOfB'])
  })

  test('what somebody has put in its place comes first, whatever hangs on it; the rest stands as on the map', () => {
    const brief = briefOf(
      buildMap(
        {
          a: { kind: 'value', with: at(0, 0) },
          b: { kind: 'value', with: at(0, 200), to: ['one', 'two'] },
          c: { kind: 'value', with: at(0, 400) },
          one: { kind: 'proof', with: at(0, 600) },
          two: { kind: 'proof', with: at(0, 800) },
        },
        { brief: { order: ['c', 'two'] as BlockId[] } },
      ),
    )
    expect(brief.sections[0]?.items.map(({ block }) => block)).toEqual(['c', 'a', 'b'])
    expect(brief.sections[0]?.items[2]?.proofs.map(({ block }) => block)).toEqual(['two', 'one'])
  })

  test('what is kept off is nowhere on it, is named apart, and is not called missing', () => {
    const map = buildMap(
      {
        a: { kind: 'value', to: ['nurses'], with: { status: 'agreed' } },
        nurses: { kind: 'audience' },
        secret: { kind: 'proof', to: ['a'] },
        blank: { kind: 'value', statement: ' ' },
      },
      { brief: { off: ['nurses', 'secret'] as BlockId[] } },
    )
    const brief = briefOf(map)
    expect(placedIn(brief).map(({ block }) => block)).toEqual(['a'])
    expect(brief.sections[0]?.items[0]?.open).toBe('')
    expect([brief.leftOut, brief.keptOff]).toEqual([
      ['blank', 'nurses', 'secret'],
      ['nurses', 'secret'],
    ])
    const one = briefOf(map, { audience: 'nurses' as BlockId })
    expect(placedIn(one).map(({ block }) => block)).toEqual(['nurses', 'a'])
    expect(one.keptOff).toEqual(['secret'])
  })

  test('an audience that is not on the map is refused, and so is a block that is none', () => {
    const map = buildMap({ a: { kind: 'value' } })
    for (const audience of ['nobody', 'a', '__proto__'] as BlockId[]) {
      expect(composeBrief(map, { ...STATE, audience })).toEqual({ ok: false, why: 'unknown-audience' })
    }
  })

  test('[BR1, BR2] every block of any map is placed or left out, and no section is empty', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const brief = briefOf(map)
        const placed = new Set(placedIn(brief).map(({ block }) => block))
        expect([...placed, ...brief.leftOut].toSorted()).toEqual([...map.blocks.keys()].toSorted())
        expect(brief.keptOff).toEqual(map.brief.off)
        expect(brief.sections.every(({ items }) => items.length > 0)).toBe(true)
        for (const entry of placedIn(brief)) expect(entry.text).toBe(map.blocks.get(entry.block)?.statement)
      }),
    )
  })

  test('[BR3] the order in which links and blocks come changes nothing', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const turned = { ...map, blocks: new Map([...map.blocks].toReversed()), links: map.links.toReversed() }
        expect(briefOf(turned)).toEqual(briefOf(map))
      }),
    )
  })
})
