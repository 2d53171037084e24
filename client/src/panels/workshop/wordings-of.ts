import type { WorkshopView } from '@throughline/shared/protocol'
import type { Block, BlockKind, Voice } from '@throughline/shared/schema'

export interface OneWording {
  readonly id: string
  /** Null for writing under no voice. */
  readonly voice: string | null
  readonly words: string
}

/** What of a block is worded, as a map has it or a view. */
export interface Worded {
  readonly kind: BlockKind
  readonly statement: string
  readonly tellings: readonly { readonly voice: string; readonly text: string }[]
}

export function wordedBlock({ kind, statement, tellings }: Block, voices: readonly Voice[]): Worded {
  const told = voices.flatMap(({ id }) => {
    const text = tellings.get(id)
    return text === undefined ? [] : [{ voice: id, text }]
  })
  return { kind, statement, tellings: told }
}

/** The tellings of a block, and what was revealed of its kind and does not read the same; what has most dots first. */
export function wordingsOf(
  { kind, statement, tellings }: Worded,
  { prompts, vote }: Pick<WorkshopView, 'prompts' | 'vote'>,
): readonly OneWording[] {
  const told = tellings.map(({ voice, text }) => ({ id: voice, voice, words: text }))
  const counts = vote?.counts ?? {}
  const written = prompts
    .filter((prompt) => prompt.kind === null || prompt.kind === kind)
    .flatMap((prompt) => prompt.tellings ?? [])
    .toSorted((a, b) => (counts[b.writing] ?? 0) - (counts[a.writing] ?? 0))
    .map(({ writing, voice, text }) => ({ id: writing, voice, words: text }))
  const known = new Set([statement])
  return [...told, ...written].filter(({ words }) => !known.has(words) && known.add(words))
}
