/**
 * How many lines a text takes in a column, where nothing can be measured: from the advance widths of our fonts, and
 * where it is set in others, from those of the widest that take their place (DejaVu, a fifth wider).
 */
export type Face = 'serif' | 'sans'

/** Hundredths of an em from U+0020 on, of Literata 400 and Hanken Grotesk 400 (`hmtx` of the fonts). */
const WIDTHS: Readonly<Record<Face, readonly number[]>> = {
  serif: read(
    '20 32 39 67 56 85 81 24 33 33 45 58 33 35 33 43 58 41 51 54 55 51 54 51 55 52 33 33 58 58 58 54 85 73 66 70 76 64 61 75 84 41 56 75 64 100 83 76 60 76 72 60 74 81 74 109 71 71 66 33 43 33 58 47 50 54 61 50 61 52 39 56 66 33 31 61 34 97 66 59 62 60 47 45 40 63 59 86 57 57 49 37 42 37 58',
  ),
  sans: read(
    '26 24 34 70 56 75 69 17 22 22 40 56 24 33 24 42 56 56 56 56 56 56 56 56 56 56 24 24 56 56 56 52 87 64 60 70 68 58 56 73 68 25 55 63 50 84 68 75 55 77 60 56 59 66 66 96 64 60 58 26 45 26 55 40 29 54 59 52 59 54 34 51 55 23 23 53 26 83 55 58 59 59 41 47 35 55 52 75 52 52 47 24 26 24 56',
  ),
}

function read(widths: string): readonly number[] {
  return widths.split(' ').map(Number)
}

const FIRST = 0x20
const LATIN = /^\p{Script=Latin}$/u
/** Letters of other scripts: Cyrillic and Greek are about as wide as this, the rest is narrower. */
const OTHER = 62
/** A mark stands over its letter; ideographs, dashes, dots and signs are as wide as they are high. */
const [NARROW, MARK] = [/^[\p{L}\p{N}‘’“”«»‹›‚„]$/u, /^\p{M}$/u]
const IDEOGRAPH = /^[\u2E80-\uFFDC]$/u

/** Em. */
export function textWidth(text: string, face: Face): number {
  let sum = 0
  for (const letter of text.normalize('NFC')) {
    // “é” is as wide as “e”.
    const [plain = ''] = LATIN.test(letter) ? letter.normalize('NFD') : letter
    sum += WIDTHS[face][(plain.codePointAt(0) ?? 0) - FIRST] ?? otherWidth(letter)
  }
  return sum / 100
}

function otherWidth(letter: string): number {
  if (MARK.test(letter)) return 0
  return NARROW.test(letter) && !IDEOGRAPH.test(letter) ? OTHER : 100
}

/** Where a line may end: after a space, between ideographs, and after a hyphen or what parts an address. */
const PARTS = /[\u2E80-\uFFDC]|[^\s\u2E80-\uFFDC/?-]+[/?-]*\s*|[/?-]+\s*|\s+/gu

/** How many lines one after the other take, in a column of so many em of the text’s own size. */
export function linesIn(text: string, column: number, face: Face): number {
  let [lines, used] = [1, 0]
  for (const [part] of text.matchAll(PARTS)) {
    const wide = textWidth(part.trimEnd(), face)
    if (used > 0 && used + wide > column) [lines, used] = [lines + 1, 0]
    // What is longer than a line is broken anywhere.
    if (wide > column) [lines, used] = [lines + Math.floor(wide / column), wide % column]
    else used += textWidth(part, face)
  }
  return lines
}
