/** Somebody's own server at the other end of a webhook: keeps what came, and answers as the test says. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly url: string
  readonly body: string
}

export interface ReceiverAnswer {
  readonly status: number
  readonly headers?: Record<string, string>
}

export interface Receiver {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  /** For the next call; afterwards 200 again. `'silence'` never answers. */
  next(...answers: readonly (ReceiverAnswer | 'silence')[]): void
  /** For every call from now on. */
  always(answer: ReceiverAnswer): void
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const queue: (ReceiverAnswer | 'silence')[] = []
  let usual: ReceiverAnswer = { status: 200 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, url: request.url ?? '', body: Buffer.concat(chunks).toString() })
      const answer = queue.shift() ?? usual
      if (answer === 'silence') return
      response.writeHead(answer.status, answer.headers).end('an answer that nobody reads')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    next: (...answers) => void queue.push(...answers),
    always: (answer) => {
      usual = answer
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
