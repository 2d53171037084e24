/** Boxes in page units, and how to set some in a row without any two touching. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The least room between two cards that nobody has placed. */
export const GAP = 24

export function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

/** True when the two come closer than `gap`. */
export function collide(a: Box, b: Box, gap: number = GAP): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
}

/** A length that wants to start at `want` and will not come closer than its gap to the one before it. */
export interface Wish {
  readonly want: number
  readonly length: number
}

/** Starts for lengths in the given order, as near to their wishes as the order and the gap allow (pooled averages). */
export function spread(wishes: readonly Wish[], gap: number): readonly number[] {
  // Without the lengths in between, the order alone is left to keep: merge neighbours that contradict it.
  const pools: { sum: number; count: number }[] = []
  let before = 0
  for (const { want, length } of wishes) {
    let pool = { sum: want - before, count: 1 }
    before += length + gap
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop()
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
    }
    pools.push(pool)
  }
  const bases = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  let offset = 0
  return wishes.map(({ length }, at) => {
    const start = (bases[at] ?? 0) + offset
    offset += length + gap
    return Math.round(start)
  })
}
