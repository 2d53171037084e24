/**
 * Where two people changed the same whole value of a map without knowing of each other: somebody who was offline, and
 * the others meanwhile. Texts merge letter by letter and are no conflict; of a whole value one side is kept, and the
 * other would be lost without a word.
 *
 * - **CF1** Only what both sides changed from the same base, to different values; who is called mine makes no difference.
 * - **CF2** Both sides are kept as changes that `writeChanges` takes, so that either can still be chosen.
 * - **CF3** A block that one side deleted while the other worked on what it says is a conflict too.
 */
import { fieldTypeOf, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import type { BlockChange, MapChange } from './change.ts'
import { diffMaps } from './diff-maps.ts'

export interface Conflict {
  /** Null for the map's own title and subject. */
  readonly block: BlockId | null
  /** What is in question, as `MapChange` calls it; `gone` where one side deleted the block. */
  readonly what: MapChange['what']
  /** From what it was to what each side made of it: the value itself first, then what belongs to it. */
  readonly mine: readonly MapChange[]
  /** Empty where it is known that they made something of it, and not what. */
  readonly theirs: readonly MapChange[]
}

/** `base` is what both sides began with. As JSON a conflict can be kept until somebody decides. */
export function findConflicts(base: PositioningMap, mine: PositioningMap, theirs: PositioningMap): readonly Conflict[] {
  const others = sidesOf(base, theirs)
  return [...sidesOf(base, mine)].flatMap(([key, side]) => {
    const other = others.get(key)
    const [my, their] = [side[0], other?.[0]]
    if (other === undefined || my === undefined || their === undefined) return []
    const [isGone, isTheirsGone] = [my.what === 'gone', their.what === 'gone']
    const isConflict = isBeing(key) ? isGone !== isTheirsGone : !isSame(my.after, their.after)
    const what = isBeing(key) ? 'gone' : my.what
    return isConflict ? [{ block: my.block, what, mine: side, theirs: other }] : []
  })
}

/** What somebody made of each whole value: all that would be lost where another's stands. */
export function wholeChanges(base: PositioningMap, now: PositioningMap): readonly MapChange[] {
  return [...sidesOf(base, now)].flatMap(([key, [first]]) => (isBeing(key) || first === undefined ? [] : [first]))
}

const BEING = 'is there:'
const isBeing = (key: string): boolean => key.startsWith(BEING)

/** What one side did, by what the other may have done too: each whole value, and each block for its being there. */
function sidesOf(base: PositioningMap, now: PositioningMap): ReadonlyMap<string, readonly MapChange[]> {
  const sides = new Map<string, readonly MapChange[]>()
  const add = (key: string, change: MapChange) => sides.set(key, [...(sides.get(key) ?? []), change])
  for (const change of diffMaps(base, now)) {
    if (change.block === null) {
      // Decisions about the brief merge one by one.
      if (change.what !== 'voices' && change.what !== 'brief') add(change.what, change)
      continue
    }
    if (change.what === 'gone' || isAboutWords(change)) add(`${BEING}${change.block}`, change)
    if (isWhole(change, base, now)) add(`${change.block} ${change.what === 'agreed' ? 'status' : change.what}`, change)
  }
  return sides
}

/** What somebody did to a block that would be missed; where it lies and what is linked to it are not. */
function isAboutWords({ what }: BlockChange): boolean {
  return !['added', 'gone', 'moved', 'linked', 'unlinked'].includes(what)
}

/** `agreed` goes with the status, and comes after it in a difference. */
function isWhole(change: BlockChange, base: PositioningMap, now: PositioningMap): boolean {
  const { block, what } = change
  if (what.startsWith('field:')) {
    const name = what.slice('field:'.length)
    // A field that is hidden because the kind was changed has kept its value.
    return has(base.blocks.get(block), name) && has(now.blocks.get(block), name)
  }
  if (what === 'agreed') return base.blocks.get(block)?.status !== now.blocks.get(block)?.status
  return ['kind', 'status', 'owner', 'tags'].includes(what)
}

const has = (block: Block | undefined, field: string): boolean =>
  block !== undefined && fieldTypeOf(block.kind, field) !== undefined

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
