import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import { outlineOf, renderOutline, type OutlineEntry } from './index.ts'

const placed = (x: number, y: number) => ({ frame: { x, y, w: 280, h: 160, index: 'a1', parentId: '' } })

/** The tree as one reads it: `purpose(value(audience proof))`; a second mention has a star. */
function shape(list: readonly OutlineEntry[]): string {
  return list
    .map(({ block, again, under }) => `${block.id}${again ? '*' : ''}${under.length === 0 ? '' : `(${shape(under)})`}`)
    .join(' ')
}

describe('the tree', () => {
  test('a purpose has its values, a value its audiences and then its proofs; the rest hangs loose', () => {
    const map = buildMap({
      why: { kind: 'purpose', to: ['worth'] },
      worth: { kind: 'value', to: ['them', 'held'] },
      them: { kind: 'audience' },
      held: { kind: 'proof' },
      creed: { kind: 'proof', to: ['why'] },
      stray: { kind: 'value', to: ['others'] },
      others: { kind: 'audience' },
      prize: { kind: 'proof' },
    })
    const { purposes, loose } = outlineOf(map)
    expect(shape(purposes)).toBe('why(worth(them held) creed)')
    expect(shape(loose)).toBe('stray(others) prize')
  })

  test('what two values share is said in full once and mentioned again', () => {
    const map = buildMap({
      why: { kind: 'purpose', to: ['a', 'b'] },
      a: { kind: 'value', to: ['them'] },
      b: { kind: 'value', to: ['them'] },
      them: { kind: 'audience' },
    })
    expect(shape(outlineOf(map).purposes)).toBe('why(a(them) b(them*))')
  })

  test('the order is that of the canvas: from top to bottom, from left to right', () => {
    const map = buildMap({
      why: { kind: 'purpose', to: ['a', 'b', 'c'] },
      a: { kind: 'value', with: placed(0, 900) },
      b: { kind: 'value', with: placed(400, 0) },
      c: { kind: 'value', with: placed(0, 10) },
    })
    expect(shape(outlineOf(map).purposes)).toBe('why(c b a)')
  })

  test('links that merely relate are said at both ends, cycles included', () => {
    const map = buildMap({
      a: { kind: 'value', to: ['b'] },
      b: { kind: 'value', to: ['c'] },
      c: { kind: 'value', to: ['a'] },
    })
    const { loose } = outlineOf(map)
    expect(loose.map(({ block, related }) => [block.id, ...related.map(({ id }) => id)])).toEqual([
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
      ['c', 'a', 'b'],
    ])
  })

  test('[OU1] every block of any map stands in full exactly once', () => {
    const full = (list: readonly OutlineEntry[]): string[] =>
      list.flatMap(({ block, again, under }) => [...(again ? [] : [block.id]), ...full(under)])
    fc.assert(
      fc.property(anyMap, (map) => {
        const { purposes, loose } = outlineOf(map)
        expect(full([...purposes, ...loose]).toSorted()).toEqual([...map.blocks.keys()].toSorted())
      }),
    )
  })
})

describe('as Markdown', () => {
  test('says kind, status, fields, tellings and links in plain lines', () => {
    const map = buildMap(
      {
        why: {
          kind: 'purpose',
          statement: 'No fridge unnoticed.',
          to: ['worth'],
          tellings: { sales: 'We watch.' },
          with: {
            status: 'agreed',
            agreed: { statement: 'No fridge unseen.', at: '2026-05-12T10:00:00Z' },
            detail: 'One.\nTwo.',
            fields: { category: 'Cold chain' },
            tags: ['cold', 'night'],
            owner: 'Agnes',
          },
        },
        worth: { kind: 'value', statement: 'Sleep.', to: ['them'] },
        them: { kind: 'audience', statement: '', to: ['us'] },
        us: { kind: 'audience', statement: 'Us' },
      },
      { title: 'Told once', subject: 'Vardeholm' },
    )
    expect(renderOutline(map)).toBe(`# Told once

About: Vardeholm

- **Purpose** (agreed 12 May 2026): No fridge unnoticed.
  - Agreed wording of 12 May 2026: No fridge unseen.
  - Detail: One.
  - Detail: Two.
  - Category: Cold chain
  - Owner: Agnes
  - Tags: cold, night
  - Sales says: We watch.
  - **Value**, driven by it (draft): Sleep.
    - **Audience**, served by it (draft): *nothing written yet*
      - Relates to: Us

## No purpose leads to these

- **Audience** (draft): Us
  - Relates to: *nothing written yet*
`)
  })

  test('an empty map says so', () => {
    expect(renderOutline(buildMap({}, { title: '', subject: '' }))).toBe(
      '# Untitled map\n\nNothing is on this map yet.\n',
    )
  })

  test('what people wrote is no markup, and stays readable', () => {
    const say = (statement: string) => renderOutline(buildMap({ a: { kind: 'value', statement } }))
    expect(say('*bold* [link](x) <b>&amp; snake_case _em_ `code`')).toContain(
      String.raw`\*bold\* \[link\](x) \<b>\&amp; snake_case \_em\_ ${'\\`code\\`'}`,
    )
    expect(say('RTO <= 30s, < 1 KB, R&D, 45x — “demos”')).toContain('RTO <= 30s, < 1 KB, R&D, 45x — “demos”')
  })

  test('every line of any map is a heading, a bullet, or one of the plain lines', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const lines = renderOutline(map).split('\n')
        expect(lines.filter((line) => !/^(#{1,2} | *- |About: |Nothing is|$)/.test(line))).toEqual([])
      }),
    )
  })
})
