/**
 * An open map as this device keeps it, so that what is written offline is there after a reload.
 *
 * - **DV1** `waiting` is exact: edits made here, deletions too, that no receipt covers; over a reload as well.
 * - **DV2** What a waiting edit builds on is kept before or with it.
 * - **DV3** Where storage fails everything works in memory, `keeps` is false, and the next write tries again.
 *   A database that was thrown away is begun anew, with the whole document and all that waits.
 * - **DV4** Several windows may keep one map at once: each removes only what it knows to be covered.
 */
import type { DocumentName, Role } from '@throughline/shared/access'
import type { MapId } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { commentsKey, docKey, forgetDocument, onDeviceLost, openDevice, type Device } from './open-device.ts'

/** Others' edits are at the server too, so they may wait a little and be written as one. */
const THEIRS_AFTER_MS = 1_000
/** More kept updates than this are replaced by one. */
const TRIM_ABOVE = 500

interface Mine {
  readonly bytes: Uint8Array
  /** Where it is kept; null until it is. */
  key: number | null
}

export interface DeviceCopyOptions {
  readonly map: MapId
  /** The canvas when left out. */
  readonly document?: DocumentName
  readonly epoch: string
  readonly role: Role
  readonly person: string | null
  readonly doc: Y.Doc
  /** Edits from a time when one could write stay out of the document: the server would not take them. */
  readonly onlyReads?: boolean
  /** `waiting` or `keeps` may have changed. */
  readonly onChange: () => void
  readonly open?: () => Promise<Device | null>
}

export class DeviceCopy {
  readonly #options: DeviceCopyOptions
  readonly #doc: string
  #device: Device | null = null
  #mine: Mine[] = []
  #covered: Mine[] = []
  #theirs: Uint8Array[] = []
  /** Keys of what is kept as settled and is in the document. */
  #settledKeys: number[] = []
  #keeps = true
  #writing: Promise<void> | null = null
  #again = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #closed = false
  readonly #stopWatching: () => void

  constructor(options: DeviceCopyOptions) {
    this.#options = options
    this.#stopWatching = onDeviceLost(() => this.#beginAnew())
    const canvas = docKey(options.map, options.epoch)
    this.#doc = options.document === 'comments' ? commentsKey(canvas) : canvas
  }

  get waiting(): boolean {
    return this.#mine.length > 0
  }

  /** Whether what is written here outlives a reload. */
  get keeps(): boolean {
    return this.#keeps
  }

  /** Whether a waiting edit is in this window alone. */
  get atRisk(): boolean {
    return this.#mine.some(({ key }) => key === null)
  }

  /** Edits that wait, in the order they were made. */
  get unsent(): readonly Uint8Array[] {
    return this.#mine.map(({ bytes }) => bytes)
  }

  /** Puts what is kept into the document, with this as origin. Answers whether there was anything. */
  async load(): Promise<boolean> {
    this.#device = await (this.#options.open ?? openDevice)()
    if (this.#device === null) {
      this.#setKeeps(false)
      return false
    }
    try {
      const { map, document = 'canvas', epoch, role, person } = this.#options
      // The canvas stands for the map.
      if (document === 'canvas')
        await this.#device.put('maps', { doc: this.#doc, map, epoch, role, person, openedAt: Date.now() })
      const found = await this.#readIn(this.#options.onlyReads === true ? ['settled'] : ['settled', 'unsent'])
      if (this.#settledKeys.length > TRIM_ABOVE) void this.#write()
      return found
    } catch {
      this.#setKeeps(false)
      return false
    }
  }

  /** The document without the edits that wait, as the server had it when this browser last heard; null if not kept. */
  async settledState(): Promise<Uint8Array | null> {
    if (this.#device === null) return null
    const unwritten = [...this.#theirs, ...this.#covered.map(({ bytes }) => bytes)]
    try {
      const rows = await this.#device.getAllFromIndex('settled', 'doc', this.#doc)
      return Y.mergeUpdates([...rows.map(({ bytes }) => bytes), ...unwritten])
    } catch {
      return null // the storage is gone
    }
  }

  /** What other windows of this browser left waiting when they closed; this one brings it to the server. */
  async takeOver(): Promise<void> {
    if (this.#options.onlyReads === true) return
    await this.#readIn(['unsent']).catch(() => this.#setKeeps(false))
  }

  keepMine(update: Uint8Array): void {
    this.#mine.push({ bytes: update, key: null })
    void this.#write()
  }

  keepTheirs(update: Uint8Array): void {
    if (this.#device === null) return
    this.#theirs.push(update)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#write()
    }, THEIRS_AFTER_MS)
  }

  /** A receipt covers everything made so far. */
  settle(): void {
    if (this.#mine.length === 0) return
    if (this.#device !== null) this.#covered.push(...this.#mine)
    this.#mine = []
    void this.#write()
  }

  /** Takes all that is kept of this document off the device, and keeps nothing more of it. */
  async forget(): Promise<void> {
    await this.close()
    if (this.#device !== null) await forgetDocument(this.#device, this.#doc)
  }

  /** Writes what is left to write; the copy stays. */
  async close(): Promise<void> {
    this.#stopWatching()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    await this.#write()
    this.#closed = true
  }

  async #readIn(stores: readonly ('settled' | 'unsent')[]): Promise<boolean> {
    if (this.#device === null || this.#closed) return false
    const tx = this.#device.transaction([...stores])
    const read = stores.map(async (name) => {
      const index = tx.objectStore(name).index('doc')
      const [keys, rows] = await Promise.all([index.getAllKeys(this.#doc), index.getAll(this.#doc)])
      return { name, keys, rows }
    })
    const parts = await Promise.all(read)
    await tx.done
    if (this.#closed) return false
    for (const { name, keys, rows } of parts)
      // The last first: each is put before those that are known.
      for (const [at, key] of [...keys.entries()].toReversed())
        this.#note(name, key, rows[at]?.bytes ?? new Uint8Array())
    const updates = parts.flatMap(({ rows }) => rows.map(({ bytes }) => bytes))
    this.#options.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#options.doc, update, this)
    }, this)
    if (this.waiting) this.#options.onChange()
    return updates.length > 0
  }

  #note(name: 'settled' | 'unsent', key: number, bytes: Uint8Array): void {
    if (name === 'settled') this.#settledKeys.push(key)
    else if (![...this.#mine, ...this.#covered].some((known) => known.key === key)) this.#mine.unshift({ bytes, key })
  }

  /** One write at a time; what comes meanwhile goes with the next. */
  #write(): Promise<void> {
    if (this.#writing !== null) {
      this.#again = true
      return this.#writing
    }
    if (this.#device === null || this.#closed) return Promise.resolve()
    const device = this.#device
    this.#writing = this.#writeAll(device).finally(() => (this.#writing = null))
    return this.#writing
  }

  async #writeAll(device: Device): Promise<void> {
    do {
      this.#again = false
      try {
        await this.#writeOnce(device)
        this.#setKeeps(true)
      } catch {
        // Full or gone. As one update what waits to be written takes no more memory than the document.
        if (this.#theirs.length > 1) this.#theirs = [Y.mergeUpdates(this.#theirs)]
        this.#setKeeps(false)
        return
      }
    } while (this.#again)
  }

  async #writeOnce(device: Device): Promise<void> {
    const theirs = [...this.#theirs]
    const covered = [...this.#covered]
    const fresh = this.#mine.filter(({ key }) => key === null)
    const settled = [...theirs, ...covered.map(({ bytes }) => bytes)]
    // The whole document is settled only while nothing waits.
    const trims = this.#settledKeys.length > TRIM_ABOVE && !this.waiting
    if (settled.length + fresh.length === 0 && !trims) return
    const tx = device.transaction(['settled', 'unsent'], 'readwrite')
    const [into, waiting] = [tx.objectStore('settled'), tx.objectStore('unsent')]
    // Fails with the transaction, which `done` reports; without this each would be an unhandled rejection of its own.
    const started = <Answer>(request: Promise<Answer>) => request.catch(() => null)
    const doc = this.#doc
    const old = trims ? this.#settledKeys : []
    const bytes = trims ? Y.encodeStateAsUpdate(this.#options.doc) : settled.length > 0 ? Y.mergeUpdates(settled) : null
    const kept = bytes === null ? Promise.resolve(null) : started(into.add({ doc, bytes }))
    for (const key of old) void started(into.delete(key))
    for (const { key } of covered) if (key !== null) void started(waiting.delete(key))
    const keys = fresh.map((mine) => started(waiting.add({ doc, bytes: mine.bytes })))
    await tx.done
    const key = await kept
    this.#settledKeys = [...(trims ? [] : this.#settledKeys), ...(key === null ? [] : [key])]
    for (const [at, mine] of fresh.entries()) mine.key = (await keys[at]) ?? null
    this.#theirs = this.#theirs.slice(theirs.length)
    this.#covered = this.#covered.slice(covered.length)
  }

  /** Nothing is kept any more of what was; as much of it as there is here is kept once more, if the browser lets us. */
  #beginAnew(): void {
    if (this.#closed || this.#device === null) return
    this.#device = null
    this.#settledKeys = []
    this.#covered = []
    for (const mine of this.#mine) mine.key = null
    this.#setKeeps(false)
    void this.#openAnew()
  }

  async #openAnew(): Promise<void> {
    const device = await (this.#options.open ?? openDevice)()
    if (device === null || this.#closed) return
    const { map, document = 'canvas', epoch, role, person, doc } = this.#options
    try {
      if (document === 'canvas')
        await device.put('maps', { doc: this.#doc, map, epoch, role, person, openedAt: Date.now() })
    } catch {
      return // gone again; what is written here stays said not to be kept
    }
    this.#device = device
    this.#theirs = [Y.encodeStateAsUpdate(doc)]
    await this.#write()
  }

  #setKeeps(keeps: boolean): void {
    if (this.#keeps === keeps) return
    this.#keeps = keeps
    this.#options.onChange()
  }
}
