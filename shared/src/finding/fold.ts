/** Text as it is compared: no capitals, no accents; with the way back, so that what was found can be marked. */
export interface Folded {
  readonly text: string
  /** For each character of `text`, and for its end: where in the original it comes from. */
  readonly from: readonly number[]
}

/** ß and œ are typed as ss and oe as often as not. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

export function fold(text: string): Folded {
  const said: string[] = []
  const from: number[] = []
  let at = 0
  for (const character of text) {
    // Lower case before and after: a letterlike sign such as 𝕄 is a capital only when it is taken apart. Spelt out last:
    // what ǣ and ǿ are under their accents is a letter that is typed as others.
    const bare = character
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
    const plain = bare.replace(/[ßæœøđłı]/gu, (letter) => SPELT[letter] ?? letter)
    for (const _unit of plain.split('')) from.push(at)
    said.push(plain)
    at += character.length
  }
  from.push(at)
  return { text: said.join(''), from }
}
