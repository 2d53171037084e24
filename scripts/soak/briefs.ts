/** Pages of maps that the suite does not try: one page, whole sentences, right counts (`server/src/brief/one-page.test.ts`). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const FILE = 'server/src/brief/one-page.test.ts'

/** A fifth of a second each. What a seed finds comes again with the same seed and number. */
export async function soakBriefs(briefs: number, seed: number): Promise<Outcome> {
  const child = spawn(process.execPath, [VITEST, 'run', FILE], {
    cwd: ROOT,
    env: { ...process.env, PROPERTY_SEED: String(seed), BRIEF_RUNS: String(briefs) },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  const wrong = code === 0 ? [] : [`a page breaks a promise with PROPERTY_SEED=${seed} BRIEF_RUNS=${briefs}`]
  return { wrong, said: `${briefs} briefs in any design, on any paper, through any lens` }
}
