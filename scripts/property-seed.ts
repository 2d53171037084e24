/**
 * Every property test tries the same cases in every run, so that a change is green or red by itself and never by luck.
 * `pnpm soak --only rules` tries others: it sets PROPERTY_SEED, and says the seed that found something.
 */
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) })
