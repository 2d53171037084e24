/** A programme: the stages of a workshop in their order, as data. */
import type { ProgrammeView, StageView } from '../protocol/index.ts'
import type { BlockKind } from '../schema/index.ts'

/** A question that people answer alone. */
export interface Prompt {
  /** Its own within the programme. */
  readonly id: string
  readonly text: string
  /** What an answer becomes when it is adopted; null leaves it open. */
  readonly kind: BlockKind | null
  /** The block that it asks about, if it is about one. */
  readonly block: string | null
}

export interface Stage extends StageView {
  /** In `gather` alone, and there at least one. */
  readonly prompts: readonly Prompt[]
  /** Which kinds of blocks it is about; empty for all. */
  readonly kinds: readonly BlockKind[]
  /** Whether those who only take part edit the canvas in this stage; commenters do by adopting and deciding. */
  readonly edits: boolean
  /** Each person's, where it is a vote. */
  readonly dots: number
  readonly votesOn: 'writing' | 'blocks' | 'tellings' | 'links'
}

export interface Programme extends ProgrammeView {
  readonly stages: readonly Stage[]
}

const MINUTE_MS = 60_000
const NOTHING = { title: '', prompts: [], kinds: [], edits: true, dots: 3, votesOn: 'blocks' } as const

/** A stage with what is usual; minutes. */
export function stage(kind: Stage['kind'], minutes: number, instruction: string, more: Partial<Stage> = {}): Stage {
  return { ...NOTHING, kind, instruction, lastsMs: minutes * MINUTE_MS, ...more }
}

export function prompt(kind: BlockKind, text: string, id: string = kind): Prompt {
  return { id, text, kind, block: null }
}
