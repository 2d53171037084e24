/** Stands in for a process that a native call has caught: it takes a job and says nothing ever again. */
import process from 'node:process'

process.on('message', () => {
  for (;;);
})
