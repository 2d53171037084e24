/** Where the next card of an argument stands, on the canvas as from the outline. Pure. */

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The room between a card and the next of its argument. */
const ACROSS = 120
export const BELOW = 44
/** The room between two cards that stand side by side under a third. */
const BETWEEN = 24

const overlaps = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** The first free place on a side of a card: straight out, then further along until nothing lies there. */
export function nextTo(
  from: Place,
  side: 'left' | 'right' | 'top' | 'bottom',
  size: { readonly w: number; readonly h: number },
  others: readonly Place[],
): Place {
  const along = side === 'left' || side === 'right' ? { x: 0, y: 1 } : { x: 1, y: 0 }
  const start: Record<typeof side, Pick<Place, 'x' | 'y'>> = {
    left: { x: from.x - ACROSS - size.w, y: from.y },
    right: { x: from.x + from.w + ACROSS, y: from.y },
    top: { x: from.x, y: from.y - BELOW - size.h },
    bottom: { x: from.x, y: from.y + from.h + BELOW },
  }
  let at: Place = { ...start[side], ...size }
  // Every step passes at least one card, so it comes to an end.
  for (let tries = 0; tries <= others.length; tries += 1) {
    const here = at
    const hit = others.find((other) => overlaps(here, other))
    if (hit === undefined) return at
    at = { ...at, x: along.x === 0 ? at.x : hit.x + hit.w + BETWEEN, y: along.y === 0 ? at.y : hit.y + hit.h + BELOW }
  }
  return at
}
