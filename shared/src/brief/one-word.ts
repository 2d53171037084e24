/** “Wi-fi” is one word: its hyphen is no place to break a line. */
const ONE_WORD = /(?<!\p{L})(\p{L}{1,3}-\p{L}{1,4})(?!\p{L})/u

/** A text in parts, each second of which stays on one line. */
export function unbrokenParts(text: string): readonly string[] {
  return text.split(ONE_WORD)
}
