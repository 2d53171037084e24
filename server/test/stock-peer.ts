/** A stock y-websocket client without a browser, and conditions to wait for. */
import { WebSocket, type ClientOptions } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface StockPeer {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Resolves at the first sync. */
  readonly synced: Promise<void>
  /** Resolves with the code when the server sends it away for good. */
  readonly closed: Promise<number>
  leave(): void
}

export function joinAs(socketUrl: string, room: string, params: Record<string, string>): StockPeer {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(socketUrl, room, doc, {
    params,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
  })
  return {
    doc,
    provider,
    synced: new Promise((resolve) => provider.on('sync', (isSynced) => isSynced && resolve())),
    closed: new Promise((resolve) => provider.on('closed', ({ code }) => resolve(code))),
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves as soon as the document shows it. */
export function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

/** A socket spoken by hand: frames out, frames and the close code in. */
export class RawPeer {
  readonly socket: WebSocket
  readonly frames: Uint8Array[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly opened: Promise<void>
  #wake: () => void = () => {}

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options)
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(new Uint8Array(data))
      this.#wake()
    })
    this.socket.on('error', () => {})
    this.opened = new Promise((resolve) => this.socket.once('open', () => resolve()))
    this.closed = new Promise((resolve) =>
      this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    )
  }

  send(...bytes: number[]): void {
    this.socket.send(new Uint8Array(bytes))
  }

  /** The first frame that fits, whether it has come already or not. */
  async frame(fits: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    for (;;) {
      const found = this.frames.find(fits)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
