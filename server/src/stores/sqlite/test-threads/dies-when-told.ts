/** The writer thread, but for a file beside the database that ends it in the middle of a batch. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const told = `${(workerData as { file: string }).file}.die`
parentPort?.on('message', () => {
  if (!existsSync(told)) return
  const times = Number(readFileSync(told, 'utf8'))
  if (times > 1) writeFileSync(told, String(times - 1))
  else rmSync(told)
  throw new Error('told to end')
})
await import('../writer-thread.ts')
