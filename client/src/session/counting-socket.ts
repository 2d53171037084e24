/**
 * A WebSocket that counts what a receipt counts: the sync step 2 and update frames that this connection has sent
 * (contract, "Saved"). The stock provider makes a new socket a connection, so each starts at nothing.
 */
import { FRAME, SYNC } from '@throughline/shared/protocol'

export class CountingSocket extends WebSocket {
  sent = 0
  /** Whether the server's question for all that it lacks has been answered: with everything that was made till then. */
  answered = false
  bytes = 0
  #listening = false

  /** Whoever gives it up may still listen to it: then it is closed by `release`. */
  listen(hear: (frame: Uint8Array<ArrayBuffer>) => void): void {
    this.#listening = true
    this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (this.#listening && data instanceof ArrayBuffer) hear(new Uint8Array(data))
    })
  }

  release(): void {
    this.#listening = false
    super.close()
  }

  override close(...why: Parameters<WebSocket['close']>): void {
    if (!this.#listening) super.close(...why)
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    super.send(data)
    if (!(data instanceof Uint8Array)) return
    this.bytes += data.length
    if (data[0] !== FRAME.sync || (data[1] !== SYNC.step2 && data[1] !== SYNC.update)) return
    this.sent += 1
    if (data[1] === SYNC.step2) this.answered = true
  }
}
