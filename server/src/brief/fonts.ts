/** The font files that a brief is set in: packages, never what the machine happens to have. */
import { createRequire } from 'node:module'
import path from 'node:path'

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
  const { resolve } = createRequire(import.meta.url)
  return Object.entries(FACES).flatMap(([name, faces]) => {
    const root = path.dirname(resolve(`${name}/package.json`))
    return faces.map((face) => path.join(root, face))
  })
}
