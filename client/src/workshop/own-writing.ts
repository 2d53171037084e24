/**
 * What this person writes in a workshop, prompt by prompt: on this device with every key, at the server half a second
 * after the last one, or when the line is back.
 *
 * - **OW1** What the server has not confirmed is kept in this browser, over a reload and offline, and in no other place.
 * - **OW2** Once the server has it, this device keeps nothing of it: the next person on a shared machine finds nothing.
 * - **OW3** Words that wait here win over what the server has; without such words the server's are shown, so that a
 *   second device goes on where the first stopped.
 */
import { forget, keep, keptJson } from '../browser/keep.ts'

/** Where one's words are: with the server, on their way, on this device alone, or not taken. */
export type WritingIs = 'kept' | 'saving' | 'waiting' | 'refused'

export interface Written {
  readonly text: string
  readonly is: WritingIs
  /** When the server last took it, by this browser's clock; null where it was not taken from here. */
  readonly at: number | null
  /** What the server said where it did not take it. */
  readonly why: string | null
}

export type Sent = { readonly is: 'taken' } | { readonly is: 'out-of-reach' } | { readonly is: 'refused'; why: string }

export interface OwnWritingParts {
  /** Under this name waiting words are kept: one for each run of a workshop and each person. */
  readonly name: string
  readonly send: (prompt: string, text: string) => Promise<Sent>
  readonly now: () => number
  readonly onChange: () => void
}

const SEND_AFTER_MS = 500
const AGAIN_FIRST_MS = 1_000
const AGAIN_MOST_MS = 10_000
const NOTHING: Written = { text: '', is: 'kept', at: null, why: null }

interface Entry {
  text: string
  /** Whether there are words here that the server has not confirmed. */
  waits: boolean
  going: boolean
  at: number | null
  why: string | null
  isAway: boolean
  tries: number
  timer: ReturnType<typeof setTimeout> | undefined
}

export class OwnWriting {
  readonly #parts: OwnWritingParts
  readonly #entries = new Map<string, Entry>()
  readonly #shown = new Map<string, Written>()

  constructor(parts: OwnWritingParts) {
    this.#parts = parts
    for (const [prompt, text] of Object.entries(waitingWords(parts.name)))
      Object.assign(this.#entry(prompt), { text, waits: true })
  }

  /** The same object as long as nothing changes. */
  read(prompt: string): Written {
    const entry = this.#entries.get(prompt)
    if (entry === undefined) return NOTHING
    const known = this.#shown.get(prompt)
    const now = shown(entry)
    if (known !== undefined && isSame(known, now)) return known
    this.#shown.set(prompt, now)
    return now
  }

  write(prompt: string, text: string): void {
    const entry = this.#entry(prompt)
    if (entry.text === text) return
    entry.text = text
    entry.waits = true
    entry.why = null
    this.#keepWaiting()
    this.#sendIn(prompt, entry, SEND_AFTER_MS)
    this.#parts.onChange()
  }

  /** Sends at once what waits: the field was left, or the line is back. */
  flush(): void {
    for (const [prompt, entry] of this.#entries) {
      if (!entry.waits || entry.why !== null) continue
      entry.tries = 0
      this.#sendIn(prompt, entry, 0)
    }
  }

  /** What the server says this person has written. */
  heard(prompt: string, mine: string): void {
    const entry = this.#entry(prompt)
    if (!entry.waits) entry.text = mine
    // Words from before a reload: this is the first that is heard of the server since.
    else if (!entry.going && entry.timer === undefined && entry.why === null) this.#sendIn(prompt, entry, 0)
  }

  close(): void {
    for (const { timer } of this.#entries.values()) clearTimeout(timer)
  }

  #entry(prompt: string): Entry {
    const known = this.#entries.get(prompt)
    if (known !== undefined) return known
    const entry: Entry = {
      text: '',
      waits: false,
      going: false,
      at: null,
      why: null,
      isAway: false,
      tries: 0,
      timer: undefined,
    }
    this.#entries.set(prompt, entry)
    return entry
  }

  #sendIn(prompt: string, entry: Entry, ms: number): void {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.#send(prompt, entry), ms)
  }

  async #send(prompt: string, entry: Entry): Promise<void> {
    entry.timer = undefined
    if (entry.going || !entry.waits) return
    const { text } = entry
    entry.going = true
    this.#parts.onChange()
    const sent = await this.#parts.send(prompt, text)
    entry.going = false
    entry.isAway = sent.is === 'out-of-reach'
    if (sent.is === 'taken') {
      entry.waits = entry.text !== text
      entry.at = this.#parts.now()
      entry.tries = 0
      if (entry.waits) this.#sendIn(prompt, entry, SEND_AFTER_MS)
    } else if (sent.is === 'refused') entry.why = sent.why
    else {
      this.#sendIn(prompt, entry, Math.min(AGAIN_FIRST_MS * 2 ** entry.tries, AGAIN_MOST_MS))
      entry.tries += 1
    }
    this.#keepWaiting()
    this.#parts.onChange()
  }

  #keepWaiting(): void {
    const waiting = [...this.#entries].flatMap(([prompt, entry]) => (entry.waits ? [[prompt, entry.text]] : []))
    if (waiting.length === 0) forget(this.#parts.name)
    else keep(this.#parts.name, JSON.stringify(Object.fromEntries(waiting)))
  }
}

function isSame(a: Written, b: Written): boolean {
  return a.text === b.text && a.is === b.is && a.at === b.at && a.why === b.why
}

function shown(entry: Entry): Written {
  const { text, at, why, isAway } = entry
  if (why !== null) return { text, is: 'refused', at, why }
  if (!entry.waits) return { text, is: 'kept', at, why }
  return { text, is: isAway ? 'waiting' : 'saving', at, why }
}

function waitingWords(name: string): Readonly<Record<string, string>> {
  const stored = keptJson(name)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
