/** What never became a request: answered on the bare socket, as problem details like everything else. */
import type { Duplex } from 'node:stream'
import { problemType, PROBLEM_MEDIA_TYPE } from '@throughline/shared/protocol'

const ANSWERS: Readonly<Record<string, readonly [status: number, title: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers are larger than the server takes.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Content Too Large', 'The chunk extensions are larger than the server takes.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive.'],
}
const UNREADABLE = [400, 'Bad Request', 'The request could not be read.'] as const

export function answerUnreadable({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, title, detail] = ANSWERS[code] ?? UNREADABLE
  const body = JSON.stringify({ type: problemType('bad-request'), title, status, detail, kind: 'bad-request' })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
