/** How settled a block is, as a ring that fills. Always beside the status in words. */
import type { Block, Status } from '@throughline/shared/schema'
import type { ReactNode } from 'react'

/** What a card shows: the status, or that an agreed wording has changed since. */
export type ShownStatus = Status | 'changed-since'

const GLYPHS: Record<ShownStatus, ReactNode> = {
  draft: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.25" strokeDasharray="2 1.6" />,
  proposed: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.25" />,
  agreed: <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
  'changed-since': (
    <>
      <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5Z" fill="currentColor" />
      <path d="M8 1.9a4.4 4.4 0 0 1 0 8.2" fill="none" stroke="currentColor" strokeWidth="1.25" />
    </>
  ),
}

export function shownStatus(block: Pick<Block, 'status' | 'agreed' | 'statement'>): ShownStatus {
  const { status, agreed, statement } = block
  return status === 'agreed' && agreed !== null && agreed.statement !== statement ? 'changed-since' : status
}

export function StatusGlyph({ status, size = 11 }: { readonly status: ShownStatus; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {GLYPHS[status]}
    </svg>
  )
}
