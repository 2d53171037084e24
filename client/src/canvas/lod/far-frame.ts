/** Which part of the map is drawn on the canvas of far cards, and how large, so that it serves for a while. Pure. */

/** In page units. */
export interface Rect {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export interface Frame {
  /** What is drawn, in page units. */
  readonly region: Rect
  /** In screen pixels, before it is stretched. */
  readonly width: number
  readonly height: number
  readonly zoom: number
}

/** Around the screen, of its width and height, all in all; less where that would take more pixels than these. */
const ROOM = 0.7
const MOST_PIXELS = 8_000_000
/** Of the room, what lies where the camera is going. */
const AHEAD = 0.85
/** Of what a zoom may bring in before it is drawn again. */
const SPARE = 1.03
/** A pan that leaves what is drawn within so many frames has the next picture begun. */
const FRAMES_AHEAD = 14
/** However many pixels a screen has: with less a zoom would be drawn anew in every frame. */
const LEAST_STRETCH = 1.1

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.minX >= outer.minX && inner.minY >= outer.minY && inner.maxX <= outer.maxX && inner.maxY <= outer.maxY

export const meets = (a: Rect, b: Rect): boolean =>
  b.minX <= a.maxX && b.maxX >= a.minX && b.minY <= a.maxY && b.maxY >= a.minY

export const same = (a: Rect, b: Rect): boolean => contains(a, b) && contains(b, a)

/** Whether a pan that goes on as in the last frame will soon have left the region. */
export function leavesSoon(region: Rect, before: Rect, view: Rect): boolean {
  const x = (view.minX - before.minX) * FRAMES_AHEAD
  const y = (view.minY - before.minY) * FRAMES_AHEAD
  const soon = { minX: view.minX + x, minY: view.minY + y, maxX: view.maxX + x, maxY: view.maxY + y }
  return !contains(region, soon)
}

/**
 * How much larger or smaller than seen a card is drawn ahead of a zoom: more where there are many, since to draw them
 * takes longer.
 */
export const stretchFor = (cards: number): number => Math.min(1.6, 1.15 + cards / 10_000)

interface Now {
  /** Where the layer of shapes is, and its zoom. */
  readonly layer: { readonly x: number; readonly y: number; readonly z: number }
  readonly view: Rect
  readonly screen: readonly [w: number, h: number, ratio: number]
  readonly stretch: number
  /** What was in view a frame ago; null at rest. */
  readonly from: Rect | null
  /** What was in view when it was last drawn. */
  readonly drawn: Rect | null
}

const wide = ({ minX, maxX }: Rect): number => maxX - minX

export function frameFor(now: Now): Frame {
  const { from, view } = now
  const isZooming = from !== null && Math.abs(wide(from) / wide(view) - 1) > 0.0001
  return isZooming ? frameAhead(now, from) : frameAround(now)
}

/** How many pixels lie before the screen in one direction: most of the room lies ahead. */
function before(room: number, moved: number): number {
  const share = moved === 0 ? 0.5 : moved > 0 ? 1 - AHEAD : AHEAD
  return Math.round(room * share)
}

function frameAround({ layer: { x, y, z }, view, screen: [w, h, ratio], drawn }: Now): Frame {
  const room = Math.max(0, Math.min(ROOM, Math.sqrt(MOST_PIXELS / (w * h * ratio * ratio)) - 1))
  const isNear = drawn !== null && Math.abs(wide(drawn) / wide(view) - 1) <= 0.0001
  const moved = (side: 'minX' | 'minY') => (isNear ? view[side] - drawn[side] : 0)
  const [left, top] = [before(w * room, moved('minX')), before(h * room, moved('minY'))]
  const [width, height] = [Math.ceil(w * (1 + room)), Math.ceil(h * (1 + room))]
  // In whole pixels of the screen, so that each falls on one.
  const [minX, minY] = [-left / z - x, -top / z - y]
  return { region: { minX, minY, maxX: minX + width / z, maxY: minY + height / z }, width, height, zoom: z }
}

/** Drawn for half of the way that it is to serve, around the place that the zoom leaves where it is. */
function frameAhead({ layer: { z }, view, screen: [w, h, ratio], stretch: wanted }: Now, from: Rect): Frame {
  // The picture is so much larger than the screen both ways.
  const most = Math.sqrt(MOST_PIXELS / (w * h * ratio * ratio)) / SPARE
  const stretch = Math.max(LEAST_STRETCH, Math.min(wanted, most))
  const isNearer = wide(from) > wide(view)
  const zoom = isNearer ? z * stretch : z / stretch
  const by = (isNearer ? 1 : stretch * stretch) * SPARE
  const side = (min: 'minX' | 'minY', max: 'maxX' | 'maxY'): readonly [number, number] => {
    const [length, was] = [view[max] - view[min], from[max] - from[min]]
    const share = Math.min(1, Math.max(0, (from[min] - view[min]) / (length - was)))
    const more = length * (by - 1)
    const spare = (length * (SPARE - 1)) / 2
    const start = view[min] - spare - Math.max(0, more - 2 * spare) * share
    return [start, start + length + more]
  }
  const [minX, maxX] = side('minX', 'maxX')
  const [minY, maxY] = side('minY', 'maxY')
  const pixels = by * (zoom / z)
  return { region: { minX, minY, maxX, maxY }, width: Math.ceil(w * pixels), height: Math.ceil(h * pixels), zoom }
}
