/** What people have decided about their brief, out of whatever peers wrote there. */
import {
  cleanLine,
  compareText,
  cutText,
  isAccent,
  isId,
  isLogoAsset,
  LIMITS,
  type BlockId,
  type Composition,
  type Logo,
  type PositioningMap,
} from '../schema/index.ts'
import type { MapDoc } from './map-doc.ts'
import { plainObject } from './plain.ts'

/** What is decided about a block, and about which. Ids have no colon. */
const KEY = /^(place|off):(.+)$/

export interface CompositionRead {
  readonly brief: Composition
  /** Entries that are no decision. */
  readonly malformed: number
}

/**
 * The same object as `before` where it says the same (MR4). Never throws. Decisions about a block that is gone are kept in
 * the document, for it may come back.
 */
export function readComposition(
  map: MapDoc,
  blocks: PositioningMap['blocks'],
  before: Composition | undefined,
): CompositionRead {
  const off: BlockId[] = []
  let malformed = 0
  for (const [key, value] of map.brief.entries()) {
    if (isWhole(key, value) || isDecision(key, value)) {
      const id = key.slice('off:'.length) as BlockId
      if (key.startsWith('off:') && blocks.has(id)) off.push(id)
    } else malformed += 1
  }
  const places = [...placesIn(map)].filter(([id]) => blocks.has(id))
  const order = places.toSorted(([a, m], [b, n]) => m - n || compareText(a, b)).map(([id]) => id)
  const accent = map.brief.get('accent')
  const read: Composition = {
    order,
    off: off.toSorted(compareText),
    accent: isAccent(accent) ? accent : '',
    logo: readLogo(map.brief.get('logo')),
  }
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(read)
  return { brief: isSame ? before : read, malformed }
}

/** What is decided about the brief as a whole. */
function isWhole(key: string, value: unknown): boolean {
  if (key === 'order') return Array.isArray(value)
  return key === 'accent' ? isAccent(value) : key === 'logo' && readLogo(value) !== null
}

function readLogo(value: unknown): Logo | null {
  const { asset, width, height, alt } = plainObject(value) ?? {}
  if (!isLogoAsset(asset) || !isSide(width) || !isSide(height)) return null
  return { asset, width, height, alt: typeof alt === 'string' ? cutText(cleanLine(alt), LIMITS.altLength) : '' }
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= LIMITS.pictureSide
}

function isDecision(key: string, value: unknown): boolean {
  const [, what, id] = KEY.exec(key) ?? []
  return isId(id) && (what === 'off' ? value === true : isPlace(value))
}

/**
 * Where blocks stand on the brief, smaller first. All begin in the places of one list, which two people who begin at
 * once write alike; whoever moves a block gives it a number of its own, so that neither takes the other's move back.
 */
export function placesIn({ brief }: MapDoc): ReadonlyMap<BlockId, number> {
  const places = new Map<BlockId, number>()
  for (const [at, id] of baseIn(brief.get('order')).entries()) if (id !== '' && !places.has(id)) places.set(id, at)
  for (const [key, value] of brief.entries())
    if (key.startsWith('place:') && isDecision(key, value))
      places.set(key.slice('place:'.length) as BlockId, Number(value))
  return places
}

/** `''` for an entry that is no id or has been taken out: the others keep their places. */
export function baseIn(value: unknown): readonly (BlockId | '')[] {
  return Array.isArray(value) ? value.map((id: unknown) => (isId(id) ? (id as BlockId) : '')) : []
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
