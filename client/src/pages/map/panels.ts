/** The panels of a map, in the order of the bar; one is open at a time. */
import { AGREED_PANEL } from '../../text/agreed.ts'
import { CHANGES_PANEL } from '../../text/changes.ts'
import { BLOCK_PANEL } from '../../text/block-panel.ts'
import { COMMENTS_PANEL } from '../../text/comments.ts'
import { FIND } from '../../text/commands.ts'
import { LENSES_PANEL } from '../../text/lenses.ts'
import { NOTICES_PANEL } from '../../text/notices.ts'
import { TELLINGS } from '../../text/tellings.ts'
import { VERSIONS_PANEL } from '../../text/versions.ts'

export const PANELS = [
  'outline',
  'notices',
  'tellings',
  'comments',
  'find',
  'block',
  'workshop',
  'versions',
  'changes',
  'agreed',
  'lenses',
  'brief',
] as const
export type PanelName = (typeof PANELS)[number]
export const PANEL_WORDS: Record<PanelName, string> = {
  outline: 'Outline',
  notices: NOTICES_PANEL,
  tellings: TELLINGS,
  comments: COMMENTS_PANEL,
  find: FIND,
  block: BLOCK_PANEL,
  workshop: 'Workshop',
  versions: VERSIONS_PANEL,
  changes: CHANGES_PANEL,
  agreed: AGREED_PANEL,
  lenses: LENSES_PANEL,
  brief: 'Brief',
}
