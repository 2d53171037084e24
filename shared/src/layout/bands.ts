/**
 * Columns of purposes, values and audiences; several such bands side by side when one would be a tower.
 * The number of bands is the one with which the map is largest on a laptop's screen.
 */
import type { BlockId, BlockKind } from '../schema/index.ts'
import { boundsOf, spread, type Box } from './geometry.ts'
import { argumentsOf, neighbours, type MapToLayOut, type Near, type Unit } from './units.ts'

/** Between columns: room for a link to bend and for its label. */
const COLUMN_GAP = 176
const BAND_GAP = 200
/** Between a value with its proofs and the next. */
const VALUE_GAP = 46
const CARD_GAP = 48
/** A canvas at 1440×900 with bar, rail and some air. */
const SCREEN = { w: 1_300, h: 800 }
/** A further band must be worth it: links between bands run across cards. */
const BAND_COST = 0.92
const CROSSING_COST = 3
const MOST_BANDS = 16

export function balance(map: MapToLayOut, ordered: readonly Unit[]): Map<BlockId, Box> {
  const near = neighbours(map)
  const parts = argumentsOf(near, ordered)
  const values = ordered.filter(({ block }) => block.kind === 'value')
  let best: { boxes: Map<BlockId, Box>; worth: number } | null = null
  for (let count = 1; count <= Math.min(MOST_BANDS, Math.max(1, values.length)); count += 1) {
    const { boxes, crossing } = placeBands(map, near, splitIntoBands(near, parts, count))
    const zoom = zoomToFit(boundsOf(boxes.values()))
    const worth = (zoom * BAND_COST ** Math.min(count - 1, 3)) / (1 + CROSSING_COST * crossing)
    if (best === null || worth > best.worth) best = { boxes, worth }
  }
  return best?.boxes ?? new Map()
}

/** How large a map shows on a laptop when all of it is to be seen. */
export function zoomToFit(bounds: Box | null): number {
  return bounds === null ? 1 : Math.min(1, SCREEN.w / bounds.w, SCREEN.h / bounds.h)
}

type Columns = Readonly<Record<Exclude<BlockKind, 'proof'>, Unit[]>>

interface Bands {
  readonly boxes: Map<BlockId, Box>
  /** Which part of all links leads from one band to another. */
  readonly crossing: number
}

function placeBands(map: MapToLayOut, near: Near, bands: readonly Columns[]): Bands {
  const boxes = new Map<BlockId, Box>()
  const bandOf = new Map<BlockId, number>()
  let x = 0
  for (const [at, band] of bands.entries()) {
    const placed = placeBand(near, band)
    for (const id of placed.keys()) bandOf.set(id, at)
    const bounds = boundsOf(placed.values())
    if (bounds === null) continue
    for (const [id, box] of placed) boxes.set(id, { ...box, x: box.x + x - bounds.x, y: box.y - bounds.y })
    x += bounds.w + BAND_GAP
  }
  const links = map.links.filter(({ from, to }) => bandOf.has(from) && bandOf.has(to))
  const crossing = links.filter(({ from, to }) => bandOf.get(from) !== bandOf.get(to)).length
  return { boxes, crossing: links.length === 0 ? 0 : crossing / links.length }
}

/** What hangs together stays in one band until it is this much taller than a band would be. */
const TALLEST = 1.6

/** Values in their order, cut into stretches of like height; the rest goes where most of its values are. */
function splitIntoBands(near: Near, all: readonly (readonly Unit[])[], count: number): readonly Columns[] {
  const bands = Array.from({ length: count }, (): Columns => ({ purpose: [], value: [], audience: [] }))
  const bandOf = new Map<BlockId, number>()
  const parts = all.map((units) => units.filter(({ block }) => block.kind === 'value'))
  const heightOf = (units: readonly Unit[]) => units.reduce((sum, { size }) => sum + size.h + VALUE_GAP, 0)
  const each = heightOf(parts.flat()) / count
  let height = 0
  for (const part of parts) {
    const together = heightOf(part) <= each * TALLEST ? [part] : part.map((unit) => [unit])
    for (const units of together) {
      const at = Math.min(count - 1, Math.floor((height + heightOf(units) / 2) / each))
      height += heightOf(units)
      for (const unit of units) {
        bandOf.set(unit.block.id, at)
        bands[at]?.value.push(unit)
      }
    }
  }
  for (const unit of all.flat()) {
    const { kind, id } = unit.block
    if (kind === 'value' || kind === 'proof') continue
    const votes = (near.get(id) ?? []).flatMap((other) => bandOf.get(other.id) ?? [])
    bands[mostFrequent(votes)]?.[kind].push(unit)
  }
  return bands
}

/** The smallest of the most frequent; 0 for none. */
function mostFrequent(votes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1)
  return [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0
}

function placeBand(near: Near, columns: Columns): Map<BlockId, Box> {
  const boxes = new Map<BlockId, Box>()
  const tops = new Map<BlockId, number>()
  const setColumn = (units: readonly Unit[], starts: readonly number[], x: number) => {
    for (const [at, unit] of units.entries()) {
      const y = starts[at] ?? 0
      tops.set(unit.block.id, y)
      for (const { id, box } of unit.cards) boxes.set(id, { ...box, x: box.x + x, y: box.y + y })
    }
  }
  /** As high as what it is linked with, on average; behind its neighbour when it is linked with nothing here. */
  const wish = (unit: Unit, at: number) => {
    const linked = (near.get(unit.block.id) ?? []).flatMap(({ id }) => tops.get(id) ?? [])
    const want =
      linked.length === 0 ? at * (unit.size.h + CARD_GAP) : linked.reduce((sum, top) => sum + top, 0) / linked.length
    return { want, length: unit.size.h }
  }
  const widest = (units: readonly Unit[]) => Math.max(0, ...units.map(({ size }) => size.w))

  const valuesX = columns.purpose.length === 0 ? 0 : widest(columns.purpose) + COLUMN_GAP
  const audiencesX = valuesX + (columns.value.length === 0 ? 0 : widest(columns.value) + COLUMN_GAP)
  setColumn(
    columns.value,
    spread(
      columns.value.map(({ size }) => ({ want: 0, length: size.h })),
      VALUE_GAP,
    ),
    valuesX,
  )
  setColumn(columns.audience, spread(columns.audience.map(wish), CARD_GAP), audiencesX)
  setColumn(columns.purpose, spread(columns.purpose.map(wish), CARD_GAP), 0)
  return boxes
}
