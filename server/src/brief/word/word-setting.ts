/**
 * How tight a Word file is set. Nothing is left out of it, and nobody can say how high a page is in somebody else's Word:
 * so it is set by an estimate of its lines, such that what an ordinary map says is one page.
 */
export interface WordSetting {
  /** Of the sizes of type, of the distances, and of the lines. */
  readonly type: number
  readonly space: number
  readonly line: number
  /** Millimetres. */
  readonly margins: { readonly x: number; readonly y: number }
}

/** The roomiest first, each for so many lines; the last is for all that have more. */
const SETTINGS: readonly (readonly [lines: number, setting: WordSetting])[] = [
  [30, { type: 1, space: 1, line: 1, margins: { x: 28, y: 24 } }],
  [45, { type: 0.94, space: 0.7, line: 0.96, margins: { x: 26, y: 20 } }],
  [60, { type: 0.88, space: 0.5, line: 0.92, margins: { x: 24, y: 17 } }],
  [80, { type: 0.82, space: 0.36, line: 0.88, margins: { x: 22, y: 14 } }],
]
const TIGHTEST: WordSetting = { type: 0.8, space: 0.24, line: 0.86, margins: { x: 20, y: 12 } }

export function wordSetting(lines: number): WordSetting {
  return SETTINGS.find(([most]) => lines <= most)?.[1] ?? TIGHTEST
}
