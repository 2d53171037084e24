import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyParagraphs } from '../../test/index.ts'
import { shorterForm } from './shorter-form.ts'

test.each([
  ['One sentence. And another.', 'One sentence.'],
  ['A first paragraph\nand a second.', 'A first paragraph'],
  ['No stop at all', 'No stop at all'],
  ['Ask Dr. Brandt about the seals. She knows.', 'Ask Dr. Brandt about the seals.'],
  ['Tested with e.g. Westmark. Twice.', 'Tested with e.g. Westmark.'],
  ['Version 2.5 is out. It holds.', 'Version 2.5 is out. It holds.'],
  ['(It began in March. It went on.) Then it stopped.', '(It began in March. It went on.) Then it stopped.'],
  ['“We were asked. We said yes.” That was all.', '“We were asked. We said yes.” That was all.'],
  ['数据采用多副本存储。数据副本同步事务日志。', '数据采用多副本存储。'],
  ['Is it cold? It is.', 'Is it cold?'],
  ['', ''],
])('“%s” is shortened to whole sentences', (detail, shorter) => {
  expect(shorterForm(detail)).toBe(shorter)
})

test('a shorter form is how the text begins, and has none itself', () => {
  fc.assert(
    fc.property(anyParagraphs, (detail) => {
      const shorter = shorterForm(detail)
      expect(detail.trim().startsWith(shorter)).toBe(true)
      expect(shorterForm(shorter)).toBe(shorter)
    }),
  )
})
