/** Two and five browsers type at random into one statement, for as long as one likes: the suite's own test, longer. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'

const E2E = join(import.meta.dirname, '..', '..', 'e2e')
/** Not where the suite keeps its traces: a run of it meanwhile would clear them away. */
const OUTPUT = join(E2E, '..', '.cache', 'soak')
const PLAYWRIGHT = join(E2E, 'node_modules', '@playwright', 'test', 'cli.js')

/** Needs the built client, as `pnpm e2e` does. One after the other: five browsers are enough for one machine. */
export async function soakWriting(seconds: number): Promise<Outcome> {
  const args = [PLAYWRIGHT, 'test', 'tests/type-at-random.spec.ts', '--workers=1', `--output=${OUTPUT}`]
  const child = spawn(process.execPath, args, {
    cwd: E2E,
    env: { ...process.env, SOAK_SECONDS: String(seconds) },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return {
    wrong: code === 0 ? [] : ['letters were lost, or people saw different texts'],
    said: `two and five browsers, ${seconds} s each, and ten first letters at once`,
  }
}
