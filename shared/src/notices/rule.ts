/**
 * What a rule is: something a map can show about itself, in words that people can act on or leave.
 *
 * A rule never grades. It says what is, why that may matter, and what one could do. It knows no clock: the day is
 * handed in.
 */
import type { BlockId, PositioningMap } from '../schema/index.ts'

/** What a notice is about, in the order in which they are shown. */
export const NOTICE_GROUPS = ['argument', 'proof', 'words'] as const
export type NoticeGroup = (typeof NOTICE_GROUPS)[number]

/** Where a rule sees what it speaks of; in place of the rule's own words, where the map says more about it. */
export interface Finding {
  /** The block it is about comes first; empty when it is about the whole map. */
  readonly about: readonly BlockId[]
  readonly says?: string
  readonly why?: string
  readonly could?: string
}

export interface NoticeRule<Id extends string = string> {
  /** Part of the contract: dashboards and dismissals name it. */
  readonly id: Id
  readonly group: NoticeGroup
  /** One sentence: what is. */
  readonly says: string
  /** Why it may matter, in at most two sentences. */
  readonly why: string
  /** What one could do about it. */
  readonly could: string
  /** In the order of the map's blocks, at most one finding a block. `today` is YYYY-MM-DD. */
  readonly find: (map: PositioningMap, today: string) => readonly Finding[]
}

export function defineRule<const Rule extends NoticeRule>(rule: Rule): Rule {
  return rule
}
