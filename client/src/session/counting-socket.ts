/**
 * A WebSocket that counts what a receipt counts: the sync step 2 and update frames that this connection has sent
 * (contract, "Saved"). The stock provider makes a new socket a connection, so each starts at nothing.
 */
const SYNC = 0
const STEP_2 = 1
const UPDATE = 2

function isCounted(frame: unknown): boolean {
  return frame instanceof Uint8Array && frame[0] === SYNC && (frame[1] === STEP_2 || frame[1] === UPDATE)
}

export class CountingSocket extends WebSocket {
  sent = 0

  override send(data: Parameters<WebSocket['send']>[0]): void {
    super.send(data)
    if (isCounted(data)) this.sent += 1
  }
}
