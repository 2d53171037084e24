/** The snapshot thread, but it dies when it is to look at what was written. */
import { exit } from 'node:process'
import { parentPort } from 'node:worker_threads'
import type { ToSnapshots } from '../snapshots.ts'

parentPort?.on('message', ({ is }: ToSnapshots) => {
  if (is === 'read-back') exit(1)
})
await import('../snapshot-thread.ts')
