/**
 * Everything that the rules see on a map.
 *
 * - **NO1** In the order of the rules, then of the blocks: the same map, the same list, for everyone.
 * - **NO2** A notice speaks only of blocks that are on the map.
 */
import type { BlockId, PositioningMap } from '../schema/index.ts'
import { NOTICE_RULES, type NoticeRuleId } from './rules/index.ts'

export interface Notice {
  readonly rule: NoticeRuleId
  /** The block it is about comes first; empty when it is about the whole map. */
  readonly about: readonly BlockId[]
  readonly says: string
  readonly why: string
  readonly could: string
}

export function findNotices(map: PositioningMap): readonly Notice[] {
  return NOTICE_RULES.flatMap((rule) =>
    rule.find(map).map(({ about, why }) => ({
      rule: rule.id,
      about,
      says: rule.says,
      why: why ?? rule.why,
      could: rule.could,
    })),
  )
}
