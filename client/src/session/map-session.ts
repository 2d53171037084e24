/**
 * One open map, without React: the shared document, its connection, who is here, my undo, and what the shell and the
 * canvas agree on. React only watches it.
 *
 * - **MS1** The snapshot is immutable and changes identity only when something in it does.
 * - **MS2** Every write of ours goes through `edit`: one gesture, one undo.
 */
import { includes, type Role } from '@throughline/shared/access'
import { MapReader, openMapDoc, type MapDoc } from '@throughline/shared/doc'
import type { BlockId, EpochMs, MapId } from '@throughline/shared/schema'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Conflicts, type OpenConflict, type Side } from './conflicts.ts'
import { CommentsSession } from './comments-session.ts'
import { Connection, type Lock } from './connection.ts'
import { DeviceCopy } from './device/device-copy.ts'
import { unsentWords, type UnsentWords } from './device/unsent-words.ts'
import { whoIs } from './people-here.ts'
import { Others, type Announced } from './others.ts'
import type { MapSnapshot } from './map-snapshot.ts'
import type { Meanwhile } from './meanwhile.ts'
import { savedTogether, type SavedState } from './saved-state.ts'
import { lockedBy } from '../text/canvas.ts'
import { homeTint } from './tint.ts'
import { createUndo } from './undo.ts'
import { FIRST_VIEW, withPart, type CanvasHandle, type Offered, type View } from './view.ts'

export type { MapSnapshot } from './map-snapshot.ts'

export interface SessionOptions {
  readonly mapId: MapId
  readonly role: Role
  /** Which life of the map this is (`SessionAnswer`). */
  readonly epoch: string
  readonly name: string
  /** As the server knows this browser on this map; null where it does not. */
  readonly person: string | null
  /** `ws://host/sync` */
  readonly syncUrl: string
  /** On a screen for others: whatever the link allows, nothing is written here, and nothing kept on this device. */
  readonly onlyLooks?: boolean
}

export class MapSession {
  readonly mapId: MapId
  readonly role: Role
  readonly epoch: string
  /** Whether this link lets one edit, be the canvas locked or not. */
  readonly mayWrite: boolean
  readonly doc = new Y.Doc()
  readonly mapDoc: MapDoc
  readonly awareness: Awareness
  readonly undo: Y.UndoManager
  readonly comments: CommentsSession
  readonly #reader: MapReader
  readonly #connection: Connection
  /** A map that one may see opens without a network; of a brief nothing is left behind. */
  readonly #device: DeviceCopy | null
  readonly #conflicts: Conflicts | null
  readonly #meanwhile: Meanwhile | null
  readonly #watchers = new Set<() => void>()
  readonly #inHand = new Set<() => void>()
  #snapshot: MapSnapshot
  #canvas: CanvasHandle | null = null
  readonly #others: Others
  #changed = false
  #canvasSaved: SavedState = { is: 'opening' }

  constructor({ mapId, role, epoch, name, person, syncUrl, onlyLooks = false }: SessionOptions) {
    this.mapId = mapId
    this.role = role
    this.epoch = epoch
    this.mayWrite = includes(role, 'editor') && !onlyLooks
    this.mapDoc = openMapDoc(this.doc)
    this.awareness = new Awareness(this.doc)
    this.undo = createUndo(this.doc)
    this.#reader = new MapReader(this.mapDoc)
    const me = { name, person, color: homeTint(whoIs({ person, name }, this.doc.clientID)) }
    this.#snapshot = {
      ...this.#reader.read(),
      undrawn: false,
      loaded: false,
      saved: { is: 'opening' },
      peers: [],
      me,
      role,
      canWrite: this.mayWrite,
      lock: null,
      canUndo: false,
      canRedo: false,
      view: FIRST_VIEW,
      hasCanvas: false,
      offered: null,
      canvasLost: false,
      conflicts: [],
      message: null,
    }
    this.#conflicts = this.mayWrite ? new Conflicts(mapId, epoch, (conflicts) => this.#set({ conflicts })) : null
    this.#snapshot = { ...this.#snapshot, conflicts: this.#conflicts?.all ?? [] }
    const read = () => this.#reader.read().map
    this.#meanwhile = this.#conflicts?.meanwhile(this.mapDoc, read, () => this.#device) ?? null
    this.#others = new Others({
      awareness: this.awareness,
      me: () => this.#snapshot.me,
      isReady: () => this.#snapshot.loaded,
      onMe: (me) => this.#set({ me }),
      onPeers: (peers) => {
        this.#set({ peers })
        this.#conflicts?.meet(peers)
      },
    })
    this.doc.on('afterTransaction', this.#onTransaction)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.undo.on(event, this.#onUndoStack)
    const onChange = () => this.#connection.look()
    const onlyReads = !this.mayWrite
    const copy = { map: mapId, epoch, role, person, doc: this.doc, onlyReads, onChange }
    this.#device = includes(role, 'viewer') && !onlyLooks ? new DeviceCopy(copy) : null
    this.#connection = new Connection({
      doc: this.doc,
      awareness: this.awareness,
      url: syncUrl,
      name: `${mapId}/canvas`,
      epoch,
      canWrite: this.mayWrite,
      device: this.#device,
      onChange: this.#onSaved,
      onPeople: (people) => this.#others.meet(people),
      onLock: this.#onLock,
      onMeanwhile: (theirs) => this.#meanwhile?.hear(theirs),
      onGivenUp: () => this.#meanwhile?.ofLateLine().hear ?? (() => {}),
    })
    this.comments = new CommentsSession({
      ...{ mapId, role, epoch, person, syncUrl },
      author: () => {
        const { person: known, name: called } = this.#snapshot.me
        return known === null ? null : { person: known, name: called }
      },
      decided: () => this.#snapshot.decided,
      onSaved: this.#tellSaved,
    })
  }

  /** Whether one may edit at this moment. */
  get canWrite(): boolean {
    return this.#snapshot.canWrite
  }

  /** Has `write` called before the canvas is locked, with edits still taken here: what is in hand is kept. */
  beforeLock(write: () => void): () => void {
    this.#inHand.add(write)
    return () => this.#inHand.delete(write)
  }

  close(): void {
    this.#others.close()
    this.#connection.close()
    this.comments.close()
    void this.#device?.close()
    this.#meanwhile?.close()
    this.#conflicts?.close()
    this.#reader.close()
    this.undo.destroy()
    this.awareness.destroy()
    this.doc.destroy()
    this.#watchers.clear()
  }

  readonly getSnapshot = (): MapSnapshot => this.#snapshot

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Set while a canvas is mounted. */
  get canvas(): CanvasHandle | null {
    return this.#canvas
  }

  set canvas(canvas: CanvasHandle | null) {
    this.#canvas = canvas
    if (this.#snapshot.hasCanvas !== (canvas !== null)) this.#set({ hasCanvas: canvas !== null })
  }

  loseCanvas(): void {
    this.canvas = null
    this.setView({ tool: 'select' })
    this.#set({ canvasLost: true })
  }

  /** Whether edits made here have not reached the server. */
  get unsaved(): boolean {
    return (this.#device?.waiting ?? false) || this.comments.unsaved
  }

  /** Whether closing the window now would lose an edit: one that is neither at the server nor kept on this device. */
  get atRisk(): boolean {
    return (this.#device?.atRisk ?? false) || this.comments.atRisk
  }

  /** The words that wait, for when the server will not take them. */
  unsentWords(): UnsentWords {
    return { ...unsentWords(this.doc, this.#device?.unsent ?? []), comments: this.comments.unsent() }
  }

  /**
   * For when the page is left but the window stays: what has not reached the server yet still goes there, in the
   * background, before the session closes.
   */
  leave(): void {
    this.#others.close()
    this.awareness.setLocalState(null)
    const isDone = () => !this.unsaved || this.#snapshot.saved.is === 'refused'
    const warn = (event: BeforeUnloadEvent) => {
      if (this.atRisk) event.preventDefault()
    }
    const end = () => {
      window.removeEventListener('beforeunload', warn)
      this.close()
    }
    if (isDone()) {
      end()
      return
    }
    window.addEventListener('beforeunload', warn)
    const stop = this.subscribe(() => {
      if (!isDone()) return
      stop()
      end()
    })
  }

  /** Runs commands as one gesture with one undo; does nothing for those who may only read, and says so on a locked canvas. */
  edit(change: (map: MapDoc) => void): void {
    const { lock, canWrite } = this.#snapshot
    if (lock !== null) this.say(lockedBy(lock.by))
    if (!canWrite) return
    this.undo.stopCapturing()
    change(this.mapDoc)
    this.undo.stopCapturing()
  }

  /** Lets one side of a conflict stand. */
  decide({ id }: OpenConflict, side: Side): void {
    this.edit((map) => this.#conflicts?.settle(id, side, map, this.now()))
  }

  now(): EpochMs {
    return Date.now() as EpochMs
  }

  setView(part: Partial<View>): void {
    const before = this.#snapshot.view
    const view = withPart(before, part)
    if (view === before) return
    this.#set({ view })
    if (part.selected !== undefined || part.writing !== undefined)
      this.announce({ selected: view.selected.slice(0, 50), writing: view.writing })
  }

  /** Lights the whole line of a block; the same one again, or null, ends it. */
  trace(block: BlockId | null): void {
    this.setView({ tracing: block === this.#snapshot.view.tracing ? null : block })
  }

  noteUndrawn(undrawn: boolean): void {
    if (undrawn !== this.#snapshot.undrawn) this.#set({ undrawn })
  }

  rename(name: string): void {
    if (name === this.#snapshot.me.name) return
    this.#others.rename(name)
    this.#set({ me: { ...this.#snapshot.me, name } })
  }

  /** Whatever shows the map asks what is to become of it; null once that is settled. Nothing is offered to readers. */
  offer(offered: Offered | null): void {
    if (this.canWrite) this.#set({ offered })
  }

  say(text: string): void {
    this.#set({ message: { text, at: (this.#snapshot.message?.at ?? 0) + 1 } })
  }

  /** Tells the others where I am; several calls within a thirtieth of a second leave as one. */
  announce(part: Announced): void {
    this.#others.announce(part)
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changed.size > 0) this.#readSoon()
  }

  /** However many transactions one turn of the event loop brings, the map is read once after them. */
  #readSoon(): void {
    if (this.#changed) return
    this.#changed = true
    queueMicrotask(() => {
      this.#changed = false
      const { decided } = this.#snapshot
      this.#set(this.#reader.read())
      if (decided !== this.#snapshot.decided) this.comments.look()
    })
  }

  readonly #onSaved = (saved: SavedState): void => {
    this.#canvasSaved = saved
    this.#set({ loaded: this.#snapshot.loaded || (saved.is !== 'opening' && saved.is !== 'refused') })
    this.#tellSaved()
    this.#others.wearTint()
  }

  readonly #tellSaved = (): void => {
    const saved = savedTogether(this.#canvasSaved, this.comments.getSnapshot().saved)
    if (JSON.stringify(saved) !== JSON.stringify(this.#snapshot.saved)) this.#set({ saved })
  }

  /** What is in hand is written first: the server does not take it now, but it is kept, and waits like edits made offline. */
  readonly #onLock = (lock: Lock | null): void => {
    if (lock !== null && this.canWrite) {
      this.#canvas?.finish()
      for (const write of [...this.#inHand]) write()
    }
    this.#set({ lock, canWrite: this.mayWrite && lock === null })
  }

  readonly #onUndoStack = (): void => this.#set({ canUndo: this.undo.canUndo(), canRedo: this.undo.canRedo() })

  #set(part: Partial<MapSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}
