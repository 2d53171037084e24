/**
 * Whether anything can be saved right now, found out by saving something: a full disk answers every question that only
 * reads, and every statement that changes nothing.
 *
 * - **CW1** It resolves only when a page has gone through the write-ahead log to the disk.
 * - **CW2** It writes at most once in `SHARED_MS`, whatever the number of those who ask; they share the answer. A good one
 *   holds no longer than until something is refused.
 */
import { AppError } from '@throughline/shared/errors'
import type { Clock } from '../../clock.ts'
import { statement } from './write-batch.ts'
import type { Writer } from './writer.ts'

/** Milliseconds that an answer holds. */
export const SHARED_MS = 1_000
/**
 * The field of the file's header for whoever wants to know whose file it is: "Thru". Unlike a row that stays the same,
 * which SQLite notices, it is written each time that it is set.
 */
const WRITE = statement(`PRAGMA application_id = ${0x54_68_72_75}`)

interface Answer {
  readonly at: number
  /** How much had been refused before it. */
  readonly refused: number
  readonly given: Promise<void>
  isGood: boolean
}

export function openCheck(writer: Pick<Writer, 'write' | 'refused'>, clock: Pick<Clock, 'now'>): () => Promise<void> {
  let last: Answer | null = null
  const write = async () => {
    try {
      await writer.write([WRITE])
    } catch (cause) {
      throw new AppError(
        'storage-unavailable',
        cause instanceof AppError ? cause.message : 'The database did not take a write.',
        { cause },
      )
    }
  }
  const ask = (at: number): Answer => {
    const answer: Answer = { at, refused: writer.refused, given: write(), isGood: true }
    answer.given.catch(() => (answer.isGood = false))
    return answer
  }
  return () => {
    const now = clock.now()
    // A clock that was put back is no reason to wait until it has caught up.
    const isOld = last === null || Math.abs(now - last.at) >= SHARED_MS
    if (last === null || isOld || (last.isGood && last.refused !== writer.refused)) last = ask(now)
    return last.given
  }
}
