/** Letter where that is the paper in the drawer, A4 everywhere else. */
import type { Paper } from '@throughline/shared/brief'

const LETTER_REGIONS: readonly string[] = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'DO']

export function guessPaper(language: string = navigator.language): Paper {
  try {
    const { region } = new Intl.Locale(language)
    return region !== undefined && LETTER_REGIONS.includes(region) ? 'letter' : 'a4'
  } catch {
    return 'a4' // not a language tag
  }
}
