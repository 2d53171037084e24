/** The list, in the order people see it: first what the line of the argument lacks, then the proofs by themselves. */
import { noPurpose } from './no-purpose.ts'
import { valueWithoutProof } from './value-without-proof.ts'
import { valueWithoutAudience } from './value-without-audience.ts'
import { valueWithoutPurpose } from './value-without-purpose.ts'
import { audienceWithoutValue } from './audience-without-value.ts'
import { purposeWithoutValue } from './purpose-without-value.ts'
import { proofAdrift } from './proof-adrift.ts'
import { proofWithoutSource } from './proof-without-source.ts'
import type { NoticeRule } from '../rule.ts'

export const NOTICE_RULES = [
  noPurpose,
  valueWithoutProof,
  valueWithoutAudience,
  valueWithoutPurpose,
  audienceWithoutValue,
  purposeWithoutValue,
  proofAdrift,
  proofWithoutSource,
] as const satisfies readonly NoticeRule[]
export type NoticeRuleId = (typeof NOTICE_RULES)[number]['id']
