/** The writer thread, but for a file beside the database that ends it in the middle of a batch. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { exit } from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'

const told = `${(workerData as { file: string }).file}.die`
parentPort?.on('message', () => {
  if (!existsSync(told)) return
  const times = Number(readFileSync(told, 'utf8'))
  if (times > 1) writeFileSync(told, String(times - 1))
  else rmSync(told)
  exit(1)
})
await import('../writer-thread.ts')
