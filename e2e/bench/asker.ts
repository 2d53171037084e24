/**
 * Asks for many briefs at once, apart from whoever takes the room's times: to begin twenty requests holds that process up
 * for 7 to 10 ms, which would be counted as the room's.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { Ask } from './ask-brief.ts'

/** It shares the load generator's core, and steps back for it. */
const BEHIND = 10

export type Asker = (asks: readonly Ask[]) => Promise<readonly number[]>

/** Ready to ask once; then it is gone. */
export async function startAsker(): Promise<Asker> {
  const child = fork(join(import.meta.dirname, 'asker-process.ts'))
  if (child.pid !== undefined) setPriority(child.pid, BEHIND)
  await answer(child)
  return async (asks) => {
    try {
      child.send(asks)
      const { times, failed = 'the process that asks has said nothing' } = await answer(child)
      if (times === undefined) throw new Error(failed)
      return times
    } finally {
      child.kill()
    }
  }
}

interface Answer {
  readonly times?: readonly number[]
  readonly failed?: string
}

async function answer(child: ChildProcess): Promise<Answer> {
  const gone = once(child, 'exit').then(() => [{ failed: 'the process that asks has ended' }])
  const [said] = await Promise.race([once(child, 'message'), gone])
  return said as Answer
}
