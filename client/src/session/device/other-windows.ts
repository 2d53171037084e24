/**
 * What several windows of one browser tell each other of a map while there is no server to do so: each edit, as it is
 * made. They show the same then, and whichever comes back first brings all of it.
 */

/** The origin of an edit that came from another window: it is that window's to keep. */
export const OTHER_WINDOW = Symbol('another window')

export class OtherWindows {
  /** Null where the browser has no such thing. */
  readonly #channel: BroadcastChannel | null

  constructor(document: string, epoch: string, onUpdate: (update: Uint8Array) => void) {
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`throughline:${document}/${epoch}`) : null
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof Uint8Array) onUpdate(data)
    })
  }

  tell(update: Uint8Array): void {
    this.#channel?.postMessage(update)
  }

  close(): void {
    this.#channel?.close()
  }
}
