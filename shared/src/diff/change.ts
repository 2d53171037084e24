/** One difference between two states of a map, as plain JSON: what the API answers, panels list and `applyChanges` takes. */
import type {
  AgreedWording,
  Block,
  BlockId,
  BlockKind,
  Composition,
  FieldName,
  PlacedFrame,
  Status,
  Voice,
  VoiceId,
} from '../schema/index.ts'

/** A block in JSON: tellings by voice, and without `createdAt`, which no edit changes. */
export interface BlockState extends Omit<Block, 'id' | 'tellings' | 'createdAt'> {
  readonly tellings: Readonly<Record<string, string>>
}

interface Was<What extends string, Value> {
  readonly what: What
  readonly before: Value
  readonly after: Value
}

/** A block that is in one state alone; the other side is null. */
export type BlockComesOrGoes =
  | { readonly what: 'added'; readonly before: null; readonly after: BlockState }
  | { readonly what: 'gone'; readonly before: BlockState; readonly after: null }

/** `reworded` is the statement. A field or telling that was not there, or is not there any more, is `''`. */
export type BlockEdit =
  | Was<'reworded' | 'detail' | 'owner' | `field:${FieldName}` | `telling:${VoiceId}`, string>
  | Was<'kind', BlockKind>
  | Was<'status', Status>
  | Was<'tags', readonly string[]>
  | Was<'agreed', AgreedWording | null>
  | Was<'moved', PlacedFrame | null>

/** `block` is where the link begins; the other value is the block where it ends. */
export type LinkChange =
  | { readonly what: 'linked'; readonly before: null; readonly after: BlockId }
  | { readonly what: 'unlinked'; readonly before: BlockId; readonly after: null }

export type BlockChange = { readonly block: BlockId } & (BlockComesOrGoes | BlockEdit | LinkChange)

/** About the map as a whole. */
export type AboutChange = { readonly block: null } & (
  | Was<'title' | 'subject', string>
  | Was<'voices', readonly Voice[]>
  | Was<'brief', Composition>
)

export type MapChange = AboutChange | BlockChange
