/**
 * What people have decided about the brief of their map. It belongs to the map as its words do: it syncs, it can be
 * undone, versions keep it and a restore brings it back (docs/decisions/0038-the-brief-in-the-document.md).
 *
 * - **CO1** `order` and `off` name blocks of the map, each once; `off` by id.
 */
import type { BlockId } from './ids.ts'

export interface Composition {
  /** Blocks that somebody has put in their place among those of their kind. The others come behind, in reading order. */
  readonly order: readonly BlockId[]
  /** Blocks that are kept off the brief. */
  readonly off: readonly BlockId[]
}

/** Nobody has decided anything: the brief follows the canvas. */
/** What is left of it where only those blocks are. */
export function compositionOf(brief: Composition, stays: (id: BlockId) => boolean): Composition {
  return { ...brief, order: brief.order.filter(stays), off: brief.off.filter(stays) }
}

export const AS_DRAWN: Composition = { order: [], off: [] }
