/**
 * One open map, without React: the shared document, its connection, who is here, my undo, and what the shell and the
 * canvas agree on. React only watches it.
 *
 * - **MS1** The snapshot is immutable and changes identity only when something in it does.
 * - **MS2** Every write of ours goes through `edit`: one gesture, one undo.
 */
import { includes, ROLES, type Role } from '@throughline/shared/access'
import { MapReader, openMapDoc, type MapDoc } from '@throughline/shared/doc'
import type { BlockId, EpochMs, MapId } from '@throughline/shared/schema'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Conflicts, type OpenConflict, type Side } from './conflicts.ts'
import { CommentsSession } from './comments-session.ts'
import { Connection, type Known } from './connection.ts'
import { DeviceCopy } from './device/device-copy.ts'
import { unsentWords, type UnsentWords } from './device/unsent-words.ts'
import { whoIs } from './people-here.ts'
import { announcedTint, readPresence, type Peer, type Presence } from './presence.ts'
import type { MapSnapshot } from './map-snapshot.ts'
import { savedTogether, type SavedState } from './saved-state.ts'
import { chooseTint, colorToken, homeTint, type Wearer } from './tint.ts'
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
}

/** Announcements of one person leave at most this often: 30 a second. */
const PRESENCE_EVERY_MS = 33

export class MapSession {
  readonly mapId: MapId
  readonly role: Role
  readonly epoch: string
  readonly canWrite: boolean
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
  readonly #watchers = new Set<() => void>()
  #snapshot: MapSnapshot
  #canvas: CanvasHandle | null = null
  #presence: Partial<Presence> = {}
  #presenceTimer: ReturnType<typeof setTimeout> | null = null
  #changed = false
  #canvasSaved: SavedState = { is: 'opening' }
  readonly #read = new WeakMap<object, Presence | null>()
  /** Who stands behind awareness ids, as the server says. */
  readonly #people = new Map<number, Known>()

  constructor({ mapId, role, epoch, name, person, syncUrl }: SessionOptions) {
    this.mapId = mapId
    this.role = role
    this.epoch = epoch
    this.canWrite = includes(role, 'editor')
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
      canWrite: this.canWrite,
      canUndo: false,
      canRedo: false,
      view: FIRST_VIEW,
      hasCanvas: false,
      offered: null,
      canvasLost: false,
      conflicts: [],
      message: null,
    }
    this.#conflicts = this.canWrite ? new Conflicts(mapId, epoch, (conflicts) => this.#set({ conflicts })) : null
    this.#snapshot = { ...this.#snapshot, conflicts: this.#conflicts?.all ?? [] }
    // No tint yet: who is here already keeps theirs (`tint.ts`).
    this.awareness.setLocalState({ user: { name, color: colorToken(me.color) } })
    this.doc.on('afterTransaction', this.#onTransaction)
    this.awareness.on('change', this.#onPresence)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.undo.on(event, this.#onUndoStack)
    const onChange = () => this.#connection.look()
    const onlyReads = !this.canWrite
    const copy = { map: mapId, epoch, role, person, doc: this.doc, onlyReads, onChange }
    this.#device = includes(role, 'viewer') ? new DeviceCopy(copy) : null
    this.#connection = new Connection({
      doc: this.doc,
      awareness: this.awareness,
      url: syncUrl,
      name: `${mapId}/canvas`,
      epoch,
      canWrite: this.canWrite,
      device: this.#device,
      onChange: this.#onSaved,
      onPeople: this.#onPeople,
      onReturn: (theirs) => void this.#conflicts?.compare(this.mapDoc, this.#device?.settledState(), theirs),
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

  close(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer)
    this.#connection.close()
    this.comments.close()
    void this.#device?.close()
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
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer)
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

  /** Runs commands as one gesture with one undo; does nothing for those who may only read. */
  edit(change: (map: MapDoc) => void): void {
    if (!this.canWrite) return
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
    this.awareness.setLocalStateField('user', { name, color: colorToken(this.#snapshot.me.color) })
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
  announce(part: Partial<Pick<Presence, 'pointer' | 'selected' | 'moving' | 'writing' | 'value'>>): void {
    this.#presence = { ...this.#presence, ...part }
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null
      this.awareness.setLocalState({ ...this.awareness.getLocalState(), ...this.#presence })
      this.#presence = {}
    }, PRESENCE_EVERY_MS)
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
    this.#wearTint()
  }

  readonly #tellSaved = (): void => {
    const saved = savedTogether(this.#canvasSaved, this.comments.getSnapshot().saved)
    if (JSON.stringify(saved) !== JSON.stringify(this.#snapshot.saved)) this.#set({ saved })
  }

  readonly #onPeople = (people: ReadonlyMap<number, Known>): void => {
    for (const [client, known] of people) this.#people.set(client, known)
    const mine = people.get(this.doc.clientID)?.person
    if (mine !== undefined && this.#snapshot.me.person === null)
      this.#set({ me: { ...this.#snapshot.me, person: mine } })
    this.#listPeers()
  }

  readonly #onPresence = ({ removed }: { readonly removed: readonly number[] }): void => {
    for (const client of removed) this.#people.delete(client)
    this.#listPeers()
  }

  #listPeers(): void {
    const peers = [...this.awareness.getStates()].flatMap(([client, state]) => {
      const presence = client === this.doc.clientID ? null : this.#presenceOf(state)
      return presence === null ? [] : [this.#asPeer(client, presence)]
    })
    this.#set({ peers: peers.toSorted((a, b) => a.client - b.client) })
    this.#conflicts?.meet(peers)
    this.#wearTint()
  }

  /** Awareness keeps the object of whoever has not moved: of two hundred people a few have. */
  #presenceOf(state: object): Presence | null {
    const known = this.#read.get(state)
    if (known !== undefined) return known
    const presence = readPresence(state)
    this.#read.set(state, presence)
    return presence
  }

  /** From the moment the map is here, and so are the others: a colour that nobody else wears. */
  #wearTint(): void {
    const { me, peers, loaded } = this.#snapshot
    const mine = this.awareness.getLocalState()
    if (!loaded || mine === null) return
    const others = peers.map((peer): Wearer => {
      const tint = announcedTint(this.awareness.getStates().get(peer.client))
      return { who: whoIs(peer, peer.client), client: peer.client, tint }
    })
    const who = whoIs(me, this.doc.clientID)
    const worn = announcedTint(mine)
    const tint = chooseTint({ who, client: this.doc.clientID, tint: worn }, others)
    if (tint === worn) return
    this.awareness.setLocalState({ ...mine, user: { name: me.name, color: colorToken(tint) }, tint })
    this.#set({ me: { ...me, color: tint } })
  }

  /** Only an editor moves blocks; whoever else announces a move is not believed. */
  #asPeer(client: number, presence: Presence): Peer {
    const known = this.#people.get(client)
    const role = ROLES.find((each) => each === known?.role)
    const mayMove = role !== undefined && includes(role, 'editor')
    return { client, person: known?.person ?? null, ...presence, moving: mayMove ? presence.moving : [] }
  }

  readonly #onUndoStack = (): void => this.#set({ canUndo: this.undo.canUndo(), canRedo: this.undo.canRedo() })

  #set(part: Partial<MapSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}
