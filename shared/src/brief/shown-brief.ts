/** All that the page of a brief shows, in one answer: `GET /api/maps/:id/brief/page`. */
import type { BlockId } from '../schema/index.ts'
import type { Brief } from './brief.ts'
import type { CopyPart, CopyPiece } from './copy-parts.ts'

export interface ShownBrief {
  readonly brief: Brief
  /** For whom it can be asked for: those that the whole brief names, in its order. */
  readonly audiences: readonly { readonly id: BlockId; readonly words: string }[]
  readonly pieces: Readonly<Record<CopyPart, readonly CopyPiece[]>>
}

/** Whom a brief names. One for a single audience names that one alone, so ask the whole brief. */
export function audiencesOf({ sections }: Brief): ShownBrief['audiences'] {
  const entries = sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences]))
  const audiences = entries.filter(({ kind }) => kind === 'audience')
  return [...new Map(audiences.map(({ block, text }) => [block, { id: block, words: text }])).values()]
}
