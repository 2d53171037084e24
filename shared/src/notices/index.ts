export type { Finding, NoticeRule } from './rule.ts'
export { NOTICE_RULES, type NoticeRuleId } from './rules/index.ts'
export { findNotices, type Notice } from './find-notices.ts'
