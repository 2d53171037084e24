import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../schema/index.ts'
import { asProposed, guessForm, importPasted, PASTE_FORMS, readPasted, type PasteForm } from './index.ts'

describe('whatever it is', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...[
        '# ',
        '- ',
        '1. ',
        '**',
        '__',
        '|',
        '```',
        '> ',
        '\n',
        '\n\n',
        '    ',
        '"',
        '",',
        ';',
        '\t',
        '](',
        '[',
        '<',
        '&#',
        '---\n',
      ],
      ...['{"nodes":[', '{"id":"a"}', ']}', 'Value: ', '**Value** (draft): ', 'Proof', '\u0000', '\uD800', '\uFEFF'],
    ),
  )
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  test('[PA1] nothing throws, nothing is made up, and a map can take all of it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<PasteForm>('markdown', 'csv', 'plain'), (text, form) => {
        guessForm(text)
        const pasted = readPasted(text, form)
        const { blocks, report } = importPasted(pasted, asProposed, 'make')
        expect(blocks.length + pasted.lines.filter(({ leave }) => leave !== '').length).toBe(pasted.lines.length)
        for (const { path, problem, done } of report) expect([path, problem, done].join('').isWellFormed()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('[PA2] every letter of a Markdown or plain text is in a line, the title, the subject or the report', () => {
    const word = fc.constantFrom(
      'alpha',
      'beta',
      'Value',
      'Proof:',
      '# Audience',
      '- gamma',
      '\n',
      '\n\n',
      '  - delta',
      '**eps**',
      '.',
    )
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
        (text) => {
          const pasted = readPasted(text, 'markdown')
          const kept = [
            pasted.title,
            ...pasted.lines.flatMap((l) => [l.statement, l.detail, l.under, l.kind]),
            JSON.stringify(pasted.report),
          ].join('')
          for (const name of ['alpha', 'beta', 'gamma', 'delta', 'eps'])
            expect(kept.split(name).length).toBeGreaterThanOrEqual(text.split(name).length)
        },
      ),
    )
  })

  const hostile = [
    ...[
      '*a ',
      '**x',
      '[',
      '![[',
      '[a](',
      '`a``b',
      '> ',
      '1. ',
      '- ',
      '<a ',
      '_a_',
      '&',
      '&#1;',
      '|',
      '# ',
      '"',
      '",',
      ' ',
      '\n',
      'a: ',
    ],
    ...['a,"b\n', '- a\n  ', '|a|\n', '{"nodes":[', 'x\n', '-\n=\n', '**a:** ', 'Value: a\n', '。', 'é'],
  ]
  test.each(PASTE_FORMS)('[PA1] 100,000 characters of anything are read as %s within a second of work', (form) => {
    const slow: string[] = []
    for (const unit of hostile) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000)
      const before = process.cpuUsage()
      try {
        guessForm(text)
        importPasted(readPasted(text, form), asProposed, 'make')
      } catch (error) {
        if (form !== 'canvas') throw error
      }
      const ms = process.cpuUsage(before).user / 1_000
      if (ms > 1_000) slow.push(`${JSON.stringify(unit)}: ${Math.round(ms)} ms`)
    }
    expect(slow).toEqual([])
  })

  test('a text over the limit is refused', () => {
    expect(() => readPasted('x'.repeat(LIMITS.pasteLength + 1), 'plain')).toThrow(/1000000 characters/)
  })

  test('its form is guessed', () => {
    for (const [text, form] of [
      ['# A\n- b', 'markdown'],
      ['A\n\n**b** c', 'markdown'],
      ['Calm\nSleep', 'plain'],
      ['Text,Color\nCalm,red\nSleep,blue', 'csv'],
      ['Calm\tValue\nNurses\tAudience', 'csv'],
      ['Calm, and sleep.\nNurses, and more.', 'plain'],
      [' {"nodes":[],"edges":[]}', 'canvas'],
      ['{"format": "throughline-map"}', 'map-file'],
      ['{', 'plain'],
    ] as const)
      expect([text, guessForm(text)]).toEqual([text, form])
  })
})
