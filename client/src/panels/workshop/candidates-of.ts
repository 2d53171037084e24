import type { WorkshopView } from '@throughline/shared/protocol'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'

export interface Candidate {
  /** Of the writing, the telling or the block. */
  readonly id: string
  readonly text: string
  /** Null where there was no vote. */
  readonly dots: number | null
  /** The block to settle; null for writing that is not on the map yet. */
  readonly block: BlockId | null
  readonly agreed: boolean
}

/**
 * What could be settled next, what has most dots first; without a closed vote everything that was revealed and is about
 * something new, and without that the blocks of the map. Links are no wordings and left out.
 */
export function candidatesOf({ vote, prompts }: WorkshopView, { blocks }: PositioningMap): readonly Candidate[] {
  const writings = new Map(prompts.flatMap(({ tellings }) => tellings ?? []).map((one) => [one.writing, one]))
  const blockFor = (id: string): BlockId | null => {
    const of = writings.get(id)?.adopted?.findLast((block) => blocks.has(block as BlockId)) ?? id.split(':')[0]
    return blocks.has(of as BlockId) ? (of as BlockId) : null
  }
  const candidate = (id: string, text: string, dots: number | null): Candidate[] => {
    const block = blockFor(id)
    const here = block === null ? undefined : blocks.get(block)
    if (here === undefined && !writings.has(id)) return []
    // Once it is a block it reads as the block does.
    return [{ id, text: here?.statement || text, dots, block, agreed: here?.status === 'agreed' }]
  }
  const counts = vote?.counts ?? null
  if (vote !== null && counts !== null)
    return vote.about
      .toSorted((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))
      .flatMap(({ id, text }) => candidate(id, text, counts[id] ?? 0))
  const written = [...writings.values()].flatMap(({ writing, text }) => candidate(writing, text, null))
  if (written.length > 0) return written
  return [...blocks.values()].flatMap(({ id, statement }) => (statement === '' ? [] : candidate(id, statement, null)))
}
