/**
 * What of a brief has changed since a copy of it was made. Lines that were last touched before are none (CH1), and the
 * state of then is the newest one kept until then (CH2). Nothing but lines of the brief leaves here.
 */
import { compareBriefs, type Brief, type LineChange } from '@throughline/shared/brief'
import { diffMaps, type MapChange } from '@throughline/shared/diff'
import type { BlockId, EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import { readMapState } from '@throughline/shared/versions'
import type { ChangesParts } from './changes.ts'
import { lastTouch } from './last-touch.ts'

export async function briefChangesSince(
  parts: Pick<ChangesParts, 'touches' | 'versions' | 'maps'>,
  map: MapId,
  since: EpochMs,
  /** What whoever asks is shown now. */
  { map: after, asOf }: { readonly map: PositioningMap; readonly asOf: EpochMs },
  /** The brief of a state, or null where there is none: an audience of now may not have been there. */
  compose: (state: PositioningMap) => Brief | null,
): Promise<readonly LineChange[]> {
  const [known, touchesNow] = await Promise.all([parts.maps.get(map), parts.touches.of(map)])
  const wasThere = known !== null && since >= known.createdAt
  const kept = wasThere ? await parts.versions.stateAt(map, since) : null
  // Of what is later than what they are shown nobody learns anything.
  if (asOf <= since) return []
  const before = kept === null ? after : readMapState(kept).map
  const touched = touchesNow()
  const recent = diffMaps(before, after).filter(
    (change) => (lastTouch(change, before, after, touched)?.at ?? Infinity) > since,
  )
  const now = compose(after)
  if (now === null) return []
  const was = compose(before) ?? { ...now, sections: [] }
  return compareBriefs(was, now).filter(recentLines(recent))
}

const WHAT: Readonly<Record<string, MapChange['what']>> = {
  title: 'title',
  subject: 'subject',
  statement: 'reworded',
  detail: 'detail',
}

function recentLines(recent: readonly MapChange[]): (line: LineChange) => boolean {
  const exact = new Set(recent.map(({ block, what }) => `${block ?? ''} ${what}`))
  // A line also comes and goes with a link, a kind, a status: whatever happened to its block.
  const blocks = new Set<BlockId | null>(recent.flatMap(endsOf))
  return ({ block, part, is }) => {
    const what = WHAT[part]
    return is === 'reworded' && what !== undefined ? exact.has(`${block ?? ''} ${what}`) : blocks.has(block)
  }
}

const differing = (a: readonly BlockId[], b: readonly BlockId[]): readonly BlockId[] => [
  ...a.filter((id) => !b.includes(id)),
  ...b.filter((id) => !a.includes(id)),
]

function endsOf(change: MapChange): readonly (BlockId | null)[] {
  if (change.what === 'linked') return [change.block, change.after]
  if (change.what === 'unlinked') return [change.block, change.before]
  if (change.what === 'brief') return differing(change.before.off, change.after.off)
  return [change.block]
}
