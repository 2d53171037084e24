/**
 * The stock y-websocket provider with what Throughline adds: receipts (frame 101), so that "Saved" is true, and my own
 * presence only (the stock client sends on what it hears from others, which makes traffic grow with the square).
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { FRAME } from '@throughline/shared/protocol'
import { CountingSocket } from './counting-socket.ts'
import { savedState, type SavedState } from './saved-state.ts'

/** After this many ms of unanswered sending people are told "Saving…": sooner it would only flicker. */
export const SAY_SAVING_AFTER_MS = 400

/** A socket can stand open although nobody is at its other end; after this long without an answer nobody is. */
export const OUT_OF_REACH_AFTER_MS = 8_000

export interface ConnectionOptions {
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
  /** `ws://…/sync` */
  readonly url: string
  /** `<mapId>/canvas` */
  readonly name: string
  readonly canWrite: boolean
  readonly onChange: (state: SavedState) => void
  /** Who stands behind awareness ids, by the server's word: what a peer says of itself proves nothing. */
  readonly onPeople: (people: ReadonlyMap<number, Known>) => void
}

export interface Known {
  /** Opaque; two windows of one person share it. */
  readonly person: string
  readonly role: string
}

function readPeople(decoder: decoding.Decoder): ReadonlyMap<number, Known> {
  const people = new Map<number, Known>()
  const count = decoding.readVarUint(decoder)
  for (let at = 0; at < count; at += 1) {
    const id = decoding.readVarUint(decoder)
    people.set(id, { person: decoding.readVarString(decoder), role: decoding.readVarString(decoder) })
  }
  return people
}

export class Connection {
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  #receipted = 0
  #edited = false
  #everSynced = false
  #refusedWith: number | null = null
  #told: SavedState = { is: 'opening' }
  #saving: ReturnType<typeof setTimeout> | null = null
  #unanswered: ReturnType<typeof setTimeout> | null = null
  #isSilent = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    const { doc, awareness, url, name } = options
    const provider = new WebsocketProvider(url, name, doc, {
      awareness,
      connect: false,
      disableBc: true,
      params: { app: '1' },
      WebSocketPolyfill: CountingSocket,
    })
    this.#provider = provider
    provider.messageHandlers[FRAME.receipt] = (_encoder, decoder) => this.#receive(decoding.readVarUint(decoder))
    provider.messageHandlers[FRAME.people] = (_encoder, decoder) => options.onPeople(readPeople(decoder))
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#receipted = 0
      this.#evaluate()
    })
    provider.on('sync', (synced) => {
      if (synced) this.#everSynced = true
      this.#evaluate()
    })
    provider.on('closed', ({ code }) => {
      this.#refusedWith = code
      this.#evaluate()
    })
    doc.on('update', this.#onUpdate)
    awareness.off('update', provider._awarenessUpdateHandler)
    awareness.on('update', this.#sendPresence)
    // Tells the server at once that this person has gone, instead of letting a dead cursor stand for half a minute.
    window.addEventListener('pagehide', this.#leave)
    window.addEventListener('online', this.#comeBack)
    provider.connect()
  }

  close(): void {
    this.#leave()
    window.removeEventListener('pagehide', this.#leave)
    window.removeEventListener('online', this.#comeBack)
    this.#options.doc.off('update', this.#onUpdate)
    this.#options.awareness.off('update', this.#sendPresence)
    if (this.#saving !== null) clearTimeout(this.#saving)
    this.#hearAnswer()
    this.#provider.destroy()
  }

  /** Whether leaving now would lose something. */
  get unsaved(): boolean {
    return this.#edited
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return
    this.#edited = true
    this.#evaluate()
  }

  readonly #sendPresence = ({
    added,
    updated,
    removed,
  }: {
    added: number[]
    updated: number[]
    removed: number[]
  }): void => {
    const { awareness, doc } = this.#options
    if (![...added, ...updated, ...removed].includes(doc.clientID)) return
    const { ws, wsconnected } = this.#provider
    if (!wsconnected || ws === null || ws.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, FRAME.awareness)
    encoding.writeVarUint8Array(encoder, awarenessProtocol.encodeAwarenessUpdate(awareness, [doc.clientID]))
    ws.send(encoding.toUint8Array(encoder))
  }

  readonly #leave = (): void =>
    awarenessProtocol.removeAwarenessStates(this.#options.awareness, [this.#options.doc.clientID], 'leaving')

  /** The network is back: try at once rather than at the end of the current pause. */
  readonly #comeBack = (): void => {
    if (this.#refusedWith !== null || this.#provider.wsconnected) return
    this.#provider.disconnect()
    this.#provider.connect()
  }

  #receive(count: number): void {
    this.#receipted = count
    this.#hearAnswer()
    this.#evaluate()
  }

  #evaluate(): void {
    const socket = this.#provider.ws
    const sent = socket instanceof CountingSocket ? socket.sent : 0
    const facts = {
      everSynced: this.#everSynced,
      synced: this.#provider.synced,
      canWrite: this.#options.canWrite,
      sent,
      receipted: this.#receipted,
      edited: this.#edited,
      refusedWith: this.#refusedWith,
    }
    const state = savedState(facts)
    // The provider answers step 1 with everything it has, so a receipt for all frames covers what was made offline.
    if (state.is === 'saved' && sent > 0) this.#edited = false
    if (state.is === 'saving') {
      this.#saySavingSoon()
      return
    }
    this.#hearAnswer()
    this.#tell(state)
  }

  #hearAnswer(): void {
    if (this.#unanswered !== null) clearTimeout(this.#unanswered)
    this.#unanswered = null
    this.#isSilent = false
  }

  #saySavingSoon(): void {
    if (this.#isSilent) return
    this.#unanswered ??= setTimeout(() => {
      this.#isSilent = true
      this.#tell({ is: 'offline', waiting: true })
    }, OUT_OF_REACH_AFTER_MS)
    this.#saving ??= setTimeout(() => this.#tell({ is: 'saving' }), SAY_SAVING_AFTER_MS)
  }

  #tell(state: SavedState): void {
    if (this.#saving !== null) clearTimeout(this.#saving)
    this.#saving = null
    if (JSON.stringify(state) === JSON.stringify(this.#told)) return
    this.#told = state
    this.#options.onChange(state)
  }
}
