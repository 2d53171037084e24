const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** As running text has them: up to twelve in letters. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}
