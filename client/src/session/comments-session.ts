/**
 * The comments of an open map, without React: their own document, connection and copy on this device, so that whoever
 * may comment writes there and never on the canvas.
 *
 * - **CS1** The snapshot is immutable and changes identity only when something in it does.
 * - **CS2** Nobody but this person's comments are written, worded anew or deleted here; the server takes nothing else.
 */
import { includes, type Role } from '@throughline/shared/access'
import {
  openCommentsDoc,
  openThreadsByBlock,
  readComments,
  type Author,
  type CommentsDoc,
  type Decided,
  type Thread,
} from '@throughline/shared/comments'
import type { BlockId, MapId } from '@throughline/shared/schema'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Connection } from './connection.ts'
import { unsentComments } from './device/unsent-comments.ts'
import { DeviceCopy } from './device/device-copy.ts'
import type { SavedState } from './saved-state.ts'

export interface CommentsSnapshot {
  readonly threads: readonly Thread[]
  /** How many open threads each block has, where it has any. */
  readonly openByBlock: ReadonlyMap<BlockId, number>
  /** False until they have been received once. */
  readonly loaded: boolean
  readonly saved: SavedState
}

export interface CommentsOptions {
  readonly mapId: MapId
  readonly role: Role
  readonly epoch: string
  readonly person: string | null
  readonly syncUrl: string
  /** Who writes; null until the server has said who this is. */
  readonly author: () => Author | null
  /** What became of proposals stands in the canvas. */
  readonly decided: () => Decided
  readonly onSaved: () => void
}

export class CommentsSession {
  readonly canComment: boolean
  readonly #options: CommentsOptions
  readonly #doc = new Y.Doc()
  readonly #comments: CommentsDoc
  readonly #awareness: Awareness
  readonly #connection: Connection
  readonly #device: DeviceCopy | null
  readonly #watchers = new Set<() => void>()
  #snapshot: CommentsSnapshot = { threads: [], openByBlock: new Map(), loaded: false, saved: { is: 'opening' } }
  #changed = false

  constructor(options: CommentsOptions) {
    const { mapId, role, epoch, person, syncUrl } = options
    this.#options = options
    this.canComment = includes(role, 'commenter')
    this.#comments = openCommentsDoc(this.#doc)
    this.#awareness = new Awareness(this.#doc)
    // Who is here is known from the canvas; here it would only tell which client one writes with.
    this.#awareness.setLocalState(null)
    this.#doc.on('afterTransaction', this.#onTransaction)
    const onChange = () => this.#connection.look()
    const copy = { map: mapId, document: 'comments', epoch, role, person, doc: this.#doc, onChange } as const
    this.#device = this.canComment ? new DeviceCopy(copy) : null
    this.#connection = new Connection({
      doc: this.#doc,
      awareness: this.#awareness,
      url: syncUrl,
      name: `${mapId}/comments`,
      epoch,
      canWrite: this.canComment,
      device: this.#device,
      onChange: this.#onSaved,
      onPeople: () => {},
    })
  }

  readonly getSnapshot = (): CommentsSnapshot => this.#snapshot

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  get unsaved(): boolean {
    return this.#device?.waiting ?? false
  }

  get atRisk(): boolean {
    return this.#device?.atRisk ?? false
  }

  /** What was written here and is not at the server, as plain text. */
  unsent(): readonly string[] {
    return unsentComments(this.#doc, this.#device?.unsent ?? [])
  }

  /** Lets go of what the server will not take. The page is to be loaded again after it. */
  async forget(): Promise<void> {
    await this.#device?.forget()
  }

  /** Writes as this person; answers null where nobody may, or nobody knows yet who this is. */
  write<Answer>(change: (comments: CommentsDoc, author: Author) => Answer): Answer | null {
    const author = this.#options.author()
    return !this.canComment || author === null ? null : change(this.#comments, author)
  }

  close(): void {
    this.#connection.close()
    void this.#device?.close()
    this.#awareness.destroy()
    this.#doc.destroy()
    this.#watchers.clear()
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0 || this.#changed) return
    this.#changed = true
    queueMicrotask(() => {
      this.#changed = false
      const { threads } = readComments(this.#comments)
      this.#set({ threads, openByBlock: openThreadsByBlock(threads, this.#options.decided()) })
    })
  }

  /** Something has been decided about a proposal, or reconsidered. */
  look(): void {
    this.#set({ openByBlock: openThreadsByBlock(this.#snapshot.threads, this.#options.decided()) })
  }

  readonly #onSaved = (saved: SavedState): void => {
    this.#set({ saved, loaded: this.#snapshot.loaded || (saved.is !== 'opening' && saved.is !== 'refused') })
    this.#options.onSaved()
  }

  #set(part: Partial<CommentsSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part }
    for (const watcher of this.#watchers) watcher()
  }
}
