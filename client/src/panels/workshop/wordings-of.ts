import type { WorkshopView } from '@throughline/shared/protocol'
import type { Block, Voice } from '@throughline/shared/schema'

export interface OneWording {
  readonly id: string
  /** Null for writing under no voice. */
  readonly voice: string | null
  readonly words: string
}

/** The tellings of a block, and what was revealed of its kind and does not read the same; what has most dots first. */
export function wordingsOf(
  block: Block,
  { prompts, vote }: WorkshopView,
  voices: readonly Voice[],
): readonly OneWording[] {
  const told = voices.flatMap(({ id }) => {
    const words = block.tellings.get(id)
    return words === undefined ? [] : [{ id: id as string, voice: id as string, words }]
  })
  const counts = vote?.counts ?? {}
  const written = prompts
    .filter(({ kind }) => kind === null || kind === block.kind)
    .flatMap(({ tellings }) => tellings ?? [])
    .toSorted((a, b) => (counts[b.writing] ?? 0) - (counts[a.writing] ?? 0))
    .map(({ writing, voice, text }) => ({ id: writing, voice, words: text }))
  const known = new Set([block.statement])
  return [...told, ...written].filter(({ words }) => !known.has(words) && known.add(words))
}
