/** What of the threads concerns one person: their inbox. */
import type { PositioningMap } from '../schema/index.ts'
import { compareText } from '../schema/index.ts'
import { isOpen, type Decided } from './count-threads.ts'
import type { Comment, Thread } from './thread.ts'

export interface Concern {
  readonly thread: Thread
  /** The strongest: whoever is mentioned in a thread on their own block is told that they were mentioned. */
  readonly why: 'mention' | 'answer' | 'own block'
  /** The latest comment that concerns them; never one of their own. */
  readonly comment: Comment
}

/** `name` finds the blocks that somebody owns: an owner is a name. */
export interface Self {
  readonly person: string
  readonly name: string
}

const sameName = (a: string, b: string) => a !== '' && a.toLocaleLowerCase() === b.toLocaleLowerCase()

/**
 * Open threads with a word for this person that they have not answered since, newest first. A word concerns them when it
 * mentions them, when it stands in a thread in which they have written, or in one on a block that they own.
 */
export function concernsOf(
  threads: readonly Thread[],
  map: PositioningMap,
  me: Self,
  decided: Decided,
): readonly Concern[] {
  const concerns = threads.flatMap((thread): readonly Concern[] => {
    if (!isOpen(thread, decided)) return []
    const concern = concernOf(thread, map, me)
    return concern === null ? [] : [concern]
  })
  return concerns.toSorted((a, b) => b.comment.at - a.comment.at || compareText(a.comment.id, b.comment.id))
}

function concernOf(thread: Thread, map: PositioningMap, { person, name }: Self): Concern | null {
  const mineAt = thread.comments.findLastIndex(({ by, isDeleted }) => by === person && !isDeleted)
  const since = thread.comments.slice(mineAt + 1).filter(({ isDeleted }) => !isDeleted)
  const last = since.at(-1)
  if (last === undefined) return null
  const mention = since.findLast(({ mentions }) => mentions.includes(person))
  if (mention !== undefined) return { thread, why: 'mention', comment: mention }
  if (mineAt !== -1) return { thread, why: 'answer', comment: last }
  const owner = thread.about.is === 'block' ? map.blocks.get(thread.about.block)?.owner : undefined
  return owner !== undefined && sameName(owner, name) ? { thread, why: 'own block', comment: last } : null
}
