/**
 * A WebSocket client that costs next to nothing, so that the load generator is not what gets measured: frames are made
 * beforehand, and one who only has to be there throws away what it reads.
 */
import { connect, type Socket } from 'node:net'

/** One for all: a read is handed over before the next one begins. */
const READ_INTO = Buffer.allocUnsafe(256 * 1024)
const END_OF_HEAD = '\r\n\r\n'
/** RFC 6455 wants some key; which one is nobody's business here. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const CLOSE = 8

export type OnMessage = (payload: Uint8Array) => void

/** A whole message as a client sends it: masked with zeros, which leaves it as it is. */
export function clientFrame(payload: Uint8Array): Buffer {
  const { length } = payload
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + extra + length)
  frame[0] = 0x82
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
  if (extra === 2) frame.writeUInt16BE(length, 2)
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(payload, 6 + extra)
  return frame
}

export class LeanSocket {
  /** Resolves after the handshake; rejects when there is none. */
  readonly opened: Promise<void>
  readonly closed: Promise<void>
  readonly #socket: Socket
  #onMessage: OnMessage | null
  #isOpen = false
  #rest: Buffer = Buffer.alloc(0)
  /** What has come since `#rest` was put together, and how much there must be before looking again is worth it. */
  #later: Buffer[] = []
  #laterBytes = 0
  #wanted = 0
  #parts: Uint8Array[] = []

  constructor(port: number, path: string, onMessage: OnMessage) {
    this.#onMessage = onMessage
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: READ_INTO, callback: (size, buffer) => this.#read(buffer, size) },
    })
    this.closed = new Promise((resolve) => this.#socket.once('close', () => resolve()))
    this.opened = new Promise((resolve, reject) => {
      this.#opened = resolve
      this.#socket.once('error', reject)
      this.#socket.once('close', () => reject(new Error('closed before the handshake')))
    })
    this.opened.catch(() => {})
    this.#socket.on('error', () => {})
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${KEY}\r\nSec-WebSocket-Version: 13${END_OF_HEAD}`,
    )
  }

  #opened: () => void = () => {}

  /** A frame made by `clientFrame`. */
  send(frame: Buffer): void {
    if (this.#socket.writable) this.#socket.write(frame)
  }

  /** From here on nothing is looked at any more. */
  discard(): void {
    this.#onMessage = null
    this.#rest = Buffer.alloc(0)
    this.#later = []
    this.#parts = []
  }

  end(): void {
    this.#socket.destroy()
  }

  #read(buffer: Uint8Array, size: number): boolean {
    if (this.#onMessage === null && this.#isOpen) return true
    // Copied, since the next read goes into the same buffer; put together once, or a large message would cost its square.
    this.#later.push(Buffer.from(buffer.subarray(0, size)))
    this.#laterBytes += size
    if (this.#rest.length + this.#laterBytes < this.#wanted) return true
    this.#rest = Buffer.concat([this.#rest, ...this.#later])
    this.#later = []
    this.#laterBytes = 0
    this.#wanted = 0
    if (!this.#isOpen && !this.#readHead()) return true
    while (this.#readFrame());
    return true
  }

  #readHead(): boolean {
    const end = this.#rest.indexOf(END_OF_HEAD)
    if (end < 0) return false
    if (!this.#rest.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
      this.#socket.destroy()
      return false
    }
    this.#rest = this.#rest.subarray(end + END_OF_HEAD.length)
    this.#isOpen = true
    this.#opened()
    return true
  }

  #readFrame(): boolean {
    const rest = this.#rest
    const short = (rest[1] ?? 0) & 127
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (rest.length < header) return false
    const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
    if (rest.length < header + length) {
      this.#wanted = header + length
      return false
    }
    const payload = rest.subarray(header, header + length)
    this.#rest = rest.subarray(header + length)
    this.#take(rest[0] ?? 0, payload)
    return this.#onMessage !== null
  }

  #take(first: number, payload: Uint8Array): void {
    const kind = first & 15
    if (kind === CLOSE) this.#socket.destroy()
    if (kind > 2) return
    this.#parts.push(payload)
    if ((first & 0x80) === 0) return
    const whole = this.#parts.length === 1 ? payload : Buffer.concat(this.#parts)
    this.#parts = []
    this.#onMessage?.(whole)
  }
}
