/** Ends the process in order, once, and within a limit. */
import type { Log } from './log.ts'
import { describeError } from './log.ts'

/** Contract: exit within 10 s. */
const LIMIT_MS = 9_000

export interface Ending {
  readonly steps: readonly (() => Promise<void>)[]
  readonly log: Log
  readonly exit: (code: number) => void
}

/** What to call when the process should end, with its exit code when that is none of its will; later calls change nothing. */
export function createShutdown({ steps, log, exit }: Ending): (why: string, code?: number) => void {
  let begun = false
  return (why, code = 0) => {
    if (begun) return
    begun = true
    log.info('stopping', { why })
    const limit = setTimeout(() => {
      log.error('stopping took too long', { ms: LIMIT_MS })
      exit(1)
    }, LIMIT_MS)
    const run = async () => {
      for (const step of steps) await step()
    }
    run().then(
      () => {
        clearTimeout(limit)
        log.info('stopped')
        exit(code)
      },
      (error: unknown) => {
        log.error('stopping failed', describeError(error))
        exit(1)
      },
    )
  }
}
