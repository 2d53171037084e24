/** A map's cards as bare rectangles: enough for the small picture on the home page, and no words of anybody. */
import { BLOCK_KINDS, type BlockKind, type Frame, type PositioningMap } from '@throughline/shared/schema'

export interface Plate extends Frame {
  readonly kind: BlockKind
}

/** A picture 148 px wide shows no more. */
const MOST = 120

/** Cards on the page; one inside a drawing frame stands where the frame's own coordinates put it, so it is left out. */
export function platesOf(map: PositioningMap): readonly Plate[] {
  return [...map.blocks.values()]
    .flatMap(({ kind, frame }) =>
      frame === null || frame.parentId !== ''
        ? []
        : [{ kind, x: Math.round(frame.x), y: Math.round(frame.y), w: Math.round(frame.w), h: Math.round(frame.h) }],
    )
    .slice(0, MOST)
}

export function platesBox(plates: readonly Plate[]): Frame {
  const x = Math.min(...plates.map((plate) => plate.x))
  const y = Math.min(...plates.map((plate) => plate.y))
  const right = Math.max(...plates.map((plate) => plate.x + plate.w))
  const bottom = Math.max(...plates.map((plate) => plate.y + plate.h))
  return { x, y, w: right - x, h: bottom - y }
}

export function readPlates(value: unknown): readonly Plate[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, MOST).flatMap((entry: unknown) => {
    const { kind, x, y, w, h } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
    const known = BLOCK_KINDS.find((one) => one === kind)
    const fits = [x, y, w, h].every((side) => typeof side === 'number' && Number.isFinite(side))
    return known === undefined || !fits ? [] : [{ kind: known, x, y, w, h } as Plate]
  })
}
