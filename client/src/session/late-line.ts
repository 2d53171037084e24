/**
 * A silent line that is given up may only be slow, and then brings the edits that are on it to the server before this page
 * knows what others did: the server merges, and of a value that Yjs lets go of nothing is left. But what others did is on
 * its way here over the same line. So it is listened to for as long as the server keeps it, or a little after it has spoken.
 */
import * as decoding from 'lib0/decoding'
import { FRAME } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import type { CountingSocket } from './counting-socket.ts'
import { changesIn } from './frames.ts'

/** So long after its first word it has brought what it held. */
const ONCE_HEARD_MS = 3_000

export class LateLine {
  readonly #socket: Pick<CountingSocket, 'listen' | 'release'>
  readonly #hear: (theirs: Uint8Array) => void
  #end: ReturnType<typeof setTimeout>

  /** To be made before the provider lets go of the socket. */
  constructor(socket: Pick<CountingSocket, 'listen' | 'release'>, hear: (theirs: Uint8Array) => void) {
    this.#socket = socket
    this.#hear = hear
    this.#end = setTimeout(this.release, LIMITS.deadMs)
    socket.listen(this.#take)
  }

  readonly release = (): void => {
    clearTimeout(this.#end)
    this.#socket.release()
  }

  readonly #take = (frame: Uint8Array<ArrayBuffer>): void => {
    clearTimeout(this.#end)
    this.#end = setTimeout(this.release, ONCE_HEARD_MS)
    const decoder = decoding.createDecoder(frame)
    const theirs = decoding.readVarUint(decoder) === FRAME.sync ? changesIn(decoder) : null
    if (theirs !== null) this.#hear(theirs)
  }
}
