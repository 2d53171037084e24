/**
 * Faces that Word has on every system: the fonts of the page do not travel with a file that is to be edited. The two for
 * Latin letters have no others, so each group of scripts is given its own.
 */
const FACES = {
  serif: { latin: 'Georgia', complex: 'Times New Roman', ja: 'Yu Mincho', zh: 'SimSun', ko: 'Batang' },
  sans: { latin: 'Arial', complex: 'Arial', ja: 'Yu Gothic', zh: 'Microsoft YaHei', ko: 'Malgun Gothic' },
} as const

export function fontsOf(face: keyof typeof FACES, lang: string) {
  const { latin, complex, ...eastern } = FACES[face]
  const eastAsia = lang === 'ja' || lang === 'ko' ? eastern[lang] : eastern.zh
  return { ascii: latin, hAnsi: latin, cs: complex, eastAsia }
}
