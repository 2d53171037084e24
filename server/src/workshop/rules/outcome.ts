/** What a command leads to: the workshop as it is then and, where it goes beyond the workshop, what to do with the map. */
import type { WorkshopForbids, WorkshopRefusal } from '@throughline/shared/protocol'
import type { BlockId, BlockKind, EpochMs, PositioningMap, VoiceId } from '@throughline/shared/schema'
import { ok, type Result } from '@throughline/shared/base'
import type { Actor, Workshop } from './workshop.ts'

/** Each can be done twice and is then as if done once, so that whoever does not know whether it was tries again. */
export type OnMap =
  | { readonly is: 'new-block'; readonly block: BlockId; readonly kind: BlockKind; readonly statement: string }
  | { readonly is: 'telling'; readonly block: BlockId; readonly voice: VoiceId; readonly text: string }
  | { readonly is: 'agreed'; readonly block: BlockId; readonly statement: string; readonly by: string }
  | { readonly is: 'dissent'; readonly block: BlockId; readonly text: string }

export interface Outcome {
  readonly workshop: Workshop
  readonly onMap?: OnMap
}

export type Refusal = WorkshopRefusal | WorkshopForbids
export type Stepped = Result<Outcome, Refusal>

/** What a rule is given beside the workshop and the command; it asks nothing else of the world. */
export interface Means {
  readonly now: EpochMs
  /** Another one each time, that nobody can guess and that tells nothing. */
  readonly newId: () => string
  readonly map: PositioningMap
  /** People of the map whether they take part or not, as far as the command names them. */
  readonly known: readonly Pick<Actor, 'person' | 'name' | 'voice'>[]
  /** People who have the workshop open at this moment. */
  readonly here: ReadonlySet<string>
}

export function became(workshop: Workshop, onMap?: OnMap): Stepped {
  return ok(onMap === undefined ? { workshop } : { workshop, onMap })
}
