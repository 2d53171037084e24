/** A stock client without a socket: its document, what it sends when asked, and what it makes of what it hears. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { AppError } from '@throughline/shared/errors'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import type { Member, TickFrames } from '../src/rooms/member.ts'
import type { Room } from '../src/rooms/room.ts'

export class FakePeer implements Member {
  readonly identity: string
  readonly person: string
  readonly role = 'editor'
  readonly lane = 'write'
  readonly app = true
  readonly doc = new Y.Doc()
  refused: AppError | null = null
  /** How often the server has asked for what it lacks. */
  asked = 0
  receipted = 0
  #sent = 0
  #room: Room | null = null

  constructor(id: number) {
    this.identity = this.person = `person ${id}`
    this.doc.clientID = id
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(update)
    })
  }

  /** Frames of this connection that have no receipt yet. */
  get unsaved(): number {
    return this.#sent - this.receipted
  }

  join(room: Room): void {
    if (this.#room === room && !room.isClosed) return
    this.leave()
    this.#room = room
    this.#sent = 0
    this.receipted = 0
    room.join(this)
    room.answer(this, Y.encodeStateVector(this.doc))
  }

  leave(): void {
    this.#room?.leave(this)
    this.#room = null
  }

  say(update: Uint8Array): void {
    if (this.#room === null || this.#room.isClosed) return
    this.#sent += 1
    this.#room.receive(this, update, this.#sent)
  }

  /** One message. */
  send(payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload)
    if (decoding.readVarUint(decoder) !== FRAME.sync) return
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind !== SYNC.step1) {
      Y.applyUpdate(this.doc, bytes, this)
      return
    }
    this.asked += 1
    this.say(Y.encodeStateAsUpdate(this.doc, bytes))
  }

  /** Whole WebSocket messages, one after the other. */
  sendMade(messages: Buffer): void {
    for (let rest = messages; rest.length > 0;) {
      const short = (rest[1] ?? 0) & 127
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
      this.send(Uint8Array.from(rest.subarray(header, header + length)))
      rest = rest.subarray(header + length)
    }
  }

  write({ doc }: TickFrames): void {
    if (doc !== null) this.sendMade(doc)
  }

  receipt(count: number): void {
    this.receipted = Math.max(this.receipted, count)
  }

  refuse(error: AppError): void {
    this.refused = error
    this.#room = null
  }
}
