/**
 * One page, whatever there is to say. In short here; `pnpm soak --only briefs` tries hundreds of maps more.
 */
import { composeBrief, DESIGNS, PAPERS, type Brief, type Paper } from '@throughline/shared/brief'
import { composeLens, LENS_IDS, type LensId } from '@throughline/shared/lenses'
import type { EpochMs, PositioningMap } from '@throughline/shared/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPageMap } from '../../test/any-page.ts'
import { checkPage } from '../../test/check-page.ts'

const RUNS = Number(process.env['BRIEF_RUNS'] ?? 60)
const STATE = { revision: 412, asOf: Date.UTC(2026, 4, 21) as EpochMs }

const anyDesign = fc.constantFrom(...(Object.keys(DESIGNS) as (keyof typeof DESIGNS)[]))
const anyPaper = fc.constantFrom(...(Object.keys(PAPERS) as Paper[]))
const anyLens = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...LENS_IDS) },
)

function briefOf(map: PositioningMap, lens: LensId | null): Brief {
  const made = lens === null ? composeBrief(map, STATE) : composeLens(map, lens, STATE)
  if (!made.ok) throw new Error(made.why)
  return { ...made.value, live: 'https://throughline.example/m/vardeholm/brief?at=mpfd4u80' }
}

test(
  'any map is one page that says what it shows whole, counts what it leaves out, and keeps within its margins',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyPageMap, anyDesign, anyPaper, anyLens, async (map, design, paper, lens) => {
        expect(await checkPage(briefOf(map, lens), { paper, design })).toEqual([])
      }),
      { numRuns: RUNS },
    )
  },
  RUNS * 15_000,
)
