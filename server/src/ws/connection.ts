/**
 * One socket on `/sync/<mapId>/<document>`: the y-websocket protocol, as the contract has it.
 *
 * - **CN1** Nothing that a client sends throws past this file: a bad frame closes this connection, with a code.
 * - **CN2** A reader's step 2 is ignored, its update closes with 4403, its presence is welcome.
 * - **CN3** Frames that come before the document is loaded wait, in order.
 * - **CN4**, **CN5** Slow readers and fast senders: `outflow.ts`, `inflow.ts`.
 * - **CN7** While the canvas is locked for this person, what they send changes nothing and has no receipt, and nobody is
 *   sent away: their client keeps it. Once it is open they are asked for all that they have, and until that is here
 *   nothing of theirs is taken or receipted.
 * - **CN6** A probe is answered at once, also while the document is still being loaded.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { laneFor, type DocumentName, type Lane, type Role } from '@throughline/shared/access'
import { AppError, asAppError, ERROR_KINDS } from '@throughline/shared/errors'
import { FRAME, sayComeBack } from '@throughline/shared/protocol'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import type { Caller } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import {
  awarenessFrame,
  checkUpdate,
  lockFrame,
  receiptFrame,
  type Member,
  type Room,
  type TickFrames,
} from '../rooms/index.ts'
import type { CanvasLock } from './canvas-lock.ts'
import { Inflow } from './inflow.ts'
import { Outflow } from './outflow.ts'
import { readFrame, type Message } from './read-frame.ts'

/**
 * The stock client gives up on a connection that is silent for 30 s, and pings do not count; the contract says 20 s.
 * Looked at every 5 s, so this plus 5 s is the longest silence.
 */
const SILENCE_AT_MOST_MS = 12_000
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
  readonly app: boolean
  readonly #parts: Pick<ConnectionParts, 'ws' | 'clock' | 'log' | 'metrics' | 'onClose'>
  #room: Room | null = null
  #waiting: Uint8Array[] = []
  #received = 0
  #receipted = 0
  /** What the role allows, whatever is locked. */
  readonly #lane: Lane
  readonly #isCanvas: boolean
  #lock: CanvasLock | null = null
  /** CN7. */
  #owes = false
  readonly #in: Inflow
  readonly #out: Outflow
  #step1 = { since: 0, count: 0 }
  #done = false

  constructor(parts: ConnectionParts) {
    const { caller, document, app, address, clock, log, metrics, ws, socket, onClose } = parts
    // Not all of them: a connection lives for hours, and there are thousands.
    this.#parts = { ws, clock, log, metrics, onClose }
    this.map = caller.map
    this.keyId = caller.key.id
    this.expiresAt = caller.key.expiresAt
    this.address = address
    this.identity = `${caller.key.id} ${caller.personId}`
    this.person = caller.personId
    this.role = caller.role
    this.#lane = laneFor(caller.role, document)
    this.#isCanvas = document === 'canvas'
    this.app = app
    this.#in = new Inflow(ws, clock)
    this.#out = new Outflow(ws, socket, clock)
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary))
    ws.on('pong', () => this.#in.heard())
    // Framing errors close the socket by themselves; without a listener they would end the process.
    ws.on('error', (error) => log.debug('socket error', { map: this.map, ...describeError(error) }))
    ws.on('close', () => this.#end())
  }

  get lane(): Lane {
    return this.#isLocked ? 'read' : this.#lane
  }

  get #isLocked(): boolean {
    return this.#lane === 'write' && this.#lock !== null && !this.#lock.spares.has(this.person)
  }

  /** CN7. Before it enters a room and each time that something is new. */
  lock(lock: CanvasLock | null): void {
    if (!this.#isCanvas || this.#lane !== 'write') return
    const before = this.#isLocked
    this.#lock = lock
    if (this.app) this.send(lockFrame(this.#isLocked, lock?.by ?? ''))
    if (this.#room === null) this.#owes = this.#isLocked
    else if (before && !this.#isLocked && this.#owes) this.#room.ask(this)
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
    if (!this.#done) this.#out.send(payload)
  }

  sendMade(messages: Buffer): void {
    if (!this.#done) this.#out.sendMade(messages)
  }

  write(tick: TickFrames): void {
    if (!this.#done) this.#out.write(tick)
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
    const reason = error.kind === 'restarting' ? sayComeBack(error.message, Math.random()) : error.message
    ws.close(close, reason.slice(0, REASON_LENGTH))
  }

  /** Looks after a connection every few seconds: keeps it warm, lets go of it when it is dead. */
  sweep(now: number): void {
    if (this.#done) return
    const { ws } = this.#parts
    if (now - this.#in.lastHeard > LIMITS.deadMs || this.#out.isStuck(now)) {
      ws.terminate()
      return
    }
    // Its document is whole again with one answer to an empty state vector.
    if (this.#out.takeCaughtUp()) this.#room?.answer(this, EMPTY_STATE_VECTOR)
    if (now - this.#out.lastSent >= SILENCE_AT_MOST_MS) this.send(NOTHING_NEW)
    ws.ping()
  }

  endIfExpired(now: number): void {
    if (this.expiresAt !== null && this.expiresAt <= now)
      this.refuse(new AppError('not-allowed', 'This key has expired.'))
  }

  #hear(data: Buffer, isBinary: boolean): void {
    if (this.#done) return
    const { metrics, ws, log } = this.#parts
    metrics.frameIn(data.length)
    const wait = this.#in.count(data.length)
    if (wait > 0) log.debug('connection slowed down', { map: this.map, key: this.keyId, ms: wait })
    if (!isBinary) {
      this.#end()
      ws.close(1003, 'Binary messages only.')
      return
    }
    if (this.app && data[0] === FRAME.probe) this.#answerProbe(data)
    else if (this.#room !== null) this.#handle(data)
    else if (this.#waiting.length < LIMITS.waitingMessages) this.#waiting.push(data)
    else this.refuse(new AppError('slow-down', 'Too many messages before the map was open.'))
  }

  /** CN6. */
  #answerProbe(data: Buffer): void {
    if (data.length <= LIMITS.probeBytes) this.send(data)
    else this.refuse(new AppError('bad-frame', 'A probe is one number.'))
  }

  #handle(frame: Uint8Array): void {
    if (this.#done || this.#room === null) return
    try {
      this.#take(readFrame(frame, this.lane), this.#room)
    } catch (error) {
      if (!(error instanceof AppError)) this.#parts.log.debug('bad frame', { map: this.map, ...describeError(error) })
      this.refuse(error instanceof AppError ? error : new AppError('bad-frame', 'A message could not be read.'))
    }
  }

  #take(message: Message, room: Room): void {
    switch (message.is) {
      case 'question':
        this.#countStep1()
        room.answer(this, message.stateVector)
        return
      case 'answer':
      case 'update':
        this.#received += 1
        this.#takeUpdate(message, room)
        return
      case 'presence':
        room.receivePresence(this, message.entries)
        return
      case 'who is here':
        room.sendPresence(this)
        return
      case 'overlooked':
    }
  }

  #countStep1(): void {
    const now = this.#parts.clock.now()
    if (now - this.#step1.since > LIMITS.questions.inMs) this.#step1 = { since: now, count: 0 }
    this.#step1.count += 1
    if (this.#step1.count > LIMITS.questions.most)
      throw new AppError('slow-down', 'Too many questions for the whole document.')
  }

  #takeUpdate({ is, update }: Extract<Message, { readonly update: Uint8Array }>, room: Room): void {
    if (this.#lane !== 'write') {
      if (is === 'update') throw new AppError('not-allowed', 'This key may read here, not write.')
      room.acknowledge(this, this.#received)
      return
    }
    if (this.#isLocked) this.#owes = true
    if (is === 'answer' && !this.#isLocked) this.#owes = false
    if (this.#owes) return
    // Throws on what is no update before any of it gets into the document.
    const frames = checkUpdate(update)
    room.receive(this, update, this.#received, frames)
  }

  #end(): void {
    if (this.#done) return
    this.#done = true
    this.#in.stop()
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
