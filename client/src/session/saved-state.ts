/**
 * Where my edits are, in one of the states that the top bar says in words.
 *
 * - **SS1** `saved` is said only when every frame that this connection has sent is on disk at the server.
 * - **SS2** An edit made while there is no connection is `offline` with `waiting`, until a receipt covers it.
 */
export type SavedState =
  | { readonly is: 'opening' }
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | { readonly is: 'reading-only' }
  /** The server is out of reach; `waiting` edits live in this tab alone. */
  | { readonly is: 'offline'; readonly waiting: boolean }
  /** The server closed the connection for good; the code says why (contract, close codes 4400–4499). */
  | { readonly is: 'refused'; readonly code: number }

export interface SavedFacts {
  readonly everSynced: boolean
  readonly synced: boolean
  readonly canWrite: boolean
  /** Frames that this connection has sent, and how many of them its receipts cover. */
  readonly sent: number
  readonly receipted: number
  /** Whether anything was edited here since the last moment at which everything was saved. */
  readonly edited: boolean
  readonly refusedWith: number | null
}

export function savedState(facts: SavedFacts): SavedState {
  if (facts.refusedWith !== null) return { is: 'refused', code: facts.refusedWith }
  if (!facts.synced) return facts.everSynced ? { is: 'offline', waiting: facts.edited } : { is: 'opening' }
  if (!facts.canWrite) return { is: 'reading-only' }
  // Just connected again: what was made meanwhile leaves with the answer to the server's step 1, which is still to come.
  const unsent = facts.edited && facts.sent === 0
  return unsent || facts.receipted < facts.sent ? { is: 'saving' } : { is: 'saved' }
}
