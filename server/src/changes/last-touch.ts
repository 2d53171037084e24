/** Which touches account for a change, and the last of them. */
import type { MapChange } from '@throughline/shared/diff'
import type { Thing } from '@throughline/shared/doc'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import type { Touch } from '../stores/index.ts'

/** Undefined when none of them is known. */
export function lastTouch(
  change: MapChange,
  before: PositioningMap,
  after: PositioningMap,
  touched: ReadonlyMap<Thing, Touch>,
): Touch | undefined {
  return thingsBehind(change, before, after)
    .flatMap((thing) => touched.get(thing) ?? [])
    .reduce<Touch | undefined>((last, touch) => (last !== undefined && last.at >= touch.at ? last : touch), undefined)
}

function thingsBehind(change: MapChange, before: PositioningMap, after: PositioningMap): readonly Thing[] {
  const { block, what } = change
  if (block === null) return [` ${what}`]
  // A kind that is none takes a block off the map.
  if (what === 'added' || what === 'gone') return [`${block} added`, `${block} kind`]
  if (what === 'linked' || what === 'unlinked') return linkThings(change, before, after)
  // Which fields a block shows depends on its kind, and which tellings on the voices.
  if (what.startsWith('field:')) return [`${block} ${what}`, `${block} kind`]
  if (what.startsWith('telling:')) return [`${block} ${what}`, ' voices']
  return [`${block} ${what}`]
}

type LinkChange = Extract<MapChange, { what: 'linked' | 'unlinked' }>

/** A link also comes and goes with the blocks at its ends, and turns with their kinds. */
function linkThings(change: LinkChange, before: PositioningMap, after: PositioningMap): readonly Thing[] {
  const other: BlockId = change.what === 'linked' ? change.after : change.before
  const map = change.what === 'linked' ? after : before
  const link = map.links.find(({ from, to }) => from === change.block && to === other)
  const ends = [change.block, other].flatMap((id) => [`${id} added`, `${id} kind`])
  return link === undefined ? ends : [` link:${link.id}`, ...ends]
}
