/** A text cut into words and what stands between them; joined again, the segments are the text. */
import type { Language } from './language.ts'

export interface Segment {
  readonly text: string
  /** UTF-16 units from the start of the text. */
  readonly at: number
  readonly isWord: boolean
}

const segmenters = new Map<string, Intl.Segmenter>()

/** In a locale of our choice: the machine's would let two people see different words. */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/** Linear in the text's length. */
export function segmentsOf(text: string, language: Language | null = null): readonly Segment[] {
  const segments: Segment[] = []
  for (const { segment, index, isWordLike } of segmenterFor(language ?? 'en').segment(text))
    segments.push({ text: segment, at: index, isWord: isWordLike === true })
  return segments
}
