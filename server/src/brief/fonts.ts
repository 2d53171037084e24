/** The font files that a brief is set in: packages, never what the machine happens to have. */
import { invariant } from '@throughline/shared/base'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

export type FontPackage = keyof typeof FACES

const FACES = {
  '@expo-google-fonts/literata': ['400Regular', '400Regular_Italic'],
  '@expo-google-fonts/hanken-grotesk': ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'],
  '@expo-google-fonts/manrope': ['400Regular', '500Medium', '600SemiBold', '700Bold'],
  '@expo-google-fonts/noto-serif-sc': ['400Regular', '700Bold'],
  '@expo-google-fonts/nanum-myeongjo': ['400Regular', '700Bold'],
  '@expo-google-fonts/amiri': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-serif-hebrew': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-color-emoji': ['400Regular'],
} as const

/** One folder a face: Typst takes whatever font files it finds in them. */
export function fontFolders(): readonly string[] {
  return (Object.keys(FACES) as FontPackage[]).flatMap((name) => FACES[name].map((face) => folderOf(name, face)))
}

/** The one font file in the folder of a face. */
export async function fontFile(name: FontPackage, face: string): Promise<string> {
  const folder = folderOf(name, face)
  const file = (await readdir(folder)).find((one) => one.endsWith('.ttf'))
  invariant(file !== undefined, `no font in ${folder}`)
  return path.join(folder, file)
}

function folderOf(name: FontPackage, face: string): string {
  return path.join(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), face)
}
