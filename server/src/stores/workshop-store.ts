import type { MapId } from '@throughline/shared/schema'
import type { KeyRecord } from './key-store.ts'
import type { KeyId } from './names.ts'

/** One person's answer to one prompt. */
export interface KeptWriting {
  /** Its own within the run; it says nothing of who wrote it or when. */
  readonly id: string
  readonly prompt: string
  /** `''` where nobody knows any more: in a workshop from a backup, unless the programme names people. */
  readonly person: string
  readonly voice: string | null
  readonly text: string
  readonly late: boolean
  /** Who may read it: its author, everybody, or everybody with its author's name. Once opened it stays open. */
  readonly readers: 'author' | 'all' | 'all-named'
}

/** One person's dots in an open vote, by what they are on; with none on anything there is no ballot. */
export interface KeptBallot {
  readonly vote: string
  readonly person: string
  readonly dots: Readonly<Record<string, number>>
}

export interface KeptWorkshop {
  readonly run: string
  /** As it was saved. */
  readonly state: string
  /** In no order that says anything. */
  readonly writings: readonly KeptWriting[]
  readonly ballots: readonly KeptBallot[]
  /** Pieces of private writing that are gone: a backup has left them out, or another workshop was started. */
  readonly lost: number
  /** By which people join; null for none, or none any more. */
  readonly code: string | null
}

/** Where a code leads. */
export interface CodeOf {
  readonly map: MapId
  readonly run: string
  readonly key: KeyId
}

/** What one command has changed. */
export interface WorkshopChange {
  readonly run: string
  /** JSON, everything but writing and ballots: it is kept as it is, and is in every backup. */
  readonly state: string
  /** What is new, other than before, or open to more people. */
  readonly writings?: readonly KeptWriting[]
  /** Ids of what its author has taken back. */
  readonly takenBack?: readonly string[]
  /** Each in the place of the one before. */
  readonly ballots?: readonly KeptBallot[]
  /** Votes whose counts are in `state` from now on. */
  readonly closed?: readonly string[]
  /** In the place of the one before, with a key of its own that stays when the code goes; null for no code from now on. */
  readonly code?: { readonly code: string; readonly key: KeyRecord } | null
}

/**
 * What a workshop keeps, so that private writing is its author's and a closed vote is nobody's.
 *
 * - **WK1** A resolved `save` survives this process dying. It happens as a whole or not at all.
 * - **WK2** Saves of one map happen in the order in which they are handed over; no need to wait for one before the next.
 * - **WK3** `load` gives a run as it was saved last: one writing an id, one ballot a vote and person. `runs` gives all, the
 *   one that was started last first.
 * - **WK4** With a vote closed, nothing that connects a voter and a choice is left, in the files and their logs either.
 * - **WK5** In the files writing is unreadable until it is open to all, and so is whose it is until it is named; ballots
 *   always. Neither they nor their keys are in a backup, nor are codes.
 * - **WK6** Another run begins empty. Of the one before what was open to all stays; what only its author could read is gone,
 *   with its key and code.
 * - **WK7** A code leads to one map; one that another map has is refused, and nothing of that save happens.
 * - **WK8** Of an unknown map nothing is kept, and saving is refused; all goes with its map.
 */
export interface WorkshopStore {
  /** The run that was started last unless another is named; null where there is none. */
  load(map: MapId, run?: string): Promise<KeptWorkshop | null>
  runs(map: MapId): Promise<readonly Pick<KeptWorkshop, 'run' | 'state'>[]>
  save(map: MapId, change: WorkshopChange): Promise<void>
  /** Null for a code that leads nowhere. */
  byCode(code: string): Promise<CodeOf | null>
}
