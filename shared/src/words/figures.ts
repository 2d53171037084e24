/**
 * Figures as people write them: "2,500+", "1.740", "40k", "99.9 %", "24/7". Two of them are the same where they say the
 * same number, however it is punctuated.
 */
import type { Language } from './language.ts'

const FIGURE = /^(\p{Nd}[\p{Nd}.,'’]*)(k|m|bn|x)?$/iu
const TIMES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 }

/**
 * The number that a word says, or null where it says none ("Q3", "A4"). In English a comma groups thousands and a point
 * parts decimals, elsewhere the other way round; three digits behind a lone mark that could be either are thousands.
 */
export function readFigure(word: string, language: Language | null): number | null {
  const found = FIGURE.exec(word.normalize('NFKC'))
  if (found === null) return null
  const [, digits = '', unit = ''] = found
  const plain = withoutMarks(digits, language)
  const value = Number(plain)
  return Number.isFinite(value) ? value * (TIMES[unit.toLowerCase()] ?? 1) : null
}

function withoutMarks(digits: string, language: Language | null): string {
  const marks = digits.match(/[.,'’]/gu) ?? []
  const last = marks.at(-1)
  if (last === undefined) return digits
  const at = digits.lastIndexOf(last)
  const [head, tail] = [digits.slice(0, at).replace(/[.,'’]/gu, ''), digits.slice(at + 1)]
  const repeated = marks.filter((mark) => mark === last).length > 1
  const decimal = language === 'en' || language === 'zh' || language === 'ja' || language === null ? '.' : ','
  const groups = repeated || (tail.length === 3 && (last !== decimal || head.length > 3)) || /['’]/u.test(last)
  return groups ? head + tail : `${head}.${tail}`
}
