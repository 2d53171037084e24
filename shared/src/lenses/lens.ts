/**
 * A lens: a known framework as data. Groups say which blocks it looks at, slots which of their texts, and what the
 * framework calls them. It holds no wording of a map; the same map is read, edited and exported through each.
 */
import type { BlockKind, FieldName } from '../schema/index.ts'

/** A text of a block that can stand in a slot. */
export type SlotPart = 'statement' | FieldName

/** One text of the block that a group has found, under the name that the framework gives it. */
export interface LensSlot {
  /** Unique in its lens. */
  readonly id: string
  /** What stands before the words. `{subject}` is the subject of the map. */
  readonly label: string
  /** What it is called where the label only leads into the words. */
  readonly name?: string
  readonly part: SlotPart
}

/**
 * Which blocks of its kind a group finds, in the order of the brief:
 *
 * - `all` of the map;
 * - `first` of the map, and no other;
 * - `linked` with the block around it, in either direction; all of the map where there is no block around it;
 * - `rest`: those whose text stands nowhere further up.
 */
export type Which = 'all' | 'first' | 'linked' | 'rest'

/** A query, and what it shows of each block that it finds. */
export interface LensGroup {
  /** Unique in its lens. */
  readonly id: string
  readonly heading: string
  readonly kind: BlockKind
  readonly which: Which
  /** At most so many blocks. */
  readonly most?: number
  /** Texts that stand further up may stand here again; otherwise each stands in one place. */
  readonly repeats?: boolean
  /** Finding nothing is no gap. */
  readonly optional?: boolean
  /** What a block hangs on that is made here, where nothing is around it; else what its kind usually hangs on. */
  readonly hangsOn?: BlockKind
  readonly slots: readonly LensSlot[]
  /** What belongs to each block that it finds. */
  readonly groups?: readonly LensGroup[]
}

export interface Lens {
  readonly name: string
  /** Whose framework it is, or where it is used. */
  readonly from: string
  /** What one sees through it. */
  readonly shows: string
  /** Labels are words of one sentence, so each stands before its text, also where a heading would name it. */
  readonly isSentence?: boolean
  readonly groups: readonly LensGroup[]
}
