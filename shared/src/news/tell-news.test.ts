import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap, anyTwoStates, buildMap, quotesItself } from '../../test/index.ts'
import { diffMaps } from '../diff/index.ts'
import type { PositioningMap } from '../schema/index.ts'
import { newsBetween } from './tell-news.ts'
import { renderChat } from './render-chat.ts'
import { renderConfirmation, renderMail } from './render-mail.ts'

/** Any two maps at all, and a map that somebody has worked on. */
const anyPair = fc.oneof(fc.tuple(anyMap, anyMap), anyTwoStates)

const frame = (x: number, y: number) => ({ x, y, w: 236, h: 112, index: 'a1', parentId: '' })
const AT = '2026-03-12T10:00:00Z'

const BEFORE = buildMap(
  {
    why: { kind: 'purpose', statement: 'Nothing spoils on the way.', to: ['alarm', 'calm'] },
    alarm: {
      kind: 'value',
      statement: 'It rings before the fridge is warm.',
      to: ['night'],
      with: { frame: frame(0, 200) },
    },
    calm: {
      kind: 'value',
      statement: 'Nobody thinks of the fridge.',
      with: { frame: frame(300, 200), status: 'proposed' },
    },
    night: { kind: 'audience', statement: 'Pharmacists on call at night.' },
    old: { kind: 'proof', statement: 'Nine of ten renewed in 2024.', to: ['calm'] },
    kept: { kind: 'proof', statement: 'Forty nights without a loss.', to: ['alarm'] },
  },
  { title: 'Fridges', subject: 'Fridge watch' },
)
const AFTER = buildMap(
  {
    why: { kind: 'purpose', statement: 'Nothing spoils on the way.', to: ['calm'] },
    alarm: {
      kind: 'value',
      statement: 'It rings an hour before the fridge is warm.',
      to: ['night', 'boards'],
      tellings: { sales: 'It calls you first.' },
      with: {
        frame: frame(40, 260),
        status: 'agreed',
        agreed: { statement: 'It rings an hour before the fridge is warm.', at: AT },
      },
    },
    calm: {
      kind: 'value',
      statement: 'Nobody thinks of the fridge.',
      with: { frame: frame(300, 200), status: 'proposed' },
    },
    night: { kind: 'audience', statement: 'Pharmacists on call at night.' },
    boards: { kind: 'audience', statement: 'Boards that answer for losses.' },
    kept: {
      kind: 'proof',
      statement: 'Forty nights without a loss.',
      to: ['alarm', 'calm'],
      with: { fields: { by: 'The chief pharmacist' } },
    },
  },
  { title: 'Fridges, told once', subject: 'Fridge watch' },
)

describe('news of a map', () => {
  it('reads as somebody would tell it who was there', () => {
    const news = newsBetween(BEFORE, AFTER)!
    expect(news.summary).toBe('1 block new, 1 agreed, 1 changed, 1 linked anew, 1 gone, title changed')
    expect(news.lines.map(({ says }) => says)).toEqual([
      'The map’s title now reads “Fridges, told once”; it read “Fridges”.',
      'The purpose “Nothing spoils on the way.” no longer drives the value “It rings an hour before the fridge is warm.”',
      'The value now reads “It rings an hour before the fridge is warm.”; it read “It rings before the fridge is warm.” The value is agreed now; it was a draft. The telling by Sales of the value now reads “It calls you first.”',
      'New: the audience “Boards that answer for losses.” The value “It rings an hour before the fridge is warm.” serves it.',
      '“Who says so” of the proof “Forty nights without a loss.” now reads “The chief pharmacist”. The proof now supports the value “Nobody thinks of the fridge.”',
      'Gone: the proof “Nine of ten renewed in 2024.”',
    ])
  })

  it('NW1: is none where only cards were moved, or nothing was done', () => {
    const [, alarm] = [...BEFORE.blocks.values()]
    const moved = new Map(BEFORE.blocks).set(alarm!.id, { ...alarm!, frame: frame(900, 900) })
    expect(newsBetween(BEFORE, { ...BEFORE, blocks: moved })).toBeNull()
    expect(newsBetween(BEFORE, BEFORE)).toBeNull()
  })

  it('NW1: a wording that was agreed on again is said once', () => {
    const agreeing = (wording: string): PositioningMap =>
      buildMap({
        it: { kind: 'value', statement: 'B.', with: { status: 'agreed', agreed: { statement: wording, at: AT } } },
      })
    expect(newsBetween(agreeing('A.'), agreeing('B.'))?.lines.map(({ says }) => says)).toEqual([
      'The value “B.” was agreed as it reads now.',
    ])
  })

  it('NW2, NW3: has a line for each block that something was said of, for any two maps', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const news = newsBetween(a, b)
        const quiet = ['moved', 'unlinked', 'agreed']
        expect(news !== null || diffMaps(a, b).every(({ what }) => quiet.includes(what))).toBe(true)
        fc.pre(news !== null)
        const blocks = news!.lines.flatMap(({ block }) => block ?? [])
        expect(new Set(blocks).size).toBe(blocks.length)
        const hasOwn = quotesItself(a) || quotesItself(b)
        for (const { says } of news!.lines) {
          expect(says).toMatch(/(?:\.|[.!?…。！？]”)$/u)
          expect(!hasOwn && /“\s*”/u.test(says)).toBe(false)
          expect(says).not.toMatch(/\n|\[object|undefined|: \.|\s\.$/u)
          expect(says.isWellFormed()).toBe(true)
        }
        expect(news!.summary).toMatch(/^(?:\d+ blocks? |title|subject|voices|brief)/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('news in a chat', () => {
  const about = { who: ['Ana', 'Ben', 'Cleo'], link: 'https://maps.example.org/m/abc' }

  it('says who and what first, and where to look last', () => {
    const lines = renderChat(newsBetween(BEFORE, AFTER)!, about).split('\n')
    expect(lines[0]).toBe(
      '*Fridges, told once*: 1 block new, 1 agreed, 1 changed, 1 linked anew, 1 gone, title changed, by Ana, Ben and Cleo',
    )
    expect(lines[3]).toMatch(/^• The value now reads “It rings an hour/)
    expect(lines.at(-1)).toBe('https://maps.example.org/m/abc')
    expect(renderChat(newsBetween(AFTER, BEFORE)!, { ...about, who: [] })).not.toContain(', by')
  })

  it('RC1: calls nobody and hides no link, whatever was written', () => {
    const after = buildMap(
      { it: { kind: 'value', statement: 'Hey @channel, <!here> & <https://evil.example|our map>, ask a@b.example' } },
      { title: '' },
    )
    const text = renderChat(newsBetween(buildMap({}, { title: '' }), after)!, about)
    expect(text).toContain('*A map without a title*')
    expect(text).toContain('@\u2060channel, &lt;!here&gt; &amp; &lt;https://evil.example|our map&gt;, ask a@b.example')
  })

  it('RC2: tells twelve lines and counts the others', () => {
    const many = buildMap(
      Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`b${n}`, { kind: 'value', statement: `No. ${n}.` }])),
    )
    const text = renderChat(newsBetween(buildMap({}), many)!, about)
    expect(text.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(12)
    expect(text).toContain('30 blocks new')
    expect(text).toContain('\nand 18 more\n')
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const news = newsBetween(a, b)
        fc.pre(news !== null)
        expect(renderChat(news!, about).length).toBeLessThan(5_500)
      }),
    )
  })
})

describe('news in a mail', () => {
  const about = {
    who: ['Ana', 'Ben'],
    link: 'https://maps.example.org/m/abc',
    since: 'Friday 27 November, 07:00 (UTC)',
    leave: 'https://maps.example.org/mail/leave?map=abc&token=x',
  }

  it('says since when, what, and how to end it', () => {
    const { subject, text } = renderMail(newsBetween(BEFORE, AFTER)!, about)
    expect(subject).toBe('Fridges, told once: 1 block new, 1 agreed, 1 changed, 1 linked anew, 1 gone, title changed')
    const lines = text.split('\n')
    expect(lines.slice(0, 5)).toEqual([
      'Fridges, told once',
      '',
      'Since Friday 27 November, 07:00 (UTC): 1 block new, 1 agreed, 1 changed, 1 linked anew, 1 gone, title changed, by Ana and Ben.',
      '',
      '- The map’s title now reads “Fridges, told once”; it read “Fridges”.',
    ])
    expect(lines.slice(-6)).toEqual([
      '',
      'Open the map: https://maps.example.org/m/abc',
      '',
      'You get this once a day when something has changed, because you asked for it on this map.',
      'No more of these mails: https://maps.example.org/mail/leave?map=abc&token=x',
      '',
    ])
  })

  it('RM1, RM2: says the same in HTML, where words stay words, whatever was written', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const news = newsBetween(a, b)
        fc.pre(news !== null)
        const { text, html } = renderMail(news!, about)
        const shown = html
          .replaceAll(/<[^>]*>/gu, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&')
        const said = text.split('\n').filter((line) => line.startsWith('- '))
        expect(said.filter((line) => !shown.includes(line.slice(2)))).toEqual([])
        expect(html.match(/<li/gu)).toHaveLength(said.length)
      }),
      { numRuns: 100 },
    )
    const { html, text } = renderConfirmation({ title: '<b>"Fridges"</b>' }, about.leave)
    expect(html).toContain('“&lt;b&gt;&quot;Fridges&quot;&lt;/b&gt;”')
    expect(text).toContain(about.leave)
  })
})
