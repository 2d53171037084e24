/**
 * The list, in the order people see it: what the line of the argument lacks, what holds it up, then the words. Within
 * each, what weighs most comes first.
 */
import { noPurpose } from './no-purpose.ts'
import { severalPurposes } from './several-purposes.ts'
import { valueWithoutAudience } from './value-without-audience.ts'
import { valueWithoutPurpose } from './value-without-purpose.ts'
import { audienceWithoutValue } from './audience-without-value.ts'
import { purposeWithoutValue } from './purpose-without-value.ts'
import { valuesWithoutAFirst } from './values-without-a-first.ts'
import { audiencesAllKnown } from './audiences-all-known.ts'
import { audienceEveryone } from './audience-everyone.ts'
import { valueWithoutProof } from './value-without-proof.ts'
import { proofAdrift } from './proof-adrift.ts'
import { proofWithoutSource } from './proof-without-source.ts'
import { proofWithoutParticulars } from './proof-without-particulars.ts'
import { proofPastReview } from './proof-past-review.ts'
import { studiesWithoutSource } from './studies-without-source.ts'
import { valuesOnOneProof } from './values-on-one-proof.ts'
import { agreedWordingDrifted } from './agreed-wording-drifted.ts'
import { categoryDiffers } from './category-differs.ts'
import { numbersDisagree } from './numbers-disagree.ts'
import { valuesAlike } from './values-alike.ts'
import { comparesWithNothing } from './compares-with-nothing.ts'
import { vagueWords } from './vague-words.ts'
import { longStatement } from './long-statement.ts'
import { acronymUnspelled } from './acronym-unspelled.ts'
import type { NoticeRule } from '../rule.ts'

export const NOTICE_RULES = [
  noPurpose,
  severalPurposes,
  valueWithoutAudience,
  valueWithoutPurpose,
  audienceWithoutValue,
  purposeWithoutValue,
  valuesWithoutAFirst,
  audiencesAllKnown,
  audienceEveryone,
  valueWithoutProof,
  proofAdrift,
  proofWithoutSource,
  proofWithoutParticulars,
  proofPastReview,
  studiesWithoutSource,
  valuesOnOneProof,
  agreedWordingDrifted,
  categoryDiffers,
  numbersDisagree,
  valuesAlike,
  comparesWithNothing,
  vagueWords,
  longStatement,
  acronymUnspelled,
] as const satisfies readonly NoticeRule[]
export type NoticeRuleId = (typeof NOTICE_RULES)[number]['id']
