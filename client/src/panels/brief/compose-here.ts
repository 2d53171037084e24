/** The brief as this browser makes it out of a map that it has: beside the canvas, and where no server answers. */
import { composeBrief, composeCopy, COPY_PARTS, type Brief } from '@throughline/shared/brief'
import { composeLens } from '@throughline/shared/lenses'
import type { BlockId, Decisions, EpochMs, PositioningMap } from '@throughline/shared/schema'
import type { BriefContent } from '../../api/brief.ts'
import type { CopyPieces } from './CopyKit.tsx'

export interface ComposedHere {
  readonly brief: Brief
  /** The one that was asked for, as long as it is on the map. */
  readonly audience: BlockId | null
}

/** An audience that somebody has just deleted is nobody's choice any more. Without a revision: that is the server's. */
export function composeHere(
  map: PositioningMap,
  decided: Decisions,
  { audience: wanted, dissent, lens, wording }: BriefContent,
  asOf = 0 as EpochMs,
): ComposedHere {
  const state = { revision: 0, asOf, decided, dissent: dissent === '1', wording }
  const made = (audience?: BlockId) =>
    lens === null ? composeBrief(map, { ...state, audience }) : composeLens(map, lens, { ...state, audience })
  const one = wanted === null ? null : made(wanted)
  if (one !== null && one.ok) return { brief: one.value, audience: wanted }
  const all = made()
  if (!all.ok) throw new Error('A brief without an audience is never refused')
  return { brief: all.value, audience: null }
}

/** All of them, whatever is agreed. */
export function copyPieces(map: PositioningMap, audience: BlockId | null): CopyPieces {
  const pieces = COPY_PARTS.map((part) => {
    const made = composeCopy(map, { part, audience: audience ?? undefined })
    return [part, made.ok ? made.value : []]
  })
  return Object.fromEntries(pieces) as CopyPieces
}
