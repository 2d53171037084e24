import type { Branded } from '../base/branded.ts'
import type { BlockId, BlockKind, EpochMs, FieldName, VoiceId } from '../schema/index.ts'

/** `<person>.<random>`: whose a comment is stands in its key, where the server can check it (`comments-doc.ts`). */
export type CommentId = Branded<string, 'CommentId'>
/** That of the comment which began it. */
export type ThreadId = CommentId

/** Which words of a block; null is the block as a whole. */
export type Part = 'statement' | 'detail' | `field:${FieldName}` | `telling:${VoiceId}` | null

/** What a thread is about: a block, or a place on the canvas in page units. */
export type About =
  | {
      readonly is: 'block'
      readonly block: BlockId
      readonly part: Part
      /** What the block was and said when the thread began, for when it is gone; null and `''` where nobody wrote it. */
      readonly kind: BlockKind | null
      readonly said: string
    }
  | { readonly is: 'place'; readonly x: number; readonly y: number }

export interface Comment {
  readonly id: CommentId
  /** A person's id. The server lets nobody write under another's. */
  readonly by: string
  /** What that person was called then, by their own word. */
  readonly name: string
  /** By the clock of whoever wrote it, and never before what it answers. */
  readonly at: EpochMs
  /** Null while it is as it was written. */
  readonly editedAt: EpochMs | null
  /** Plain text; paragraphs are separated by one newline. `''` only where it was deleted, or in a bare proposal. */
  readonly text: string
  /** Ids of the people it mentions. */
  readonly mentions: readonly string[]
  /** Taken away by its author; kept only where it began a thread that others have answered. */
  readonly isDeleted: boolean
}

/** Another wording for a statement. What became of it stands in the canvas, where only editors write. */
export interface Proposal {
  readonly wording: string
  /** The statement that it is to take the place of, as it was then. */
  readonly was: string
}

export interface Resolution {
  readonly by: string
  readonly name: string
  readonly at: EpochMs
}

/**
 * A conversation about one thing.
 *
 * - **TH1** `comments` holds at least one; the first is the one that began it, the others stand in the order of time.
 * - **TH2** Not all of them are deleted.
 */
export interface Thread {
  readonly id: ThreadId
  readonly about: About
  readonly by: string
  readonly at: EpochMs
  readonly comments: readonly Comment[]
  /** Null while it is open. */
  readonly resolved: Resolution | null
  /** Null for a thread that is a conversation and nothing else. Then `about` is a block's statement. */
  readonly proposal: Proposal | null
}
