/**
 * Where my edits are, in one of the states that the top bar says in words.
 *
 * - **SS1** `saved` is said only when every edit made here, over reloads too, is on disk at the server.
 * - **SS2** An edit made while there is no connection is `offline` with `waiting`, until a receipt covers it.
 * - **SS3** `kept` is said only where a reload would find it again.
 * - **SS4** While the canvas is locked for this person, edits that got there before are saved and any others are `locked`.
 */
export type SavedState =
  | { readonly is: 'opening' }
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | { readonly is: 'reading-only' }
  /** The server is out of reach; `waiting` edits are on this device alone, `kept` over a reload or not. */
  | { readonly is: 'offline'; readonly waiting: boolean; readonly kept: boolean }
  /** The server answers but does not take edits just now; the page goes on trying. */
  | { readonly is: 'not-saved'; readonly code: number; readonly why: string; readonly kept: boolean }
  /** The canvas is locked: edits that it came before wait here, and go to the server when it is open. */
  | { readonly is: 'locked'; readonly kept: boolean }
  /** The server closed the connection for good; the code says why (contract, close codes 4400–4499). */
  | { readonly is: 'refused'; readonly code: number; readonly waiting: boolean; readonly kept: boolean }

/** Why the server last sent this page away to come back; `why` is its own sentence. */
export interface Trouble {
  readonly code: number
  readonly why: string
}

export interface SavedFacts {
  /** Whether there is a map to show: it was received, or this device had kept it. */
  readonly hasMap: boolean
  readonly synced: boolean
  readonly canWrite: boolean
  /** Whether what was made before this connection has been sent over it. */
  readonly answered: boolean
  /** Whether an edit was made that this connection could not take any more. */
  readonly missed: boolean
  /** Frames that this connection has sent, and how many of them its receipts cover. */
  readonly sent: number
  readonly receipted: number
  /** Whether there are edits that no receipt has covered yet. */
  readonly waiting: boolean
  /** Whether this device keeps them over a reload. */
  readonly kept: boolean
  /** Whether the server takes no edits of this person's for now. */
  readonly locked: boolean
  readonly trouble: Trouble | null
  readonly refusedWith: number | null
  /** The server has said that it restarts, and that was a moment ago. */
  readonly restarting: boolean
}

/** Whether receipts cover everything that was ever made here. */
export function isCovered({ synced, answered, missed, sent, receipted }: SavedFacts): boolean {
  return synced && answered && !missed && receipted >= sent
}

export function savedState(facts: SavedFacts): SavedState {
  const { waiting, kept, trouble, refusedWith } = facts
  if (refusedWith !== null) return { is: 'refused', code: refusedWith, waiting, kept }
  if (!facts.synced && !facts.hasMap) return { is: 'opening' }
  if (isCovered(facts) && facts.canWrite) return { is: 'saved' }
  if (facts.locked && facts.synced) return waiting ? { is: 'locked', kept } : { is: 'saved' }
  // It stays until something is saved again: each try to come back would look like "Saving…" for a moment.
  if (trouble !== null && facts.canWrite) return { is: 'not-saved', ...trouble, kept }
  if (!facts.synced && !facts.restarting) return { is: 'offline', waiting, kept }
  if (!facts.canWrite) return { is: 'reading-only' }
  // Nobody needs to hear of a restart that is over sooner than a sentence is read; what is on disk is still there.
  if (!facts.synced && !waiting) return { is: 'saved' }
  return { is: 'saving' }
}

/** What to say of the map and its comments together: whichever of the two is worse off. */
export function savedTogether(canvas: SavedState, comments: SavedState): SavedState {
  if (canvas.is === 'refused' || canvas.is === 'opening' || comments.is === 'opening') return canvas
  // The map is open all the same, and the words are at hand in the Comments panel.
  if (comments.is === 'refused') return { is: 'not-saved', code: comments.code, why: '', kept: comments.kept }
  if (canvas.is === 'not-saved' || canvas.is === 'locked' || comments.is === 'reading-only') return canvas
  if (comments.is === 'not-saved') return comments
  if (canvas.is === 'offline')
    return comments.is === 'offline' && comments.waiting
      ? { is: 'offline', waiting: true, kept: comments.kept && (canvas.kept || !canvas.waiting) }
      : canvas
  if (comments.is === 'offline') return comments.waiting ? comments : canvas
  return comments.is === 'saving' ? comments : canvas
}
