import type { BlockId, EpochMs, VoiceId } from './ids.ts'

/** In the order of the argument, which is also the order of tools, outline and layout. */
export const BLOCK_KINDS = ['purpose', 'value', 'audience', 'proof'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const STATUSES = ['draft', 'proposed', 'agreed'] as const
export type Status = (typeof STATUSES)[number]

export const REACHES = ['known', 'next'] as const
export const EVIDENCES = ['customer', 'metric', 'reference', 'award', 'demonstration', 'research'] as const

/**
 * What a field holds: a sentence or two, a date (YYYY-MM-DD), or one of a list.
 * A value outside its list or a malformed date is no value: readers leave it out, the importer reports it.
 */
export type FieldType =
  | { readonly is: 'text' }
  | { readonly is: 'date' }
  | { readonly is: 'choice'; readonly of: readonly string[] }

const TEXT: FieldType = { is: 'text' }
const DATE: FieldType = { is: 'date' }

/** Every field a kind has beside statement and detail, in the order of panels and of the map file. */
export const KIND_FIELDS = {
  purpose: { category: TEXT, whyNow: TEXT, tone: TEXT },
  value: { attribute: TEXT, alternative: TEXT, difference: TEXT, gain: TEXT },
  audience: { situation: TEXT, need: TEXT, obstacle: TEXT, reach: { is: 'choice', of: REACHES }, notFor: TEXT },
  proof: { evidence: { is: 'choice', of: EVIDENCES }, source: TEXT, by: TEXT, observedOn: DATE, reviewBy: DATE },
} as const satisfies Record<BlockKind, Record<string, FieldType>>

type FieldsOf<Kind extends BlockKind> = keyof (typeof KIND_FIELDS)[Kind]
export type FieldName = { [Kind in BlockKind]: FieldsOf<Kind> }[BlockKind]

export const FIELD_NAMES = BLOCK_KINDS.flatMap((kind) => Object.keys(KIND_FIELDS[kind])) as readonly FieldName[]

export function fieldNamesOf(kind: BlockKind): readonly FieldName[] {
  return Object.keys(KIND_FIELDS[kind]) as FieldName[]
}

/** Undefined where the kind has no such field. */
export function fieldTypeOf(kind: BlockKind, name: string): FieldType | undefined {
  return Object.hasOwn(KIND_FIELDS[kind], name) ? (KIND_FIELDS[kind] as Record<string, FieldType>)[name] : undefined
}

/** Wording that was agreed on, frozen beside the live statement so that later drift from it can be seen. */
export interface AgreedWording {
  readonly statement: string
  /** ISO 8601 with a zone, as in the map file. */
  readonly at: string
  /** Display name of who marked it agreed; absent when unknown. */
  readonly by?: string
}

/** Page units (CSS pixels at 100 %); x and y are relative to the parent. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A frame as the canvas holds it: where in the pile, and on what. */
export interface PlacedFrame extends Frame {
  /** A fractional index: strings that sort as the blocks lie, bottom first. */
  readonly index: string
  /** `''` for the page, else the key of a `drawing` record (a frame or a group). */
  readonly parentId: string
}

export interface Block {
  readonly id: BlockId
  readonly kind: BlockKind
  /** One sentence of plain text without line breaks; `''` while nothing is written. */
  readonly statement: string
  /** Plain text; paragraphs are separated by one newline. */
  readonly detail: string
  readonly status: Status
  readonly owner: string
  readonly tags: readonly string[]
  /** Only fields of this block's kind, only non-empty and well-formed ones. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  /** Non-empty tellings, by voices of this map only. */
  readonly tellings: ReadonlyMap<VoiceId, string>
  readonly agreed: AgreedWording | null
  readonly createdAt: EpochMs
  /** Null when nobody has placed it: then whoever shows it lays it out. */
  readonly frame: PlacedFrame | null
}

/** Sizes a new card is made with, and below which none can be dragged (look.md, "Cards"). */
export const DEFAULT_SIZES = {
  purpose: { w: 330, h: 206 },
  value: { w: 280, h: 160 },
  audience: { w: 280, h: 160 },
  proof: { w: 236, h: 112 },
} as const satisfies Record<BlockKind, { w: number; h: number }>
export const MIN_SIZE = { w: 200, h: 96 } as const
