/**
 * What has changed in a map, for people who were not there: a line a block, in the order of the argument.
 *
 * - **NW1** What says nothing about the positioning is no news: where cards lie, links that went with their block, the
 *   agreed wording where the status has said it. Without news there is null.
 * - **NW2** A block has one line, whatever was done to it. The first sentence names it, the others need not; a new block
 *   brings its links along.
 * - **NW3** First the map's own words, then what is there by kind and reading order, then what is gone.
 */
import { inReadingOrder } from '../brief/index.ts'
import { diffMaps, sayChange, sayFurther, sayLinkOf, type BlockChange, type MapChange } from '../diff/index.ts'
import { BLOCK_KINDS, type BlockId, type PositioningMap } from '../schema/index.ts'
import { summarise } from './summarise.ts'

export interface NewsLine {
  /** Null for the map's own title, subject and voices. */
  readonly block: BlockId | null
  /** One or more sentences on one line. */
  readonly says: string
}

export interface News {
  /** As the map is called now; `''` when it has no name. */
  readonly title: string
  /** "2 blocks new, 1 reworded": without a full stop. */
  readonly summary: string
  readonly lines: readonly NewsLine[]
  /** What the lines say, in the order of `diffMaps`. */
  readonly changes: readonly MapChange[]
}

/** NW1. Costs what `diffMaps` costs. */
export function newsBetween(before: PositioningMap, after: PositioningMap): News | null {
  const changes = worthTelling(diffMaps(before, after), after)
  if (changes.length === 0) return null
  return { title: after.title, summary: summarise(changes), lines: linesOf(changes, before, after), changes }
}

function worthTelling(changes: readonly MapChange[], after: PositioningMap): readonly MapChange[] {
  const restated = new Set(changes.flatMap((change) => (change.what === 'status' ? [change.block] : [])))
  return changes.filter((change) => {
    if (change.block === null) return true
    if (change.what === 'moved') return false
    if (change.what === 'unlinked') return after.blocks.has(change.block) && after.blocks.has(change.before)
    if (change.what !== 'agreed' || !restated.has(change.block)) return true
    return change.after !== null && change.after.statement !== after.blocks.get(change.block)?.statement
  })
}

function linesOf(changes: readonly MapChange[], before: PositioningMap, after: PositioningMap): readonly NewsLine[] {
  const isNew = new Set(changes.flatMap((change) => (change.what === 'added' ? [change.block] : [])))
  const about: NewsLine[] = []
  const ofBlocks = new Map<BlockId, BlockChange[]>()
  for (const change of changes) {
    if (change.block === null) {
      about.push({ block: null, says: sayChange(change, before, after) })
      continue
    }
    // A link belongs to where it begins, unless it is the other end that is new.
    const owner =
      change.what === 'linked' && isNew.has(change.after) && !isNew.has(change.block) ? change.after : change.block
    ofBlocks.set(owner, [...(ofBlocks.get(owner) ?? []), change])
  }
  const inOrder = [...ordered(after), ...ordered(before).filter((id) => !after.blocks.has(id))]
  return [
    ...about,
    ...inOrder.flatMap((block): readonly NewsLine[] => {
      const done = ofBlocks.get(block)
      return done === undefined ? [] : [{ block, says: sayAll(block, done, before, after) }]
    }),
  ]
}

/** NW3. */
function ordered(map: PositioningMap): readonly BlockId[] {
  const read = inReadingOrder(map.blocks.values())
  return BLOCK_KINDS.flatMap((kind) => read.filter((block) => block.kind === kind)).map(({ id }) => id)
}

/** NW2. */
function sayAll(
  block: BlockId,
  changes: readonly BlockChange[],
  before: PositioningMap,
  after: PositioningMap,
): string {
  const isNew = changes.some(({ what }) => what === 'added')
  return changes
    .map((change, index) => {
      if (isNew && change.what === 'linked') return sayLinkOf(block, change, after)
      return index === 0 ? sayChange(change, before, after) : sayFurther(change, before, after)
    })
    .join(' ')
}
