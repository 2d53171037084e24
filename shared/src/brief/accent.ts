/**
 * The colour of a brief, always one that can be read: as text on white paper, and white on it.
 *
 * - **AC1** What is shown has a contrast of at least 4.5 : 1 with white (WCAG 2.2, 1.4.3), whatever was chosen.
 * - **AC2** A colour that has that contrast is shown as it was chosen; another keeps its hue and is darkened.
 */
import { isAccent, type PositioningMap } from '../schema/index.ts'
import type { Brief } from './brief.ts'

/** Colours that go with the ink of every design, each above 4.5 : 1; the designs' own red is the first. */
export const ACCENTS = [
  { name: 'Red', color: '#bf2a10' },
  { name: 'Ochre', color: '#8a6100' },
  { name: 'Green', color: '#1d6a4d' },
  { name: 'Teal', color: '#1a6b7c' },
  { name: 'Blue', color: '#1f5f99' },
  { name: 'Violet', color: '#6d42a0' },
  { name: 'Plum', color: '#9c2b5c' },
  { name: 'Ink', color: '#1b1a17' },
] as const satisfies readonly { readonly name: string; readonly color: string }[]

export const LEAST_CONTRAST = 4.5

export interface ShownAccent {
  /** `#rrggbb`. */
  readonly color: string
  /** Whether it is darker than what was chosen. */
  readonly isDarkened: boolean
}

/** Null where nothing sound was chosen: the design has its own colour then. */
export function shownAccent(chosen: string): ShownAccent | null {
  if (!isAccent(chosen)) return null
  if (contrastWithWhite(chosen) >= LEAST_CONTRAST) return { color: chosen, isDarkened: false }
  // The luminance that just has the contrast, over the one that is there: light is scaled, so the hue stays.
  const factor = (1.05 / LEAST_CONTRAST - 0.05) / luminanceOf(chosen)
  const darker = channelsOf(chosen).map((channel) => Math.floor(255 * toDisplay(channel * factor)))
  return { color: `#${darker.map((n) => n.toString(16).padStart(2, '0')).join('')}`, isDarkened: true }
}

/** What the team has decided about how its brief looks, as a brief says it. */
export function clothesOf({ brief: { accent, logo } }: Pick<PositioningMap, 'brief'>): Pick<Brief, 'accent' | 'logo'> {
  const shown = shownAccent(accent)
  return { ...(shown !== null && { accent: shown.color }), ...(logo !== null && { logo }) }
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrastWithWhite(color: string): number {
  return 1.05 / (luminanceOf(color) + 0.05)
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue as light, from 0 to 1 (IEC 61966-2-1). */
function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

function toDisplay(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
}
