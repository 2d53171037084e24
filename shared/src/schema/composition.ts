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
  /** `#rrggbb` in small letters, as it was chosen; `''` for the colours of the design. */
  readonly accent: string
  readonly logo: Logo | null
}

/** A picture of the map, as its server holds it. */
export interface Logo {
  /** Its id among the pictures of the map: a PNG or a JPEG, which every format can hold. */
  readonly asset: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** What it shows, in words; `''` for nothing but the subject's name. */
  readonly alt: string
}

export function isAccent(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value)
}

export function isLogoAsset(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}\.(?:png|jpg)$/.test(value)
}

/** What is left of it where only those blocks are. */
export function compositionOf(brief: Composition, stays: (id: BlockId) => boolean): Composition {
  return { ...brief, order: brief.order.filter(stays), off: brief.off.filter(stays) }
}

/** Nobody has decided anything: the brief follows the canvas. */
export const NOTHING_DECIDED: Composition = { order: [], off: [], accent: '', logo: null }
