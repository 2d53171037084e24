/** The minutes of a workshop: what they are made of, and what they say. */
import type { EpochMs } from '../../schema/index.ts'
import type { Programme } from '../programme.ts'

/** What is known of a workshop to everybody who was there; nothing that only its author may read. */
export interface MinutesSource {
  /** Of the map. */
  readonly title: string
  readonly startedAt: EpochMs
  /** Null while it runs. */
  readonly endedAt: EpochMs | null
  /** When the workshop or the map changed last. */
  readonly asOf: EpochMs
  readonly programme: Programme
  /** The furthest stage that was entered. */
  readonly reached: number
  /** In the order in which they came; `''` where somebody gave no name. */
  readonly people: readonly { readonly name: string; readonly voice: string | null; readonly facilitator: boolean }[]
  readonly prompts: readonly MinutesPrompt[]
  /** Private answers that were not revealed and are no longer kept. */
  readonly lost: number
  readonly votes: readonly MinutesVote[]
  /** Oldest first. */
  readonly decisions: readonly MinutesSettled[]
  readonly dissents: readonly MinutesSettled[]
  /** What the map of now leaves open: a block's statement, and what is open about it. */
  readonly open: readonly Said[]
}

export interface MinutesPrompt {
  readonly text: string
  /** Statement of the block that it asks about; `''` for none. */
  readonly block: string
  readonly written: number
  /** Null for what was not revealed; else by voice. */
  readonly tellings: readonly MinutesTelling[] | null
}

export interface MinutesTelling {
  /** The voice's name; null for none. */
  readonly voice: string | null
  readonly text: string
  /** `''` where the programme names nobody. */
  readonly name: string
  readonly adopted: boolean
  /** Written or changed when the others' was open to be read. */
  readonly late: boolean
}

export interface MinutesVote {
  /** In which stage. */
  readonly stage: number
  readonly dots: number
  /** Null while it is open. */
  readonly result: {
    readonly voters: number
    readonly counts: readonly { readonly text: string; readonly dots: number }[]
  } | null
}

export interface MinutesSettled {
  readonly block: string
  /** Statement of that block, as it is now; `''` where it is gone. */
  readonly statement: string
  readonly text: string
  readonly by: string
  readonly at: EpochMs
  readonly there: readonly string[]
}

/** Words of people's, and what the minutes say about them. */
export interface Said {
  readonly text: string
  readonly aside: string
}

export type MinutesPart =
  | { readonly is: 'heading' | 'label'; readonly text: string }
  /** A sentence of the minutes' own. */
  | { readonly is: 'remark'; readonly text: string }
  | { readonly is: 'list' | 'steps'; readonly items: readonly Said[] }
  | { readonly is: 'counts'; readonly rows: readonly { readonly dots: number; readonly text: string }[] }

export interface MinutesSection {
  readonly heading: string
  readonly parts: readonly MinutesPart[]
}

export interface Minutes {
  readonly title: string
  /** YYYY-MM-DD: when it began. */
  readonly day: string
  /** Of the map. */
  readonly subject: string
  /** Programme, day and time. */
  readonly lead: string
  /** ISO time: of the last change, never of the clock. */
  readonly asOf: string
  readonly sections: readonly MinutesSection[]
  readonly foot: string
}
