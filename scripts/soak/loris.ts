/** Connections that never get anywhere: silent ones, headers and frames and bodies of a byte a second. */
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { LIMITS } from '../../shared/src/schema/index.ts'

const DRIP_MS = 1_000
/** The server looks every five seconds; a busy machine a little later. */
const GRACE_MS = 20_000

export interface Loris {
  /** Waits until the server has cut all that it ought to cut; how many it has not. */
  leftOver(): Promise<number>
  /** Ends the rest. */
  close(): void
}

interface Slow {
  readonly socket: Socket
  /** What stands before the dripping. */
  readonly opening: string
  closed: boolean
}

/** `each` of every kind. `path` is that of a socket with a key that opens it. */
export async function openLoris(port: number, path: string, each: number): Promise<Loris> {
  const host = `Host: 127.0.0.1:${port}\r\n`
  const upgrade =
    `GET ${path} HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n` +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n'
  const openings = [
    '',
    'GET /sy',
    `${upgrade}X-Slow: `,
    // A whole handshake, then the head of a masked message of a megabyte.
    `${upgrade}\r\n\x82\xff\0\0\0\0\0\x10\0\0\0\0\0\0`,
    `POST /api/maps HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
  ]
  const slow = openings.flatMap((opening) => Array.from({ length: each }, () => open(port, opening)))
  await Promise.all(slow.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))))
  const drip = setInterval(() => {
    for (const { socket, opening, closed } of slow) if (!closed && opening !== '') socket.write('a')
  }, DRIP_MS)
  const isLate = ({ closed, opening }: Slow) => !closed && !opening.startsWith('POST')
  const end = performance.now() + Math.max(LIMITS.headersMs, LIMITS.deadMs) + GRACE_MS
  return {
    async leftOver() {
      while (slow.some(isLate) && performance.now() < end) await pause(DRIP_MS)
      return slow.filter(isLate).length
    },
    close() {
      clearInterval(drip)
      for (const { socket } of slow) socket.destroy()
    },
  }
}

function open(port: number, opening: string): Slow {
  const slow: Slow = { socket: connect(port, '127.0.0.1'), opening, closed: false }
  slow.socket.on('error', () => {})
  slow.socket.on('close', () => (slow.closed = true))
  slow.socket.resume()
  if (opening !== '') slow.socket.write(Buffer.from(opening, 'latin1'))
  return slow
}
