/**
 * Everything that the rules see on a map.
 *
 * - **NO1** In the order of the rules, then of the blocks: the same map on the same day, the same list, for everyone.
 * - **NO2** A notice speaks only of blocks that are on the map.
 * - **NO3** One notice a rule and block: rule and first block together are its name (`noticeKey`).
 */
import type { BlockId, PositioningMap } from '../schema/index.ts'
import { NOTICE_RULES, type NoticeRuleId } from './rules/index.ts'
import type { NoticeGroup, NoticeRule } from './rule.ts'

export interface Notice {
  readonly rule: NoticeRuleId
  readonly group: NoticeGroup
  /** The block it is about comes first; empty when it is about the whole map. */
  readonly about: readonly BlockId[]
  readonly says: string
  readonly why: string
  readonly could: string
}

const RULES: readonly NoticeRule<NoticeRuleId>[] = NOTICE_RULES

/** `today` is YYYY-MM-DD (`dayOf`): proofs grow old by themselves. */
export function findNotices(map: PositioningMap, today: string): readonly Notice[] {
  return RULES.flatMap((rule) =>
    rule.find(map, today).map(({ about, says, why, could }) => ({
      rule: rule.id,
      group: rule.group,
      about,
      says: says ?? rule.says,
      why: why ?? rule.why,
      could: could ?? rule.could,
    })),
  )
}
