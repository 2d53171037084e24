import { expect, test } from 'vitest'
import { lettersIn } from './letters-in.ts'

const says = (text: string) =>
  `SourceDiagnostic { severity: Error, message: "PDF/UA-1 error: the text \`\\"${text}\\"\` could not be displayed with font \`\\"Literata\\"\`", hints: [] }`

test('each letter once, in the order of their codes', () => {
  expect(lettersIn(`[${says('ᚦ')}, ${says('𓀀')}, ${says('ᚠ')}, ${says('ᚦ')}]`)).toEqual(['ᚠ', 'ᚦ', '𓀀'])
})

test('letters that do not show by themselves are read by their code', () => {
  expect(lettersIn(says(String.raw`\\u{e0001}`))).toEqual(['\u{e0001}'])
})

test('another refusal names none', () => {
  expect(lettersIn('PDF/UA-1 error: missing document title')).toEqual([])
})
