/** The two forms of a brief that this browser can make without its server. Comes when one is wanted. */
import { BRIEF_FORMATS, renderHtml, renderMarkdown, titleOf, type Brief } from '@throughline/shared/brief'
import type { EpochMs } from '@throughline/shared/schema'
import type { BriefFile, BriefWish } from '../../api/brief.ts'

export type FormatHere = 'md' | 'html'

/** Without the logo, which is the server's, and without an address that nobody could reach from here. */
export function fileHere(brief: Brief, format: FormatHere, { paper, design }: BriefWish, now: EpochMs): BriefFile {
  const asOf = brief.revision === 0 ? new Date(now).toISOString() : brief.asOf
  const dated: Brief = { ...brief, asOf }
  const body = format === 'md' ? renderMarkdown(dated) : renderHtml(dated, { paper, design })
  return {
    blob: new Blob([body], { type: BRIEF_FORMATS[format].contentType }),
    name: `${titleOf(brief)}.${format}`,
    noRoom: 0,
  }
}
