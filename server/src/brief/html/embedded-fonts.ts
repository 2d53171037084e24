/**
 * The fonts of a brief as part of its HTML file, cut down to the letters that are on it, so that it looks the same
 * wherever it is opened and asks nobody for anything. About 70 kB for Latin letters; a third
 * of a second. All are under the Open Font License, which allows it.
 */
import type { Design } from '@throughline/shared/brief'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { fontFile, type FontPackage } from '../fonts.ts'

interface Face {
  /** As the style sheet calls it. */
  readonly family: string
  readonly from: FontPackage
  /** Of the package: `400Regular`. */
  readonly face: string
  readonly weight: number
  readonly style?: 'normal' | 'italic'
  /** Of the letters that it is for; all, where it does not say. */
  readonly script?: RegExp
  /** Of the designs that use it; all, where it does not say. */
  readonly designs?: readonly Design[]
}

const SERIF = { family: 'Literata', from: '@expo-google-fonts/literata' } as const
const SANS = { family: 'Hanken Grotesk', from: '@expo-google-fonts/hanken-grotesk' } as const
/** The style sheet asks for these where the sans or both have not got a letter. */
const [GREEK_OR_CYRILLIC, HAN, HANGUL, ARABIC, HEBREW] = [
  /[\p{Script=Greek}\p{Script=Cyrillic}]/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
]
/** What the first fonts are asked for. */
const OF_ALL = /[^\u2E80-\uFFDC]/u
const OTHERS = 'Throughline Others'
/** A word that a browser breaks ends in a hyphen that nobody wrote. */
const SET_BY_BROWSERS = '-\u2010'
/** Of more letters a font would be megabytes, and take seconds: those beyond are drawn by the reader's machine. */
const MOST = 1_500

const FACES: readonly Face[] = [
  { ...SERIF, face: '400Regular', weight: 400, designs: ['quiet', 'editorial'] },
  { ...SERIF, face: '400Regular_Italic', weight: 400, style: 'italic', designs: ['quiet', 'editorial'] },
  { ...SANS, face: '400Regular', weight: 400 },
  { ...SANS, face: '500Medium', weight: 500 },
  { ...SANS, face: '600SemiBold', weight: 600 },
  { ...SANS, face: '700Bold', weight: 700, designs: ['bold'] },
  { family: OTHERS, from: '@expo-google-fonts/manrope', face: '400Regular', weight: 400, script: GREEK_OR_CYRILLIC },
  { family: OTHERS, from: '@expo-google-fonts/noto-serif-sc', face: '400Regular', weight: 400, script: HAN },
  { family: OTHERS, from: '@expo-google-fonts/nanum-myeongjo', face: '400Regular', weight: 400, script: HANGUL },
  { family: OTHERS, from: '@expo-google-fonts/amiri', face: '400Regular', weight: 400, script: ARABIC },
  { family: OTHERS, from: '@expo-google-fonts/noto-serif-hebrew', face: '400Regular', weight: 400, script: HEBREW },
]

/** Rules `@font-face` for a text in a design. Ideographs that nothing here draws are drawn by the reader's machine. */
export async function embeddedFonts(text: string, design: Design): Promise<string> {
  const letters = [...new Set(text + SET_BY_BROWSERS)].filter((letter) => letter >= ' ').toSorted()
  const rules = FACES.filter(({ designs }) => designs?.includes(design) ?? true).map(async (face) => {
    const { script } = face
    const own = letters.filter((letter) => (script ?? OF_ALL).test(letter)).slice(0, MOST)
    return own.length === 0 ? '' : ruleOf(face, own)
  })
  return (await Promise.all(rules)).join('')
}

async function ruleOf({ family, from, face, weight, style = 'normal', script }: Face, letters: readonly string[]) {
  const range = script === undefined ? '' : `;unicode-range:${letters.map(codeOf).join(',')}`
  const source = `url(data:font/woff2;base64,${await fontOf(await fontFile(from, face), letters.join(''))}) format("woff2")`
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${source}${range}}\n`
}

/** Whoever asks for a brief asks for it again: a tenth of a second a font. So many are kept, of up to so many letters. */
const KEPT = { fonts: 40, letters: 600 }
const kept = new Map<string, Promise<string>>()

/** As Base64. One that failed is tried anew by the next who asks. */
function fontOf(file: string, letters: string): Promise<string> {
  const key = `${file}\n${letters}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = cutDown(file, letters)
  if (letters.length > KEPT.letters) return made
  if (kept.size >= KEPT.fonts) kept.clear()
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}

async function cutDown(file: string, letters: string): Promise<string> {
  return Buffer.from(await subsetFont(await readFile(file), letters, { targetFormat: 'woff2' })).toString('base64')
}

const codeOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16)}`
