/**
 * What a rule is: something a map can show about itself, in words that people can act on or leave.
 *
 * A rule never grades. It says what is, why that may matter, and what one could do.
 */
import type { BlockId, PositioningMap } from '../schema/index.ts'

/** Where a rule sees what it speaks of. */
export interface Finding {
  /** The block it is about comes first; empty when it is about the whole map. */
  readonly about: readonly BlockId[]
  /** In place of the rule's own reason, where the map says more about it. */
  readonly why?: string
}

export interface NoticeRule<Id extends string = string> {
  /** Part of the contract: dashboards and dismissals name it. */
  readonly id: Id
  /** One sentence: what is. */
  readonly says: string
  /** Why it may matter, in at most two sentences. */
  readonly why: string
  /** What one could do about it. */
  readonly could: string
  /** In the order of the map's blocks, at most one finding a block. */
  readonly find: (map: PositioningMap) => readonly Finding[]
}

export function defineRule<const Id extends string>(rule: NoticeRule<Id>): NoticeRule<Id> {
  return rule
}
