/** The map file, version 1, as it is written (contract, "Map file"). What may be read is far wider: see the importer. */
import type { AgreedWording, BlockKind, FieldName, Frame, Relation, Status } from '../schema/index.ts'

export const MAP_FILE_FORMAT = 'throughline-map'
export const MAP_FILE_VERSION = 1

export interface MapFile {
  readonly format: typeof MAP_FILE_FORMAT
  readonly version: typeof MAP_FILE_VERSION
  readonly title: string
  readonly subject: string
  /** In the map's order; `[]` for a map without voices. A file without `voices` gets the default ones. */
  readonly voices: readonly { readonly id: string; readonly name: string }[]
  readonly blocks: readonly MapFileBlock[]
  readonly links: readonly MapFileLink[]
  /** Beyond the contract: what people have decided about the brief. Only what is set, and absent where nothing is. */
  readonly brief?: MapFileBrief
}

export interface MapFileBrief {
  /** Ids of blocks that somebody has put in their place, in the order of the brief. */
  readonly order?: readonly string[]
  /** Ids of blocks that are kept off it, sorted. */
  readonly off?: readonly string[]
  /** `#rrggbb`. A logo is a picture of its server, as the drawing is, and in no file. */
  readonly accent?: string
}

export interface MapFileBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly statement: string
  readonly detail: string
  readonly status: Status
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  readonly tags: readonly string[]
  readonly owner: string
  /** By voice id. */
  readonly tellings: Readonly<Record<string, string>>
  readonly agreed?: AgreedWording
  /** In page units; absent for a block that nobody has placed. */
  readonly frame?: Frame
}

export interface MapFileLink {
  readonly from: string
  readonly to: string
  readonly relation: Relation
}
