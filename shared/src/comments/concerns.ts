/** What of the threads concerns one person: their inbox. */
import { compareText, type Decision, type Decisions, type EpochMs, type PositioningMap } from '../schema/index.ts'
import { isOpen } from './count-threads.ts'
import type { Comment, Thread } from './thread.ts'

/** A word that somebody else has said. */
export interface WordConcern {
  readonly thread: Thread
  /** The strongest: whoever is mentioned in a thread on their own block is told that they were mentioned. */
  readonly why: 'mention' | 'answer' | 'own block'
  /** The latest comment that concerns them; never one of their own. */
  readonly comment: Comment
  /** When that was, by the clock of whoever did it. */
  readonly at: EpochMs
}

/** What somebody else has made of a wording that this person proposed. */
export interface DecisionConcern {
  readonly thread: Thread
  readonly why: 'decided'
  readonly decision: Decision
  readonly at: EpochMs
}

export type Concern = WordConcern | DecisionConcern

/** `name` finds the blocks that somebody owns: an owner is a name. */
export interface Self {
  readonly person: string
  readonly name: string
}

const sameName = (a: string, b: string) => a !== '' && a.toLocaleLowerCase() === b.toLocaleLowerCase()

/**
 * Open threads with a word for this person that they have not answered since, newest first. A word concerns them when it
 * mentions them, when it stands in a thread in which they have written, or in one on a block that they own. And wordings
 * that they proposed and somebody else has decided about, until they answer.
 */
export function concernsOf(
  threads: readonly Thread[],
  map: PositioningMap,
  me: Self,
  decided: Pick<Decisions, 'get' | 'has'>,
): readonly Concern[] {
  const concerns = threads.flatMap((thread): readonly Concern[] => {
    const concern = isOpen(thread, decided) ? concernOf(thread, map, me) : decisionFor(thread, decided, me)
    return concern === null ? [] : [concern]
  })
  return concerns.toSorted((a, b) => b.at - a.at || compareText(a.thread.id, b.thread.id))
}

/** Who decided is known by name alone. */
function decisionFor(thread: Thread, decided: Pick<Decisions, 'get'>, { person, name }: Self): DecisionConcern | null {
  const decision = thread.proposal === null ? undefined : decided.get(thread.id)
  if (decision === undefined || thread.by !== person || sameName(decision.by, name)) return null
  const hasAnswered = thread.comments.some(({ by, at, isDeleted }) => by === person && !isDeleted && at > decision.at)
  return hasAnswered ? null : { thread, why: 'decided', decision, at: decision.at }
}

function concernOf(thread: Thread, map: PositioningMap, { person, name }: Self): WordConcern | null {
  const mineAt = thread.comments.findLastIndex(({ by, isDeleted }) => by === person && !isDeleted)
  const since = thread.comments.slice(mineAt + 1).filter(({ isDeleted }) => !isDeleted)
  const last = since.at(-1)
  if (last === undefined) return null
  const mention = since.findLast(({ mentions }) => mentions.includes(person))
  if (mention !== undefined) return { thread, why: 'mention', comment: mention, at: mention.at }
  if (mineAt !== -1) return { thread, why: 'answer', comment: last, at: last.at }
  const owner = thread.about.is === 'block' ? map.blocks.get(thread.about.block)?.owner : undefined
  return owner !== undefined && sameName(owner, name) ? { thread, why: 'own block', comment: last, at: last.at } : null
}
