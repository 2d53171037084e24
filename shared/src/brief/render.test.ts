import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMap, buildMap } from '../../test/index.ts'
import type { EpochMs, PositioningMap } from '../schema/index.ts'
import { composeLens, LENS_IDS } from '../lenses/index.ts'
import { composeBrief, DESIGNS, renderHtml, renderMarkdown, type Brief, type Design } from './index.ts'

function briefOf(map: PositioningMap): Brief {
  const brief = composeBrief(map, { revision: 41, asOf: Date.UTC(2026, 4, 21) as EpochMs })
  if (!brief.ok) throw new Error(brief.why)
  return brief.value
}

const DESIGN_NAMES = Object.keys(DESIGNS) as Design[]
const EVIL = '</p><script>alert(1)</script><img src=x onerror="alert(1)"> & \' "'

function everywhere(text: string): PositioningMap {
  const fields = { category: text, whyNow: text, alternative: text, by: text, source: text, need: text }
  return buildMap(
    {
      why: { kind: 'purpose', statement: text, to: ['value'], with: { fields, detail: text } },
      value: { kind: 'value', statement: text, to: ['them'], with: { fields, detail: text } },
      them: { kind: 'audience', statement: text, with: { fields, detail: text } },
      bench: { kind: 'proof', statement: text, to: ['value'], with: { fields, detail: text } },
      alone: { kind: 'proof', statement: `${text}!?1`, with: { fields, detail: text } },
    },
    { title: text, subject: text },
  )
}

/** What is for the screen or for paper alone, within a paragraph, depends on how long the rest is. */
const anywhere = (html: string) =>
  html
    .replaceAll(/<span class="screen">([^<]*)<\/span>/g, '$1')
    .replaceAll(/<span class="(?:more )?paper">.*?<\/span>/g, '')
const tagsOf = (html: string) =>
  [...anywhere(html).matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name]) => name?.toLowerCase())

test('HTML has the same tags whatever people write, and asks for nothing from anywhere', () => {
  const tags = tagsOf(renderHtml(briefOf(everywhere('plain')), { paper: 'a4' }))
  const evil = renderHtml(briefOf(everywhere(EVIL)), { paper: 'a4' })
  expect(tagsOf(evil)).toEqual(tags)
  expect(evil).not.toMatch(/<(script|img|link|iframe)|url\(|@import/i)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const word = `x${text.replaceAll('http', 'h')}`
      expect(tagsOf(renderHtml(briefOf(everywhere(word)), { paper: 'a4' }))).toEqual(tags)
    }),
  )
})

test('HTML says the same in every design, and asks for nothing in any', () => {
  const brief = briefOf(everywhere('plain'))
  const pages = DESIGN_NAMES.map((design) => renderHtml(brief, { paper: 'a4', design }))
  expect(new Set(pages).size).toBe(DESIGN_NAMES.length)
  expect(new Set(pages.map((page) => page.slice(page.indexOf('</style>')))).size).toBe(1)
  for (const page of pages) expect(page).not.toMatch(/<(script|img|link|iframe)|url\(|@import/i)
})

test('HTML names the language of the page, and of a text that is in another; words are hyphenated where it is certain', () => {
  const pageOf = (purpose: string, value: string) =>
    renderHtml(
      briefOf(buildMap({ why: { kind: 'purpose', statement: purpose }, value: { kind: 'value', statement: value } })),
      { paper: 'a4' },
    )
  const mixed = pageOf('We are here so that nothing is lost to the heat, and for all of you.', 'Wir und die anderen')
  expect(mixed).toContain('<html lang="en" dir="ltr">')
  expect(mixed).toContain('<h1><bdi>We are')
  expect(mixed).toContain('<h2><bdi lang="de">Wir und')
  expect(mixed).toContain('<main class="hyphens">')
  expect(pageOf('Vardeholm', 'Laboratorium')).toContain('<main>')
})

test('on paper a detail is shortened to its first sentence before it goes', () => {
  const detail = `It begins here. ${'And goes on for a while. '.repeat(60)}`.trim()
  const blocks = Array.from({ length: 6 }, (_, at) => [`v${at}`, { kind: 'value', with: { detail } }] as const)
  const html = renderHtml(briefOf(buildMap(Object.fromEntries(blocks))), { paper: 'a4' })
  expect(html).toContain('<p class="lead"><bdi>It begins here.<span class="screen"> And goes on')
  expect(html).toMatch(/<span class="paper"> Left out for want of room: the ends of \w+ details?\./)
})

test('a source becomes a link only when it is a web address', () => {
  const brief = (source: string) => briefOf(buildMap({ bench: { kind: 'proof', with: { fields: { source } } } }))
  expect(renderHtml(brief('https://example.org/a?b="c"&d'), { paper: 'a4' })).toContain(
    'href="https://example.org/a?b=%22c%22&amp;d"',
  )
  for (const source of ['javascript:alert(1)', 'data:text/html,x', 'https:// x', 'JaVaScRiPt:1', '//example.org']) {
    expect(renderHtml(brief(source), { paper: 'a4' })).not.toContain('href=')
    expect(renderMarkdown(brief(source))).not.toMatch(/<\w+:/)
  }
})

test('Markdown keeps every word and lets none of them become markup', () => {
  const hard = '# 1. *bold* _em_ `code` [a](b) <b> | ~~x~~ ![i](j) \\ 2024) - & @you https://x.example'
  const markdown = renderMarkdown(briefOf(everywhere(hard)))
  for (const raw of ['*bold*', '_em_', '`code`', '[a](b)', '<b>', '~~x~~', '![i]'])
    expect(unescaped(markdown)).not.toContain(raw)
  expect(markdown.match(/^#{1,3} /gm)).toHaveLength(6)
})

/** Backslash escapes are gone with what they escape. */
const unescaped = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]/g, '')

test('Markdown reads well', () => {
  const map = buildMap(
    {
      why: {
        kind: 'purpose',
        to: ['v'],
        statement: 'No medicine thrown away.',
        with: { fields: { whyNow: 'Since January.' } },
      },
      v: {
        kind: 'value',
        to: ['a'],
        statement: 'A person answers first.',
        with: { status: 'agreed', fields: { alternative: 'A siren' } },
      },
      a: { kind: 'audience', statement: 'Independent pharmacists.', with: { status: 'agreed' } },
      x: {
        kind: 'proof',
        to: ['v'],
        statement: '1,740 of 1,912 alarms settled.',
        with: {
          status: 'agreed',
          fields: { by: 'Operations log', source: 'https://log.example', observedOn: '2025-12-31' },
        },
      },
    },
    { title: 'Vardeholm, told once', subject: 'Vardeholm' },
  )
  expect(renderMarkdown(briefOf(map))).toBe(`# Vardeholm, told once

Vardeholm

## Purpose

### No medicine thrown away.

- Since January.
- *Draft.*

## Values

### A person answers first.

- For: Independent pharmacists.
- Without us: A siren
- Proof: 1,740 of 1,912 alarms settled.${'  '}
  — Operations log, <https://log.example/>, 31 December 2025

---

Revision 41, 21 May 2026.
`)
})

test('every statement that is placed stands in HTML and Markdown, for any map', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const brief = briefOf(map)
      const html = renderHtml(brief, { paper: 'letter' })
      const markdown = renderMarkdown(brief)
      expect(html.isWellFormed() && markdown.isWellFormed()).toBe(true)
      const items = brief.sections.flatMap(({ items }) =>
        items.flatMap((item) => [item, ...item.audiences, ...item.proofs]),
      )
      const missing = items.filter(({ text, repeated }) => !repeated && !html.includes(escaped(text)))
      expect(missing).toEqual([])
    }),
  )
})

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

test('the page declares the script that most of it is written in, and its direction', () => {
  const html = (statement: string) =>
    renderHtml(briefOf(buildMap({ v: { kind: 'value', statement } }, { title: '', subject: '' })), { paper: 'a4' })
  expect(html('一键水平扩缩容 HTAP')).toContain('<html lang="zh" dir="ltr">')
  expect(html('قيمة واحدة')).toContain('<html lang="ar" dir="rtl">')
  expect(html('A plain one')).toContain('<html lang="en" dir="ltr">')
  expect(html('12')).toContain('<html lang="en" dir="ltr">')
})

test('on a page that runs from right to left, labels stand before their words, and words keep their own direction', () => {
  const map = buildMap(
    {
      v: { kind: 'value', to: ['a'], statement: 'אדם עונה לאזעקה', with: { fields: { gain: '9 מתוך 10 לילות' } } },
      a: { kind: 'audience', statement: 'רוקחים', with: { fields: { need: 'לישון' } } },
      p: {
        kind: 'proof',
        to: ['v'],
        statement: '1,740 אזעקות',
        with: { fields: { by: 'יומן', source: 'https://log.example', observedOn: '2026-03-01' } },
      },
    },
    { title: 'ורדהולם', subject: 'ורדהולם' },
  )
  const html = renderHtml(briefOf(map), { paper: 'a4' })
  expect(html).toContain('dir="rtl"')
  // A direction of its own would turn the whole line by the English label that it begins with.
  expect(html).not.toContain('dir="auto"')
  expect(html).toContain('<p class="line"><b>Gain</b> <bdi>9 מתוך 10 לילות</bdi></p>')
  expect(html).toContain('Need: <bdi>לישון</bdi>')
  expect(html).toMatch(/<bdi>יומן<\/bdi>, <bdi><a [^>]*>log\.example<\/a><\/bdi>, <bdi>1\u00A0March\u00A02026\.<\/bdi>/)
})

test('HTML sets beside a value whom it is for and what holds it, in a column of its own where the screen is wide', () => {
  const map = buildMap({
    v: { kind: 'value', to: ['them'], with: { fields: { gain: 'Twice as fast' } } },
    them: { kind: 'audience' },
    p: { kind: 'proof', to: ['v'] },
  })
  const html = renderHtml(briefOf(map), { paper: 'a4', design: 'bold' })
  const [, beside = ''] = /<div class="beside">(.*?)<\/div>/s.exec(html) ?? []
  expect(beside).toMatch(/them.*<i><bdi>p<\/bdi><\/i>/s)
  expect(beside).not.toContain('Twice as fast')
  expect(html).toContain('@media screen and (min-width:68rem)')
  expect(renderHtml(briefOf(map), { paper: 'a4' })).not.toContain('min-width:68rem')
})

test('a draft that stands by itself is named behind its words, and behind who says so', () => {
  const fields = { by: 'Operations log', observedOn: '2026-03-01' }
  const map = buildMap({
    p: { kind: 'proof', with: { status: 'draft', fields } },
    them: { kind: 'audience', with: { status: 'draft' } },
  })
  const html = renderHtml(briefOf(map), { paper: 'a4' })
  const draft = '<span class="more"><bdi>Draft.</bdi></span></div>'
  expect(html).toContain(`<div class="alone"><h3><bdi>them</bdi></h3> ${draft}`)
  const said = '<span class="more"><bdi>Operations log</bdi>, <bdi>1\u00A0March\u00A02026.</bdi></span>'
  expect(html).toContain(`<div class="alone"><h3><bdi>p</bdi></h3> ${said} ${draft}`)
  expect(html).not.toContain('<p class="line"><bdi>Draft.</bdi></p>')
})

test('nothing that people wrote is a tag, through any lens and in the name of a version', () => {
  const map = everywhere(EVIL)
  for (const lens of LENS_IDS) {
    const made = composeLens(map, lens, { revision: 1, asOf: 0 as EpochMs })
    if (!made.ok) throw new Error(made.why)
    const html = renderHtml({ ...made.value, version: { name: EVIL, at: '2026-05-21' } }, { paper: 'a4' })
    expect(html).toContain('&lt;script')
    expect(html).not.toMatch(/<(script|img|meta http-equiv="refresh|iframe|u)[\s>]/i)
  }
})

test('a map that is empty says so', () => {
  expect(renderHtml(briefOf(buildMap({})), { paper: 'a4' })).toContain('Nothing is written on the map yet.')
})
