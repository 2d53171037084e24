/** What can be known of a page before it is measured: how full it will be, at a glance. Where that is off, the search asks a time more. */
import { leaveOut, linesOf, SETTINGS, type Brief, type Design } from '@throughline/shared/brief'
import type { Fitting } from './fit.ts'

interface Expected {
  /** As `linesOf` counts them: what fills a page in the tightest setting. */
  readonly lines: number
  /** How much more a page needs as it was drawn, as a share of what it needs in the tightest setting. */
  readonly drawn: number
  /** The same in the last setting that leaves the type alone, and in those that follow. */
  readonly tight: readonly number[]
}

/** Means of 33 whole pages and of 85 through five lenses: teams' maps, the example, that of the bench, and made ones of 12 to 100 blocks. */
const EXPECTED: Readonly<Record<Design, { readonly whole: Expected; readonly lens: Expected }>> = {
  quiet: {
    whole: { lines: 59, drawn: 0.7, tight: [0.3, 0.25, 0.2, 0.15, 0.115, 0.08, 0.05, 0.02, 0] },
    lens: { lines: 75, drawn: 0.77, tight: [0.42, 0.36, 0.28, 0.23, 0.165, 0.13, 0.065, 0.02, 0] },
  },
  editorial: {
    whole: { lines: 67.5, drawn: 0.63, tight: [0.455, 0.36, 0.265, 0.195, 0.135, 0.08, 0.035, 0.015, 0] },
    lens: { lines: 72, drawn: 0.72, tight: [0.475, 0.395, 0.325, 0.24, 0.17, 0.09, 0.05, 0.02, 0] },
  },
  bold: {
    whole: { lines: 62.5, drawn: 0.66, tight: [0.465, 0.39, 0.3, 0.22, 0.16, 0.12, 0.08, 0.04, 0] },
    lens: { lines: 68, drawn: 0.61, tight: [0.395, 0.305, 0.22, 0.16, 0.105, 0.07, 0.045, 0.025, 0] },
  },
}

type Glance = Pick<Fitting, 'linesAfter' | 'lines' | 'growth'>

export function glanceOf(brief: Brief, design: Design): Glance {
  const { lines, drawn, tight } = EXPECTED[design][brief.lens === undefined ? 'whole' : 'lens']
  const known = new Map<number, number>()
  return {
    lines,
    linesAfter: (cuts) => {
      const count = known.get(cuts) ?? linesOf(leaveOut(brief, cuts).brief)
      known.set(cuts, count)
      return count
    },
    growth: (setting) => {
      const spaced = SETTINGS.length - tight.length
      const [full = 0] = tight
      // Distances shrink by the same amount each time.
      return tight[setting - spaced] ?? drawn + ((full - drawn) * setting) / spaced
    },
  }
}
