export { NOTICE_GROUPS, type Finding, type NoticeGroup, type NoticeRule } from './rule.ts'
export { NOTICE_RULES, type NoticeRuleId } from './rules/index.ts'
export { findNotices, type Notice } from './find-notices.ts'
export { noticeKey, printOf, sortNotices, type LeftNotice, type SortedNotices } from './dismissals.ts'
