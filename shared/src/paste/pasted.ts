/**
 * What somebody pasted, as lines that may become blocks. Nothing is decided yet: each line proposes a kind, says what
 * the proposal rests on, and can be corrected or left out before it lands.
 */
import type { Repair } from '../map-file/index.ts'
import type { AgreedWording, BlockKind, FieldName, Status } from '../schema/index.ts'

/** The contract's words for what a text is. `canvas` is Obsidian's JSON Canvas 1.0. */
export const PASTE_FORMS = ['markdown', 'csv', 'plain', 'canvas'] as const
export type PasteForm = (typeof PASTE_FORMS)[number]

/** What a proposed kind rests on, the strongest first; `nothing` where only the commonest kind could be proposed. */
export const KIND_GROUNDS = ['label', 'heading', 'colour', 'words', 'nothing'] as const
export type KindGround = (typeof KIND_GROUNDS)[number]

/** What a line is taken for that nothing says anything about: most of what people have on a wall is a value. */
export const UNKNOWN_KIND: BlockKind = 'value'

export interface PastedLine {
  /** `line-1`, `line-2`, … in the order of the text. */
  readonly id: string
  /** Where it stands: `line 12`, `row 7`, `node 8f2a`. */
  readonly at: string
  readonly statement: string
  /** Paragraphs separated by one newline. */
  readonly detail: string
  readonly kind: BlockKind
  readonly ground: KindGround
  /** The heading it stands under, as it was written; `''` for none. */
  readonly under: string
  /** Why it is proposed to be left out; `''` for a line that is used. */
  readonly leave: string
  readonly status: Status
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  readonly tags: readonly string[]
  readonly owner: string
  /** By the voice's name. */
  readonly tellings: Readonly<Record<string, string>>
  readonly agreed: AgreedWording | null
}

export interface PastedLink {
  readonly from: string
  readonly to: string
  /** Drawn or written as a link. One that only follows from how lines stand is kept if their kinds have an argument. */
  readonly drawn: boolean
}

export interface Pasted {
  /** The text's own title and subject, for a new map; a map that is added to keeps its own. */
  readonly title: string
  readonly subject: string
  readonly lines: readonly PastedLine[]
  readonly links: readonly PastedLink[]
  /** What could become no line and no part of one. */
  readonly report: readonly Repair[]
}
