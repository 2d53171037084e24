// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { wordsOfPage } from './clipboard-words.ts'

test('paragraphs, headings, items and rows are lines', () => {
  const page = `<html><head><style>p { color: red }</style><title>Notes</title></head><body>
    <!--StartFragment--><h2>What they  get</h2><p>A person <b>rings</b>,
    not an alarm</p><ul><li>Nine hours<br>without power</li><li></li></ul>
    <table><tr><td>Value</td><td>It is open</td></tr></table></body></html>`
  expect(wordsOfPage(page).split('\n')).toEqual([
    '## What they get',
    'A person rings, not an alarm',
    '- Nine hours',
    'without power',
    'Value\tIt is open',
  ])
})

test('words without a paragraph are one line, and a picture has none', () => {
  expect(wordsOfPage('<meta charset="utf-8"><span>Open to</span> <i>bicycles</i>')).toBe('Open to bicycles')
  expect(wordsOfPage('<img src="https://example.org/a.png" alt="a"><script>alert(1)</script>')).toBe('')
  expect(wordsOfPage('')).toBe('')
})
