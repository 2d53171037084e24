export { driftOf, type Drift, type DriftContext, type Pair, type SaidWord } from './drift.ts'
export { driftContext, driftOfMap, type BlockDrift, type KnownDrifts } from './drift-of-map.ts'
export type { Reading, Teller } from './readings.ts'
