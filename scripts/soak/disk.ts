/** A disk that is full again and again, and has room again, under one running server. */
import { join } from 'node:path'
import { fillAndMakeRoom, problemsIn } from '../../server/test/full-disk.ts'
import { canLimit } from '../../server/test/limit-files.ts'
import { startProcess } from '../../server/test/start-process.ts'
import { inNewFolder, type Outcome } from './outcome.ts'

export async function soakDisk(times: number): Promise<Outcome> {
  if (!canLimit) return { wrong: [], said: 'left out: this system has no prlimit' }
  return inNewFolder(async (DATA_DIR) => {
    const server = await startProcess({ DATA_DIR }, { logFile: join(DATA_DIR, 'server.log') })
    const wrong: string[] = []
    try {
      for (let time = 1; time <= times; time += 1)
        for (const one of await fillAndMakeRoom(server)) wrong.push(`time ${time}: ${one}`)
    } finally {
      await server.end('SIGTERM')
    }
    wrong.push(...problemsIn(DATA_DIR))
    return { wrong, said: `${times} times full and free again, without a restart` }
  })
}
