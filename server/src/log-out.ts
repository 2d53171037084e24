/**
 * Where the lines of the log go. That may be a file on the disk that is full, or a pipe that nobody empties: neither may
 * end the server or hold it up.
 *
 * - **LO1** A line is written before the call returns, or waits, in its order; it is tried again with the next line, and
 *   by and by without one.
 * - **LO2** No more than `WAITING_BYTES` wait. What comes then is left out, and how many lines that were is said first
 *   when there is room again.
 */

const WAITING_BYTES = 1024 * 1024
const AGAIN_MS = 1_000

export interface LogOutParts {
  /** How many of the bytes it has written. @throws when that was none */
  readonly write: (bytes: Uint8Array) => number
  /** What stands for so many lines that were left out; with its end of line. */
  readonly lost: (lines: number) => string
}

export class LogOut {
  readonly #parts: LogOutParts
  #waiting: Uint8Array[] = []
  #bytes = 0
  #lost = 0
  #isComing = false

  constructor(parts: LogOutParts) {
    this.#parts = parts
  }

  write(line: string): void {
    if (this.#bytes >= WAITING_BYTES) this.#flush()
    if (this.#bytes >= WAITING_BYTES) {
      this.#lost += 1
      return
    }
    this.#push(line)
    this.#flush()
  }

  #push(line: string): void {
    const bytes = Buffer.from(line)
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
  }

  #flush(): void {
    try {
      this.#writeAll()
      if (this.#lost === 0) return
      this.#push(this.#parts.lost(this.#lost))
      this.#lost = 0
      this.#writeAll()
    } catch {
      // Where else could it be said?
      this.#later()
    }
  }

  #later(): void {
    if (this.#isComing) return
    this.#isComing = true
    setTimeout(() => {
      this.#isComing = false
      this.#flush()
    }, AGAIN_MS).unref()
  }

  #writeAll(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const written = this.#parts.write(first)
      this.#bytes -= written
      if (written < first.length) this.#waiting[0] = first.subarray(written)
      else this.#waiting.shift()
    }
  }
}
