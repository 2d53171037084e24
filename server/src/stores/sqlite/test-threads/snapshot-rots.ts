/** The snapshot thread, but what it looks at again has changed on the disk meanwhile. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { ToSnapshots } from '../snapshots.ts'

parentPort?.on('message', ({ is }: ToSnapshots) => {
  if (is !== 'read-back') return
  const db = new DatabaseSync((workerData as { file: string }).file, { timeout: 5_000 })
  db.exec("UPDATE snapshots SET bytes = x'FFFF'")
  db.close()
})
await import('../snapshot-thread.ts')
