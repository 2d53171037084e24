/**
 * One socket on `/sync/<mapId>/<document>`: the y-websocket protocol, as the contract has it.
 *
 * - **CN1** Nothing that a client sends throws past this file: a bad frame closes this connection, with a code.
 * - **CN2** A reader's step 2 is ignored, its update closes with 4403, its presence is welcome.
 * - **CN3** Frames that come before the document is loaded wait, in order.
 * - **CN4** One that does not read is not buffered for: presence stops first, then the document, then the connection.
 * - **CN5** One that sends more than its allowance is read more slowly; nobody else notices, and nothing is lost.
 * - **CN6** A probe is answered at once, also while the document is still being loaded.
 */
import type { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import { laneFor, type DocumentName, type Lane, type Role } from '@throughline/shared/access'
import { AppError, asAppError, ERROR_KINDS } from '@throughline/shared/errors'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import type { Caller } from '../access/index.ts'
import { Bucket } from '../allowance.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import {
  awarenessFrame,
  checkUpdate,
  readBytes,
  readWhole,
  receiptFrame,
  type Member,
  type Room,
  type TickFrames,
} from '../rooms/index.ts'

/**
 * The stock client gives up on a connection that is silent for 30 s, and pings do not count; the contract says 20 s.
 * Looked at every 5 s, so this plus 5 s is the longest silence.
 */
const SILENCE_AT_MOST_MS = 12_000
/** A ping goes out in every sweep; so long without any answer and the other end is gone. */
const DEAD_AFTER_MS = 45_000
/** Bytes that a socket may owe its reader before presence stops, the document stops, the connection ends. */
const NO_PRESENCE_ABOVE = 1024 * 1024
const NO_DOCUMENT_ABOVE = 8 * 1024 * 1024
const CLOSE_ABOVE = 160 * 1024 * 1024
const BEHIND_AT_MOST_MS = 30_000
/** Its type and a number. */
const PROBE_BYTES = 16
/** What may wait for the document to load. */
const WAITING_FRAMES = 2_000
/** Each answer to a step 1 encodes the document anew; stock clients ask once a connection, or once a second. */
const STEP1_AT_MOST = 20
const STEP1_WINDOW_MS = 10_000
/** A close frame's reason may have 123 bytes; all our sentences are ASCII. */
const REASON_LENGTH = 120

export interface ConnectionParts {
  readonly ws: WebSocket
  /** The same connection underneath, for frames that were made once for everybody. */
  readonly socket: Duplex
  readonly caller: Caller
  readonly document: DocumentName
  readonly app: boolean
  readonly address: string
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly onClose: (connection: Connection) => void
}

const NOTHING_NEW = awarenessFrame([])
const EMPTY_STATE_VECTOR = new Uint8Array([0])

export class Connection implements Member {
  readonly map: MapId
  readonly keyId: string
  readonly expiresAt: EpochMs | null
  readonly address: string
  readonly identity: string
  readonly person: string
  readonly role: Role
  readonly lane: Lane
  readonly app: boolean
  readonly #parts: ConnectionParts
  #room: Room | null = null
  #waiting: Uint8Array[] = []
  #received = 0
  #receipted = 0
  #lastSent: number
  #lastHeard: number
  /** Since when document frames are held back; null while they are not. */
  #behindSince: number | null = null
  #step1 = { since: 0, count: 0 }
  readonly #messages: Bucket
  readonly #bytes: Bucket
  #callOffResume: (() => void) | null = null
  #done = false

  constructor(parts: ConnectionParts) {
    const { caller, document, app, address, clock, ws } = parts
    this.#parts = parts
    this.map = caller.map
    this.keyId = caller.key.id
    this.expiresAt = caller.key.expiresAt
    this.address = address
    this.identity = `${caller.key.id} ${caller.personId}`
    this.person = caller.personId
    this.role = caller.role
    this.lane = laneFor(caller.role, document)
    this.app = app
    this.#lastSent = clock.now()
    this.#lastHeard = clock.now()
    this.#messages = new Bucket(LIMITS.messages, clock.now())
    this.#bytes = new Bucket(LIMITS.messageBytes, clock.now())
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary))
    ws.on('pong', () => (this.#lastHeard = clock.now()))
    // Framing errors close the socket by themselves; without a listener they would end the process.
    ws.on('error', (error) => parts.log.debug('socket error', { map: this.map, ...describeError(error) }))
    ws.on('close', () => this.#end())
  }

  enter(room: Room): void {
    if (this.#done) return
    if (room.isClosed) {
      this.refuse(new AppError('restarting', 'The map is being closed; come back.'))
      return
    }
    this.#room = room
    room.join(this)
    const waiting = this.#waiting
    this.#waiting = []
    for (const frame of waiting) this.#handle(frame)
  }

  send(payload: Uint8Array): void {
    const { ws, clock } = this.#parts
    if (this.#done || ws.readyState !== ws.OPEN) return
    this.#lastSent = clock.now()
    ws.send(payload)
  }

  sendMade(messages: Buffer): void {
    const { ws, socket, clock } = this.#parts
    if (this.#done || ws.readyState !== ws.OPEN) return
    this.#lastSent = clock.now()
    socket.write(messages)
  }

  write({ doc, presence, both }: TickFrames): void {
    const { ws, socket, clock } = this.#parts
    if (this.#done || ws.readyState !== ws.OPEN) return
    const owed = socket.writableLength
    if (doc !== null && (this.#behindSince !== null || owed > NO_DOCUMENT_ABOVE)) {
      this.#behindSince ??= clock.now()
      return
    }
    const bytes = owed > NO_PRESENCE_ABOVE ? doc : this.#behindSince === null ? both : presence
    if (bytes === null) return
    this.#lastSent = clock.now()
    socket.write(bytes)
  }

  receipt(count: number): void {
    if (count <= this.#receipted) return
    this.#receipted = count
    if (this.app) this.send(receiptFrame(count))
  }

  refuse(error: AppError): void {
    if (this.#done) return
    const { ws, log, metrics } = this.#parts
    const { close, log: level } = ERROR_KINDS[error.kind]
    log[level]('connection closed', { map: this.map, key: this.keyId, kind: error.kind, code: close })
    metrics.refused()
    this.#end()
    ws.close(close, error.message.slice(0, REASON_LENGTH))
  }

  /** Looks after a connection every few seconds: keeps it warm, lets go of it when it is dead. */
  sweep(now: number): void {
    const { ws, socket } = this.#parts
    if (this.#done) return
    const stuck = this.#behindSince !== null && now - this.#behindSince > BEHIND_AT_MOST_MS
    if (now - this.#lastHeard > DEAD_AFTER_MS || stuck || socket.writableLength > CLOSE_ABOVE) {
      ws.terminate()
      return
    }
    if (this.#behindSince !== null && socket.writableLength < NO_PRESENCE_ABOVE) this.#catchUp()
    if (now - this.#lastSent >= SILENCE_AT_MOST_MS) this.send(NOTHING_NEW)
    ws.ping()
  }

  endIfExpired(now: number): void {
    if (this.expiresAt !== null && this.expiresAt <= now)
      this.refuse(new AppError('not-allowed', 'This key has expired.'))
  }

  #hear(data: Buffer, isBinary: boolean): void {
    if (this.#done) return
    const { clock, metrics, ws } = this.#parts
    this.#lastHeard = clock.now()
    metrics.frameIn(data.length)
    this.#slowDown(data.length)
    if (!isBinary) {
      this.#end()
      ws.close(1003, 'Binary messages only.')
      return
    }
    if (this.app && data[0] === FRAME.probe) this.#answerProbe(data)
    else if (this.#room !== null) this.#handle(data)
    else if (this.#waiting.length < WAITING_FRAMES) this.#waiting.push(data)
    else this.refuse(new AppError('slow-down', 'Too many messages before the map was open.'))
  }

  /** CN6. */
  #answerProbe(data: Buffer): void {
    if (data.length <= PROBE_BYTES) this.send(data)
    else this.refuse(new AppError('bad-frame', 'A probe is one number.'))
  }

  /** CN5. A ping is not heard either meanwhile, so that the pause counts as hearing from it. */
  #slowDown(bytes: number): void {
    const { clock, ws, log } = this.#parts
    const now = clock.now()
    const wait = Math.max(this.#messages.spend(1, now), this.#bytes.spend(bytes, now))
    if (wait === 0 || this.#callOffResume !== null) return
    log.debug('connection slowed down', { map: this.map, key: this.keyId, ms: wait })
    ws.pause()
    this.#callOffResume = clock.after(wait, () => {
      this.#callOffResume = null
      this.#lastHeard = clock.now()
      ws.resume()
    })
  }

  #handle(frame: Uint8Array): void {
    if (this.#done || this.#room === null) return
    try {
      this.#read(frame, this.#room)
    } catch (error) {
      if (!(error instanceof AppError)) this.#parts.log.debug('bad frame', { map: this.map, ...describeError(error) })
      this.refuse(error instanceof AppError ? error : new AppError('bad-frame', 'A message could not be read.'))
    }
  }

  #read(frame: Uint8Array, room: Room): void {
    const decoder = decoding.createDecoder(frame)
    switch (readWhole(decoder)) {
      case FRAME.sync:
        this.#readSync(decoder, room)
        return
      case FRAME.awareness:
        if (frame.length > LIMITS.presenceFrameBytes)
          throw new AppError('too-large', 'A presence message is too large.')
        room.receivePresence(this, readBytes(decoder))
        return
      case FRAME.queryAwareness:
        room.sendPresence(this)
        return
      case FRAME.auth:
        return
      default:
        throw new AppError('bad-frame', 'A message of unknown type.')
    }
  }

  #readSync(decoder: decoding.Decoder, room: Room): void {
    const kind = readWhole(decoder)
    // Before it is read: a frame may be both too large and malformed, and then its size is what the sender can mend.
    if (kind === SYNC.step1 && decoder.arr.length > LIMITS.stateVectorBytes)
      throw new AppError('too-large', 'That is no question a client asks.')
    const limit = kind === SYNC.update ? LIMITS.updateFrameBytes : LIMITS.documentBytes
    if (this.lane === 'write' && decoder.arr.length > limit)
      throw new AppError('too-large', 'That change is larger than the server takes.')
    const payload = readBytes(decoder)
    switch (kind) {
      case SYNC.step1:
        this.#countStep1()
        room.answer(this, payload)
        return
      case SYNC.step2:
      case SYNC.update:
        this.#received += 1
        this.#readUpdate(kind, payload, room)
        return
      default:
        throw new AppError('bad-frame', 'A sync message of unknown kind.')
    }
  }

  #countStep1(): void {
    const now = this.#parts.clock.now()
    if (now - this.#step1.since > STEP1_WINDOW_MS) this.#step1 = { since: now, count: 0 }
    this.#step1.count += 1
    if (this.#step1.count > STEP1_AT_MOST) throw new AppError('slow-down', 'Too many questions for the whole document.')
  }

  #readUpdate(kind: typeof SYNC.step2 | typeof SYNC.update, update: Uint8Array, room: Room): void {
    if (this.lane !== 'write') {
      if (kind === SYNC.update) throw new AppError('not-allowed', 'This key may read here, not write.')
      room.acknowledge(this, this.#received)
      return
    }
    // Throws on what is no update before any of it gets into the document.
    checkUpdate(update)
    room.receive(this, update, this.#received)
  }

  /** Its document is whole again with one answer to an empty state vector. */
  #catchUp(): void {
    this.#behindSince = null
    this.#room?.answer(this, EMPTY_STATE_VECTOR)
  }

  #end(): void {
    if (this.#done) return
    this.#done = true
    this.#callOffResume?.()
    this.#waiting = []
    this.#room?.leave(this)
    this.#room = null
    this.#parts.onClose(this)
  }
}

/** Closes a socket that was never let in. */
export function closeRefused(ws: WebSocket, error: unknown): void {
  const known = asAppError(error)
  ws.on('error', () => {})
  ws.close(ERROR_KINDS[known.kind].close, known.message.slice(0, REASON_LENGTH))
}
