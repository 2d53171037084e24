/** `GET /api/maps/:id/workshop`, and each of its server-sent events: the workshop as one person may see it. Times are epoch milliseconds. */
import type { BlockKind } from '../../schema/index.ts'

export const STAGE_KINDS = ['gather', 'reveal', 'cluster', 'vote', 'decide', 'link', 'brief', 'break', 'talk'] as const
export type StageKind = (typeof STAGE_KINDS)[number]

export interface StageView {
  readonly kind: StageKind
  /** `''` where the kind says it. */
  readonly title: string
  readonly instruction: string
  /** Milliseconds; null for a stage without a limit. */
  readonly lastsMs: number | null
}

export interface ProgrammeView {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Whether names stand beside what is revealed; it is said before people write. */
  readonly named: boolean
  readonly stages: readonly StageView[]
}

/** What somebody wrote, once it is revealed: material of the workshop until a person adopts it. */
export interface WritingView {
  /** Its id; it says nothing of who wrote it or when. */
  readonly writing: string
  readonly voice: string | null
  readonly text: string
  /** Only where the programme names people. */
  readonly name?: string | undefined
  /** Blocks that it was adopted as, or as a telling of. */
  readonly adopted?: readonly string[] | undefined
  /** True for what was written or changed when the others' was open to be read. */
  readonly late?: boolean | undefined
}

export interface PromptView {
  readonly id: string
  readonly text: string
  readonly kind: BlockKind | null
  /** The block that it asks about. */
  readonly block?: string | null | undefined
  /** How many people have written; never who. */
  readonly written: number
  /** What this person has written; `''` for nothing. */
  readonly mine: string
  /** Null before the reveal; after it by voice, and within a voice in no order. */
  readonly tellings: readonly WritingView[] | null
}

export interface PersonHere {
  readonly person: string
  readonly name: string
  readonly voice: string | null
  readonly here: boolean
  readonly facilitator: boolean
  /** Raised, for the facilitator to see. */
  readonly hand?: boolean | undefined
}

export interface VoteView {
  /** Another one for each vote. */
  readonly id?: string | undefined
  /** In which stage it was opened. */
  readonly stage?: number | undefined
  readonly open: boolean
  /** What one's own dots are on; empty once the vote is closed, for then nobody knows. */
  readonly mine: Readonly<Record<string, number>>
  /** One's own dots that are not given yet. */
  readonly left: number
  /** Null until the vote is closed. */
  readonly counts: Readonly<Record<string, number>> | null
  /** What there is to vote on, in the order to show it. */
  readonly about: readonly { readonly id: string; readonly text: string }[]
  /** True with three voters or fewer, or as few people while it is open: whoever sees the counts may guess who voted for what. */
  readonly thin: boolean
  /** How many people have voted; never who. */
  readonly voted?: number | undefined
}

/** A block that people look at together, for pages that have no map. */
export interface BlockView {
  readonly block: string
  readonly kind: BlockKind
  readonly statement: string
  /** By whom the statement was agreed on as it reads, `''` where nobody knows; null where it was not. */
  readonly agreed: string | null
  /** Whether its wording was settled in this workshop. */
  readonly settled: boolean
  /** In the order of the voices. */
  readonly tellings: readonly { readonly voice: string; readonly text: string }[]
  /** Of this workshop; each under the name of whoever said it. */
  readonly dissents: readonly { readonly person: string; readonly name: string; readonly text: string }[]
}

export interface WorkshopView {
  readonly state: 'none' | 'running' | 'ended'
  /** The server's clock. */
  readonly now: number
  /** Another one for each time that a workshop is started; null before the first. */
  readonly run: string | null
  /** Of the map. */
  readonly title: string
  readonly voices: readonly { readonly id: string; readonly name: string }[]
  readonly programme: ProgrammeView | null
  readonly stage: {
    readonly index: number
    readonly kind: StageKind
    /** In the past once the time is up, which ends nothing by itself. While it is paused: when it would end if it went on now. */
    readonly endsAt: number | null
    readonly paused: boolean
    /** What is left while it is paused, in milliseconds; null while it runs. */
    readonly left: number | null
  } | null
  readonly me: { readonly person: string | null; readonly facilitator: boolean }
  /**
   * By which people join while it runs, for those who facilitate; `url` is that of the page, from this server's own origin.
   * Beyond the contract.
   */
  readonly join?: { readonly code: string; readonly url: string } | null | undefined
  /** How many pieces of private writing a backup has left out that this workshop was restored from; beyond the contract. */
  readonly lost?: number | undefined
  readonly people: readonly PersonHere[]
  /** Those of the stage, or of the last one in which people wrote. */
  readonly prompts: readonly PromptView[]
  /** Null before the first stage of voting; then that of the stage, or of the last one before it. */
  readonly vote: VoteView | null
  /**
   * While edits of the canvas by those who do not facilitate are not taken: who has locked it, by name; null where the
   * stage does. Beyond the contract.
   */
  readonly lock?: { readonly by: string | null } | null | undefined
  /**
   * Where a facilitator has brought everyone last; another `at` is another time. Beyond the contract: the blocks that it is
   * on, and how it reads.
   */
  readonly brought?:
    | {
        readonly about: string | null
        readonly at: number
        readonly blocks?: readonly string[] | undefined
        readonly text?: string | undefined
      }
    | null
    | undefined
  /** Those of `brought`, those that `prompts` ask about, and while wordings are settled what is or was settled. Beyond the contract. */
  readonly blocks?: readonly BlockView[] | undefined
}
