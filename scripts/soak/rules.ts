/** The suite's property tests on cases that the suite does not try: another seed in every round. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

/** A round takes some minutes. What a seed finds comes again with `PROPERTY_SEED=… pnpm test:unit`. */
export async function soakRules(rounds: number, seed: number): Promise<Outcome> {
  const files = globSync('{shared,server,client}/{src,test}/**/*.test.{ts,tsx}', { cwd: ROOT }).filter((file) =>
    readFileSync(join(ROOT, file), 'utf8').includes("'fast-check'"),
  )
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const own = seed + round
    const child = spawn(process.execPath, [VITEST, 'run', ...files], {
      cwd: ROOT,
      env: { ...process.env, PROPERTY_SEED: String(own) },
      stdio: 'inherit',
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) wrong.push(`a rule does not hold with PROPERTY_SEED=${own}`)
  }
  return { wrong, said: `${files.length} files of rules, ${rounds} rounds of other cases` }
}
