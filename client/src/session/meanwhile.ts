/**
 * What others did while edits made here had not got through. It often comes as a burst, so it is gathered for a moment and
 * compared once: a comparison reads the map twice.
 *
 * - **MW1** Both sides are as they were before the first of it was merged.
 * - **MW2** What this page has made itself, and hears again, is nobody else's; whoever acts after it knew of it.
 */
import type { PositioningMap } from '@throughline/shared/schema'
import * as Y from 'yjs'

const GATHER_MS = 500
/** While something stays unconfirmed (a locked canvas, a disk that is slow) each comparison waits longer than the last. */
const GATHER_AT_MOST_MS = 8_000

/** Before anything of the others is merged. */
export interface Apart {
  readonly mine: PositioningMap
  /** Edits made here that no receipt covers, in the order they were made. */
  readonly unsent: readonly Uint8Array[]
  /** The document without them; null where this browser keeps nothing. */
  readonly settled: Promise<Uint8Array | null>
}

export interface MeanwhileParts {
  /** What the document holds, as a state vector. */
  readonly state: () => Uint8Array
  readonly apart: () => Apart
  /** The server has this edit of ours, and others may act on it from now on. */
  readonly onKnown: (edit: Uint8Array) => void
  readonly compare: (apart: Apart, theirs: readonly Uint8Array[]) => void
}

export class Meanwhile {
  readonly #parts: MeanwhileParts
  #gathered: { readonly apart: Apart; readonly theirs: Uint8Array[] } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitMs = GATHER_MS
  #comparedAt = 0

  constructor(parts: MeanwhileParts) {
    this.#parts = parts
  }

  /** To be called before the update is merged. */
  readonly hear = (update: Uint8Array): void => {
    const { state, apart, onKnown } = this.#parts
    if (isKnown(update, state())) {
      onKnown(update)
      return
    }
    if (this.#gathered === null) {
      this.#gathered = { apart: apart(), theirs: [] }
      const isInARow = Date.now() - this.#comparedAt < GATHER_AT_MOST_MS
      this.#waitMs = isInARow ? Math.min(this.#waitMs * 2, GATHER_AT_MOST_MS) : GATHER_MS
      this.#timer = setTimeout(() => this.#flush(), this.#waitMs)
    }
    this.#gathered.theirs.push(update)
  }

  /** For a line that is given up now: what it still brings is compared with how things are at this moment. */
  ofLateLine(): Meanwhile {
    const { state, apart, compare } = this.#parts
    const [then, both] = [state(), apart()]
    const known: Uint8Array[] = []
    const settled = async () => {
      const [base, ...more] = [await both.settled, ...known]
      return base === null ? null : Y.mergeUpdates([base, ...more])
    }
    return new Meanwhile({
      state: () => then,
      apart: () => ({ ...both, settled: settled() }),
      onKnown: (edit) => known.push(edit),
      compare: (now, theirs) => {
        compare(now, theirs)
        known.push(...theirs)
      },
    })
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#gathered = null
  }

  #flush(): void {
    const gathered = this.#gathered
    this.#gathered = null
    this.#comparedAt = Date.now()
    if (gathered !== null) this.#parts.compare(gathered.apart, gathered.theirs)
  }
}

/** Whether it brings nothing that the document lacks but deletions. */
function isKnown(update: Uint8Array, state: Uint8Array): boolean {
  const { to } = Y.parseUpdateMeta(update)
  const known = Y.decodeStateVector(state)
  return to.size > 0 && [...to].every(([client, clock]) => clock <= (known.get(client) ?? 0))
}
