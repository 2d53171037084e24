/** Stands in for a process that sets pages: it writes its number down as it begins, in a file that the environment names, and sets it on each page. */
import { appendFileSync } from 'node:fs'
import process from 'node:process'
import type { PrintJob } from '../print-child.ts'

appendFileSync(process.env['PIDS_FILE'] ?? '', `${process.pid}\n`)
process.on('message', ({ id }: PrintJob) => {
  const file = new TextEncoder().encode(String(process.pid))
  process.send?.({ id, ok: true, is: 'printed', file, leftOut: 0, missing: [], accessible: true })
})
process.on('disconnect', () => process.exit(0))
