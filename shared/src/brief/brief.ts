/**
 * The brief as data: what the page says, before anybody decides how it looks.
 * This is also the JSON that leaves the server (contract, "brief"): add members, never rename one.
 */
import type { BlockId, BlockKind, FieldName, Logo, Status } from '../schema/index.ts'

/** A text beside the statement: what it is, and what it says. */
export interface Fact {
  /** Unique in its entry: a field's, or a slot's of a lens. */
  readonly name: string
  readonly label: string
  readonly text: string
  /** Whose text it is, where that is another block, and which of its texts. */
  readonly of?: { readonly block: BlockId; readonly kind: BlockKind; readonly part: 'statement' | FieldName }
}

/** One block as the brief words it. */
export interface BriefEntry {
  readonly block: BlockId
  readonly kind: BlockKind
  /** The statement, word for word. */
  readonly text: string
  readonly detail: string
  readonly status: Status
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  /** True where the same words stand further up already: the page then points there instead of saying them twice. */
  readonly repeated: boolean
  /** Through a lens: what is said of it, under the lens's own names, in place of its fields. */
  readonly said?: readonly Fact[]
}

export interface BriefItem extends BriefEntry {
  /** Whom a value serves; empty for the other kinds. */
  readonly audiences: readonly BriefEntry[]
  /** What holds a value or a purpose. */
  readonly proofs: readonly BriefEntry[]
  /** What is still open about it, in plain sentences: "Draft. No proof holds it yet." Empty when nothing is. */
  readonly open: string
}

export const SECTION_HEADINGS = {
  purpose: 'Purpose',
  values: 'Values',
  audiences: 'Audiences',
  proofs: 'Proofs',
} as const
export type SectionId = keyof typeof SECTION_HEADINGS

export interface BriefSection {
  /** A `SectionId`, or through a lens the id of one of its groups. */
  readonly id: string
  readonly heading: string
  readonly items: readonly BriefItem[]
}

/**
 * - **BR1** Every block of the map is either placed, in exactly one section or under an item, or stands in `leftOut`;
 *   through a lens it may be placed more than once.
 * - **BR2** No section is empty; sections come in the order of `SECTION_HEADINGS`, but for one audience that one goes
 *   first, and through a lens they come in its own.
 * - **BR3** The same map gives the same brief, on every machine.
 */
export interface Brief {
  readonly title: string
  readonly subject: string
  readonly revision: number
  /** ISO 8601, UTC: when the map last changed. */
  readonly asOf: string
  readonly sections: readonly BriefSection[]
  /** Every block of the map that is not on it, whatever the reason. */
  readonly leftOut: readonly BlockId[]
  /** Which of these somebody keeps off it. */
  readonly keptOff: readonly BlockId[]
  /** How many wordings were kept as dissent; whether they are listed among what is open is a choice. */
  readonly dissents: number
  /** Agreed wording alone, and how many blocks are left out because nobody has agreed on them; absent for the map of now. */
  readonly wording?: { readonly is: 'agreed'; readonly leftOut: number }
  /** `#rrggbb`, dark enough to be read on white; absent for the colours of the design. */
  readonly accent?: string
  /** A picture of the map, absent without one. */
  readonly logo?: Logo
  /** The version that it shows, for whoever is shown no other state; absent for the map as it is. */
  readonly version?: { readonly name: string; readonly at: string }
  /** The framework that the map is seen through; absent for the map as it is. */
  readonly lens?: { readonly id: string; readonly name: string }
  /** Where the brief can be seen as it is now, for a copy of this state; absent without a server. */
  readonly live?: string
  /** Headings of the lens that nothing on the map answers yet. */
  readonly gaps?: readonly string[]
}
