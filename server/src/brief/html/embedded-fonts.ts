/**
 * The fonts of a brief as part of its HTML file, cut down to the letters that are on it, so that it looks the same
 * wherever it is opened and asks nobody for anything. About 70 kB for Latin letters, and as many for 400 Chinese ones;
 * a third of a second. All are under the Open Font License, which allows it.
 */
import type { Design } from '@throughline/shared/brief'
import { Buffer } from 'node:buffer'
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'

interface Face {
  /** As the style sheet calls it. */
  readonly family: string
  readonly from: string
  readonly file: string
  readonly weight: number
  readonly style?: 'normal' | 'italic'
  /** Of the letters that it is for; all, where it does not say. */
  readonly script?: RegExp
  /** Of the designs that use it; all, where it does not say. */
  readonly designs?: readonly Design[]
}

const FOLDER = '@expo-google-fonts'
const SERIF = { family: 'Literata', from: 'literata' } as const
const SANS = { family: 'Hanken Grotesk', from: 'hanken-grotesk' } as const
/** Greek and Cyrillic are not in the sans; `beyond` of the style sheet has what is in neither. */
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
  { ...SERIF, file: '400Regular', weight: 400, designs: ['quiet', 'editorial'] },
  { ...SERIF, file: '400Regular_Italic', weight: 400, style: 'italic', designs: ['quiet', 'editorial'] },
  { ...SANS, file: '400Regular', weight: 400 },
  { ...SANS, file: '500Medium', weight: 500 },
  { ...SANS, file: '600SemiBold', weight: 600 },
  { ...SANS, file: '700Bold', weight: 700, designs: ['bold'] },
  { family: OTHERS, from: 'manrope', file: '400Regular', weight: 400, script: GREEK_OR_CYRILLIC },
  { family: OTHERS, from: 'noto-serif-sc', file: '400Regular', weight: 400, script: HAN },
  { family: OTHERS, from: 'nanum-myeongjo', file: '400Regular', weight: 400, script: HANGUL },
  { family: OTHERS, from: 'amiri', file: '400Regular', weight: 400, script: ARABIC },
  { family: OTHERS, from: 'noto-serif-hebrew', file: '400Regular', weight: 400, script: HEBREW },
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

function ruleOf({ family, from, file, weight, style = 'normal', script }: Face, letters: readonly string[]) {
  const range = script === undefined ? '' : `;unicode-range:${letters.map(codeOf).join(',')}`
  const rule = `font-family:"${family}";font-weight:${weight};font-style:${style}`
  return fontOf(fileOf(from, file), letters.join('')).then(
    (font) => `@font-face{${rule};src:url(data:font/woff2;base64,${font}) format("woff2")${range}}\n`,
  )
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

function fileOf(from: string, file: string): string {
  const root = path.dirname(createRequire(import.meta.url).resolve(`${FOLDER}/${from}/package.json`))
  const name = from.split('-').map(capital).join('')
  return path.join(root, file, `${FILE_NAMES[from] ?? name}_${file}.ttf`)
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
/** A name that is not its package's with capitals. */
const FILE_NAMES: Readonly<Record<string, string>> = { 'noto-serif-sc': 'NotoSerifSC' }

const codeOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16)}`
