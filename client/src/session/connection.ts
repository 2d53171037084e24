/**
 * The stock y-websocket provider with what Throughline adds: receipts (frame 101), so that "Saved" is true; probes
 * (frame 103), so that a dead line is found out; and my own presence only (the stock client sends on what it hears from
 * others, which makes traffic grow with the square).
 */
import * as decoding from 'lib0/decoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { FRAME } from '@throughline/shared/protocol'
import { ERROR_KINDS } from '@throughline/shared/errors'
import { CountingSocket } from './counting-socket.ts'
import type { DeviceCopy } from './device/device-copy.ts'
import { OTHER_WINDOW, OtherWindows } from './device/other-windows.ts'
import { Restart } from './restart.ts'
import { changesIn, PROBE, presenceFrame, readPeople, type Known } from './frames.ts'
import { LateLine } from './late-line.ts'
import { LineWatch, TICK_MS } from './line-watch.ts'
import { SlowReturn } from './slow-return.ts'
import { Unconfirmed } from './unconfirmed.ts'
import { isCovered, savedState, type SavedFacts, type SavedState, type Trouble } from './saved-state.ts'

/** After this many ms of unanswered sending people are told "Saving…": sooner it would only flicker. */
export const SAY_SAVING_AFTER_MS = 400
/** A server that is there lets one in sooner; then one tries again. */
const CONNECT_WITHIN_MS = 10_000
/** So long the map that this device has kept waits for the one from the server before it is shown. */
const SHOW_KEPT_AFTER_MS = 1_500
/** Codes with which the server says that it is there but does not take edits: storage, its own fault, too much at once. */
const TROUBLES: readonly number[] = [4500, 4503, 4529]

export interface ConnectionOptions {
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
  /** `ws://…/sync` */
  readonly url: string
  /** `<mapId>/canvas` */
  readonly name: string
  /** The life of the map that the document is of. */
  readonly epoch: string
  readonly canWrite: boolean
  /** Null where nothing is kept of the document. */
  readonly device: DeviceCopy | null
  readonly onChange: (state: SavedState) => void
  /** Who stands behind awareness ids, by the server's word: what a peer says of itself proves nothing. */
  readonly onPeople: (people: ReadonlyMap<number, Known>) => void
  /** The canvas has been locked for this person, or is open. Called before edits made here count as waiting for that. */
  readonly onLock?: (lock: Lock | null) => void
  /** Others did this while edits made here waited, or were late; called before any of it is merged. */
  readonly onMeanwhile?: (theirs: Uint8Array) => void
  /** A silent line is given up with edits on it; answers who hears what others did, as far as that line still tells. */
  readonly onGivenUp?: () => (theirs: Uint8Array) => void
}

/** Who has locked the canvas, by name; `''` where a stage of a workshop has. */
export interface Lock {
  readonly by: string
}

export class Connection {
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  readonly #windows: OtherWindows | null
  readonly #ticking: ReturnType<typeof setInterval>
  #line = new LineWatch(Date.now())
  readonly #restart = new Restart(() => this.#evaluate())
  readonly #slowReturn = new SlowReturn()
  readonly #unconfirmed = new Unconfirmed()
  /** One that was given up and may still bring something. */
  #late: LateLine | null = null
  #connectingSince = 0
  #receipted = 0
  /** A socket that was closing already when an edit was made; the next one's answer has it. */
  #missedBy: WebSocket | null = null
  #hasMap = false
  #locked = false
  #refusedWith: number | null = null
  #trouble: Trouble | null = null
  #told: SavedState = { is: 'opening' }
  #saving: ReturnType<typeof setTimeout> | null = null
  #showingKept: ReturnType<typeof setTimeout> | null = null
  #closed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    const { doc, awareness, url, name, epoch } = options
    const provider = new WebsocketProvider(url, name, doc, {
      awareness,
      connect: false,
      disableBc: true,
      params: { app: '1', epoch },
      WebSocketPolyfill: CountingSocket,
    })
    this.#provider = provider
    const takeSync = provider.messageHandlers[FRAME.sync]
    provider.messageHandlers[FRAME.sync] = (encoder, decoder, ...rest) => {
      this.#lookAhead(decoder)
      takeSync?.(encoder, decoder, ...rest)
    }
    provider.messageHandlers[FRAME.receipt] = (_encoder, decoder) => this.#receive(decoding.readVarUint(decoder))
    provider.messageHandlers[FRAME.people] = (_encoder, decoder) => options.onPeople(readPeople(decoder))
    provider.messageHandlers[FRAME.lock] = (_encoder, decoder) => this.#hearOfLock(decoder)
    provider.messageHandlers[FRAME.probe] = () => {}
    provider.on('status', ({ status }) => this.#onStatus(status))
    provider.on('sync', (synced) => {
      if (synced) {
        this.#hasMap = true
        this.#restart.stop()
      }
      this.#evaluate()
    })
    provider.on('connection-close', (event) => this.#onClose(event))
    provider.on('closed', ({ code }) => {
      this.#refusedWith = code
      this.#evaluate()
    })
    doc.on('update', this.#onUpdate)
    // Whoever only reads has no edits to tell, and takes none that the server has not.
    this.#windows = options.canWrite
      ? new OtherWindows(name, epoch, (update) => Y.applyUpdate(doc, update, OTHER_WINDOW))
      : null
    awareness.off('update', provider._awarenessUpdateHandler)
    awareness.on('update', this.#sendPresence)
    // Tells the server at once that this person has gone, instead of letting a dead cursor stand for half a minute.
    window.addEventListener('pagehide', this.#leave)
    window.addEventListener('online', this.#comeBack)
    window.addEventListener('offline', this.#doubt)
    document.addEventListener('visibilitychange', this.#doubt)
    this.#ticking = setInterval(() => this.#tick(), TICK_MS)
    void this.#start()
  }

  close(): void {
    this.#closed = true
    this.#leave()
    clearInterval(this.#ticking)
    window.removeEventListener('pagehide', this.#leave)
    window.removeEventListener('online', this.#comeBack)
    window.removeEventListener('offline', this.#doubt)
    document.removeEventListener('visibilitychange', this.#doubt)
    this.#windows?.close()
    this.#options.doc.off('update', this.#onUpdate)
    this.#options.awareness.off('update', this.#sendPresence)
    if (this.#saving !== null) clearTimeout(this.#saving)
    if (this.#showingKept !== null) clearTimeout(this.#showingKept)
    this.#restart.stop()
    this.#slowReturn.stop()
    this.#late?.release()
    this.#provider.destroy()
  }

  /** Evaluates anew: what the device keeps has changed. */
  readonly look = (): void => this.#evaluate()

  /** First what this device has: then the server sends the rest alone, and gets what waits. */
  async #start(): Promise<void> {
    const found = (await this.#options.device?.load()) ?? false
    if (this.#closed) return
    if (found) this.#showingKept = setTimeout(() => this.#showKept(), SHOW_KEPT_AFTER_MS)
    this.#provider.connect()
    this.#evaluate()
  }

  #showKept(): void {
    this.#hasMap = true
    this.#evaluate()
  }

  #onStatus(status: string): void {
    const now = Date.now()
    if (status === 'connecting') {
      this.#receipted = 0
      this.#connectingSince = now
      this.#unconfirmed.carry(this.#options.device?.waiting ?? false)
      void this.#options.device?.takeOver()
    }
    if (status === 'connected') this.#line = new LineWatch(now)
    this.#evaluate()
  }

  #onClose(event: CloseEvent | null): void {
    if (event?.code === ERROR_KINDS.restarting.close) this.#restart.begins(event.reason, this.#provider)
    if (event !== null) {
      const isTrouble = TROUBLES.includes(event.code)
      this.#trouble = isTrouble ? { code: event.code, why: event.reason } : null
      if (isTrouble) this.#slowReturn.begins(this.#provider)
    }
    // Whoever cannot get in needs no second and a half to be shown what is there.
    if (this.#showingKept !== null) this.#showKept()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    const { device } = this.#options
    if (origin === this.#provider) device?.keepTheirs(update)
    else {
      const { ws } = this.#provider
      // One that has not answered yet will answer with this edit too.
      if (ws instanceof CountingSocket && ws.answered && ws.readyState !== WebSocket.OPEN) this.#missedBy = ws
      if (origin !== device && origin !== OTHER_WINDOW) {
        device?.keepMine(update)
        this.#noteSent()
        if (!this.#provider.synced) this.#windows?.tell(update)
      }
    }
    this.#evaluate()
  }

  #noteSent(): void {
    const { ws, wsconnected, wsLastMessageReceived } = this.#provider
    if (wsconnected && ws instanceof CountingSocket)
      this.#unconfirmed.sent(ws.sent, Math.min(Date.now(), this.#line.silentSince(wsLastMessageReceived)))
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
    this.#send(presenceFrame(awareness, doc.clientID))
  }

  #send(frame: Uint8Array<ArrayBuffer>): void {
    const { ws, wsconnected } = this.#provider
    if (wsconnected && ws !== null && ws.readyState === WebSocket.OPEN) ws.send(frame)
  }

  readonly #leave = (): void =>
    awarenessProtocol.removeAwarenessStates(this.#options.awareness, [this.#options.doc.clientID], 'leaving')

  /** The network is back: try at once rather than at the end of the current pause. */
  readonly #comeBack = (): void => {
    if (this.#refusedWith !== null || this.#provider.wsconnected) return
    this.#reconnect()
  }

  /** The network is said to be gone, which a server on this very machine does not mind; or the page was out of sight. */
  readonly #doubt = (): void => {
    this.#line.doubt()
    this.#tick()
  }

  #tick(): void {
    const { ws, wsconnected, synced, wsLastMessageReceived, shouldConnect } = this.#provider
    const now = Date.now()
    if (!shouldConnect || ws === null) return
    if (!wsconnected) {
      if (now - this.#connectingSince > CONNECT_WITHIN_MS) this.#reconnect()
      return
    }
    // A large map over a slow line arrives as one message; until then the provider's own watchdog is patient enough.
    if (!synced) return
    const needs = this.#line.tick(now, {
      heardAt: wsLastMessageReceived,
      owed: ws.bufferedAmount,
      sent: ws instanceof CountingSocket ? ws.bytes : 0,
    })
    if (needs === 'probe') this.#send(PROBE)
    if (needs === 'end') {
      this.#giveUp(ws)
      this.#reconnect()
    }
  }

  #giveUp(ws: WebSocket): void {
    const { device, onGivenUp } = this.#options
    this.#late?.release()
    const mayBringEdits = device?.waiting === true && ws instanceof CountingSocket
    this.#late = mayBringEdits && onGivenUp !== undefined ? new LateLine(ws, onGivenUp()) : null
  }

  #reconnect(): void {
    this.#provider.disconnect()
    this.#provider.connect()
    this.#evaluate()
  }

  /** The first answer of a connection holds all that others did while this page was away; what comes to late edits does, too. */
  #lookAhead(decoder: decoding.Decoder): void {
    const { device, onMeanwhile } = this.#options
    const isAway = !this.#provider.synced && device?.waiting === true
    if (onMeanwhile === undefined || !(isAway || this.#unconfirmed.isLate(Date.now()))) return
    const theirs = changesIn(decoder)
    if (theirs !== null) onMeanwhile(theirs)
  }

  #receive(count: number): void {
    this.#receipted = count
    this.#unconfirmed.receipted(count)
    this.#evaluate()
  }

  #hearOfLock(decoder: decoding.Decoder): void {
    const locked = decoding.readVarUint(decoder) === 1
    const by = decoding.readVarString(decoder)
    this.#options.onLock?.(locked ? { by } : null)
    this.#locked = locked
    this.#evaluate()
  }

  #facts(): SavedFacts {
    const { device, canWrite } = this.#options
    const { ws, synced } = this.#provider
    return {
      hasMap: this.#hasMap,
      synced,
      canWrite,
      answered: ws instanceof CountingSocket && ws.answered,
      missed: ws !== null && ws === this.#missedBy,
      sent: ws instanceof CountingSocket ? ws.sent : 0,
      receipted: this.#receipted,
      waiting: device?.waiting ?? false,
      kept: device?.keeps ?? false,
      locked: this.#locked,
      trouble: this.#trouble,
      refusedWith: this.#refusedWith,
      restarting: this.#restart.isShort,
    }
  }

  #evaluate(): void {
    const facts = this.#facts()
    if (isCovered(facts)) {
      this.#trouble = null
      this.#slowReturn.succeeded()
      this.#unconfirmed.clear()
      this.#options.device?.settle()
    }
    const state = savedState(facts)
    // Both are over in a moment, as a rule: a receipt may be on its way.
    if (state.is === 'saving' || state.is === 'locked') this.#tellSoon()
    else this.#tell(state)
  }

  #tellSoon(): void {
    this.#saving ??= setTimeout(() => this.#tell(savedState(this.#facts())), SAY_SAVING_AFTER_MS)
  }

  #tell(state: SavedState): void {
    if (this.#saving !== null) clearTimeout(this.#saving)
    this.#saving = null
    if (JSON.stringify(state) === JSON.stringify(this.#told)) return
    this.#told = state
    this.#options.onChange(state)
  }
}
