/**
 * Fractional index keys, the strings that say how things lie on each other (David Greenspan, "Implementing fractional
 * indexing", 2020; the format tldraw checks). Here only what a program needs that has no canvas: keys above a key.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * How long the integer part is, its head included; undefined for what is no head. The outermost heads `A` and `z` are
 * left out: tldraw's library gives them another meaning, and nobody piles that high.
 */
function integerLength(head: string): number | undefined {
  if (head >= 'a' && head < 'z') return head.charCodeAt(0) - 97 + 2
  if (head > 'A' && head <= 'Z') return 90 - head.charCodeAt(0) + 2
  return undefined
}

/** Longer ones come from nobody who arranges things by hand. */
const MAX_LENGTH = 100

/** Never wider than tldraw's own check, whose keys may end in a 0: it sprinkles a little chance into each. */
export function isIndexKey(key: string): boolean {
  const length = integerLength(key.charAt(0))
  if (length === undefined || key.length < length || key.length > MAX_LENGTH) return false
  return [...key.slice(1)].every((digit) => DIGITS.includes(digit))
}

function increment(integer: string): string {
  const digits = [...integer.slice(1)]
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = DIGITS.indexOf(digits[at] ?? '0') + 1
    if (digit < DIGITS.length) {
      digits[at] = DIGITS.charAt(digit)
      return integer.charAt(0) + digits.join('')
    }
    digits[at] = '0'
  }
  const head = integer.charAt(0)
  if (head === 'Z') return 'a0'
  const next = String.fromCharCode(head.charCodeAt(0) + 1)
  return next > 'a' ? `${next}${digits.join('')}0` : next + digits.slice(1).join('')
}

/** `count` keys above `key` (above nothing when it is null or malformed), each above the one before. */
export function indexKeysAbove(key: string | null, count: number): readonly string[] {
  const valid = key !== null && isIndexKey(key) ? key : 'a0'
  let last = valid.slice(0, integerLength(valid.charAt(0)))
  return Array.from({ length: count }, () => (last = increment(last)))
}
