/** What people decide about their brief: in which order blocks stand on it, and which are kept off. */
import { compareText, isAccent, type BlockId, type Composition, type Logo } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { baseIn, placesIn } from '../read-composition.ts'
import { transact } from './transact.ts'

const placeKey = (id: BlockId) => `place:${id}`
const offKey = (id: BlockId) => `off:${id}`

/**
 * Puts a block right before another, or behind all of them (`null`). `order` are all blocks of the map in the order of
 * the brief. With the first move all keep the places that they have at that moment, wherever their cards go.
 */
export function moveOnBrief(map: MapDoc, order: readonly BlockId[], id: BlockId, before: BlockId | null): void {
  const others = order.filter((other) => other !== id)
  const at = before === null ? others.length : others.indexOf(before)
  if (at === -1 || !order.includes(id) || order.indexOf(id) === at) return
  transact(map, () => {
    const places = placesIn(map)
    const isOrdered = isRising(order.map((other) => places.get(other)))
    const placed = isOrdered ? between(others, at, (other) => places.get(other)) : null
    if (placed !== null) {
      map.brief.set(placeKey(id), placed)
      return
    }
    writeOrder(map, order)
    map.brief.set(placeKey(id), between(others, at, (other) => order.indexOf(other)) ?? at)
  })
}

function isRising(places: readonly (number | undefined)[]): boolean {
  return places.every((place, at) => place !== undefined && (at === 0 || place > (places[at - 1] ?? Infinity)))
}

/** Null where two numbers are too close for another between them. */
function between(others: readonly BlockId[], at: number, placeOf: (id: BlockId) => number | undefined): number | null {
  const [low, high] = [others[at - 1], others[at]].map((other) => (other === undefined ? undefined : placeOf(other)))
  const found = low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : low + (high - low) / 2
  const isBetween = (low === undefined || found > low) && (high === undefined || found < high)
  return isBetween && Number.isFinite(found) ? found : null
}

function writeOrder(map: MapDoc, order: readonly BlockId[]): void {
  for (const key of [...map.brief.keys()]) if (key.startsWith('place:')) map.brief.delete(key)
  if (order.length > 0) map.brief.set('order', [...order])
  else map.brief.delete('order')
}

/**
 * Gives a block that is back the place that it had in `was`: before the block that it stood before, or behind the one that
 * it stood behind. Without any of its neighbours it has no place, as all that nobody has put in one.
 */
export function returnToBriefOrder(map: MapDoc, id: BlockId, was: readonly BlockId[]): void {
  const places = placesIn(map)
  const inOrder = [...places].filter(([other]) => other !== id).toSorted(([a, m], [b, n]) => m - n || compareText(a, b))
  const others = inOrder.map(([other]) => other)
  const stood = was.indexOf(id)
  if (stood === -1) return
  const next = was.slice(stood + 1).find((other) => others.includes(other))
  const last = was.slice(0, stood).findLast((other) => others.includes(other))
  if (next === undefined && last === undefined) return
  const at = next === undefined ? others.indexOf(last ?? id) + 1 : others.indexOf(next)
  const place = between(others, at, (other) => places.get(other))
  transact(map, () => {
    if (place === null) writeOrder(map, others.toSpliced(at, 0, id))
    else map.brief.set(placeKey(id), place)
  })
}

export function keepOffBrief(map: MapDoc, id: BlockId): void {
  if (map.brief.get(offKey(id)) !== true) transact(map, () => map.brief.set(offKey(id), true))
}

export function bringOntoBrief(map: MapDoc, id: BlockId): void {
  if (map.brief.has(offKey(id))) transact(map, () => map.brief.delete(offKey(id)))
}

/** `''` gives it the colours of its design back. */
export function setAccent(map: MapDoc, accent: string): void {
  const chosen = accent.toLowerCase()
  if (chosen === (map.brief.get('accent') ?? '')) return
  transact(map, () => (isAccent(chosen) ? map.brief.set('accent', chosen) : map.brief.delete('accent')))
}

export function setLogo(map: MapDoc, logo: Logo | null): void {
  if (logo !== null) transact(map, () => map.brief.set('logo', { ...logo }))
  else if (map.brief.has('logo')) transact(map, () => map.brief.delete('logo'))
}

/** Nothing is decided about these blocks any more; for inside a transaction. */
export function forgetOnBrief(map: MapDoc, gone: ReadonlySet<string>): void {
  for (const key of [...map.brief.keys()]) if (gone.has(key.slice(key.indexOf(':') + 1))) map.brief.delete(key)
  const base = baseIn(map.brief.get('order'))
  if (base.some((id) => gone.has(id)))
    map.brief.set(
      'order',
      base.map((id) => (gone.has(id) ? '' : id)),
    )
}

/** For a map that is begun or goes back to an earlier state; writes no more than what differs. */
export function writeComposition(map: MapDoc, before: Composition, after: Composition): void {
  if (before.order.join() !== after.order.join()) writeOrder(map, after.order)
  if (before.accent !== after.accent) setAccent(map, after.accent)
  if (JSON.stringify(before.logo) !== JSON.stringify(after.logo)) setLogo(map, after.logo)
  for (const id of before.off) if (!after.off.includes(id)) map.brief.delete(offKey(id))
  for (const id of after.off) if (!before.off.includes(id)) map.brief.set(offKey(id), true)
}
