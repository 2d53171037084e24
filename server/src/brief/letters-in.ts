/**
 * The letters that no font has, from what Typst says when it refuses to claim PDF/UA: it is the only one that knows what
 * it has set, and with which font.
 */
export function lettersIn(refusal: string): readonly string[] {
  const texts = [...refusal.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gsu)].map(([, text = '']) => text)
  const letters = texts.flatMap((text) => [...text.replace(ESCAPE, (_, code: string) => fromCode(code))])
  return [...new Set(letters)].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
}

/** What does not show is spelt out. */
const ESCAPE = /\\+u\{([0-9a-f]{1,6})\}/gu

const fromCode = (code: string) => String.fromCodePoint(Number.parseInt(code, 16))
