/** What became of proposals, out of whatever peers wrote there. */
import {
  cleanLine,
  compareText,
  cutText,
  DECISIONS,
  isId,
  LIMITS,
  type BlockId,
  type Decision,
  type Decisions,
  type EpochMs,
} from '../schema/index.ts'
import type { MapDoc } from './map-doc.ts'
import { plainObject } from './plain.ts'

/** The name of a thread in the comments document: `<person>.<random>`. */
const KEY = /^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{1,64}$/
/** The latest moment that a date can say. */
const LATEST = 8_640_000_000_000_000

function line(value: unknown, length: number): string {
  return typeof value === 'string' ? cutText(cleanLine(value), length) : ''
}

function readDecision(value: unknown): Decision | null {
  const decision = plainObject(value)
  const is = DECISIONS.find((kind) => kind === decision?.['is'])
  const wording = line(decision?.['wording'], LIMITS.statementLength)
  if (decision === null || is === undefined || !isId(decision['block']) || wording === '') return null
  const { at } = decision
  const isTime = typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && at <= LATEST
  return {
    is,
    block: decision['block'] as BlockId,
    wording,
    author: line(decision['author'], LIMITS.nameLength),
    by: line(decision['by'], LIMITS.nameLength),
    at: (isTime ? at : 0) as EpochMs,
    reason: line(decision['reason'], LIMITS.reasonLength),
  }
}

/** In the order of the keys, the same for everyone. Never throws; what is no decision is counted in `malformed`. */
export function readDecided(map: MapDoc): { readonly decided: Decisions; readonly malformed: number } {
  const decided = new Map<string, Decision>()
  let malformed = 0
  for (const key of [...map.decided.keys()].toSorted(compareText)) {
    const decision = KEY.test(key) ? readDecision(map.decided.get(key)) : null
    if (decision === null || decided.size >= LIMITS.decisions) malformed += 1
    else decided.set(key, decision)
  }
  return { decided, malformed }
}
