/** What a server's process holds once everything that nobody needs has been collected, asked through its inspector. */
import { once } from 'node:events'
import type { ServerProcess } from '../../server/test/start-process.ts'

/** Flags of a server that can be asked. */
export const ASKABLE = ['--inspect=127.0.0.1:0']

const LISTENING = /Debugger listening on (ws:\S+)/

/** Bytes of objects and of what they hold outside the heap. Stops the server for some tens of milliseconds. */
export async function aliveBytes(server: ServerProcess): Promise<number> {
  const address = LISTENING.exec(server.complaint)?.[1]
  if (address === undefined) throw new Error('The server was not started so that it can be asked.')
  const inspector = new WebSocket(address)
  await once(inspector, 'open')
  try {
    // Twice: what is let go of in the first may free more in the second.
    await ask(inspector, 'HeapProfiler.collectGarbage')
    await ask(inspector, 'HeapProfiler.collectGarbage')
    const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'
    const { result } = await ask(inspector, 'Runtime.evaluate', { expression, returnByValue: true })
    return Number(result?.value)
  } finally {
    inspector.close()
  }
}

interface Answer {
  readonly result?: { readonly value?: unknown }
}

/** One question at a time. */
async function ask(inspector: WebSocket, method: string, params: object = {}): Promise<Answer> {
  const answered = once(inspector, 'message')
  inspector.send(JSON.stringify({ id: 1, method, params }))
  const [{ data }] = (await answered) as [{ readonly data: string }]
  return (JSON.parse(data) as { result: Answer }).result
}
