/** Stands in for a process that crashes on one brief and prints the next: an empty title is the one. */
import process from 'node:process'
import type { PrintJob } from '../print-child.ts'

process.on('message', ({ id, ...wish }: PrintJob) => {
  const brief = wish.is === 'brief' ? wish.brief : wish.minutes
  if (brief.title === '') process.kill(process.pid, 'SIGKILL')
  else process.send?.({ id, ok: true, file: new TextEncoder().encode(brief.title), leftOut: 0, accessible: true })
})
