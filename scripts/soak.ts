/**
 * `pnpm soak`: what the suite tests in short, at length. The exit code says whether every promise was kept.
 *
 *   pnpm soak --only kills,frames,disk,growth --kills 100 --frames 10000 --full 20 --minutes 30 --seed 1
 *   pnpm soak --only writing --seconds 60
 *   pnpm soak --only rules --rounds 5
 *   pnpm soak --only briefs --briefs 1000
 */
import { parseArgs } from 'node:util'
import { soakBriefs } from './soak/briefs.ts'
import { soakDisk } from './soak/disk.ts'
import { soakFrames } from './soak/frames.ts'
import { soakGrowth } from './soak/growth.ts'
import { soakKills } from './soak/kills.ts'
import { chanceFrom, type Outcome } from './soak/outcome.ts'
import { soakRules } from './soak/rules.ts'
import { soakWriting } from './soak/writing.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    only: { type: 'string', default: 'kills,frames,disk,growth,writing,rules,briefs' },
    kills: { type: 'string', default: '100' },
    frames: { type: 'string', default: '10000' },
    full: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '30' },
    briefs: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const seed = Number(values.seed)
const chance = chanceFrom(seed)

const PARTS: Readonly<Record<string, () => Promise<Outcome>>> = {
  kills: () => soakKills(Number(values.kills), chance),
  frames: () => soakFrames(Number(values.frames), seed),
  disk: () => soakDisk(Number(values.full)),
  growth: () => soakGrowth(Number(values.minutes), chance),
  briefs: () => soakBriefs(Number(values.briefs), seed),
  rules: () => soakRules(Number(values.rounds), seed),
  writing: () => soakWriting(Number(values.seconds)),
}

console.log(`seed ${seed}`)
let broken = 0
for (const name of values.only.split(',')) {
  const part = PARTS[name]
  if (part === undefined) throw new Error(`There is no part "${name}": ${Object.keys(PARTS).join(', ')}.`)
  console.log(`${name} …`)
  const { wrong, said } = await part()
  console.log(`  ${said}`)
  for (const one of wrong) console.log(`  WRONG: ${one}`)
  broken += wrong.length
}
console.log(broken === 0 ? 'Every promise was kept.' : `${broken} promises were broken (seed ${seed}).`)
process.exit(broken === 0 ? 0 : 1)
