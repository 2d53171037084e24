/**
 * How wide a text is, told without a browser: average advance widths of Literata by class of character, in em.
 * Rounded up, so that a card made by it is a little too tall rather than a little too short.
 */
const NARROW = 0.38
const LETTER = 0.61
const CAPITAL = 0.76
const WIDE = 1
const SPACE = 0.24

const CLASSES: readonly { readonly pattern: RegExp; readonly width: number }[] = [
  { pattern: /[ijlftrI.,;:!'’‘|()[\]{}\-·]/u, width: NARROW },
  { pattern: /[mwMWÆŒæœ—…%&@жшщюыфмЖШЩЮЫФМ]/u, width: WIDE },
  { pattern: /\s/u, width: SPACE },
  { pattern: /\p{M}|\p{Cf}/u, width: 0 },
  { pattern: /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFEF]/u, width: WIDE },
  { pattern: /[\u{10000}-\u{10FFFF}\u2190-\u2BFF]/u, width: 1.3 },
  { pattern: /\p{Lu}/u, width: CAPITAL },
]
const known = new Map<string, number>()

function widthOf(character: string): number {
  const width = known.get(character) ?? CLASSES.find(({ pattern }) => pattern.test(character))?.width ?? LETTER
  if (known.size < 5_000) known.set(character, width)
  return width
}

/** A line may break at spaces, and between ideographs. */
const PIECES =
  /\s+|[\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF]+/gu

/** Lines that a text takes in a column of `width` em; one at least. Words wider than the column break anywhere. */
export function countLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const [piece] of text.matchAll(PIECES)) {
    const own = [...piece].reduce((sum, character) => sum + widthOf(character), 0)
    if (used + own <= width) used += own
    else if (piece.trim() === '') used = width
    else {
      const full = own <= width ? 0 : Math.ceil(own / (width * 0.9)) - 1
      lines += full + (used === 0 && full > 0 ? 0 : 1)
      used = own <= width ? own : width * 0.9
    }
  }
  return lines
}
