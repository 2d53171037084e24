/**
 * The maps this browser has opened, newest first: what the home page lists. Names and dates only; the right to open a
 * map lies in its cookie, which scripts cannot read, and in `known-keys.ts`.
 */
import { ROLES, type Role } from '@throughline/shared/access'
import { isId, type MapId } from '@throughline/shared/schema'
import { forget, keep, keptJson } from './keep.ts'
import { readPlates, type Plate } from './plates.ts'

export interface KnownMap {
  readonly id: MapId
  readonly title: string
  readonly subject: string
  readonly role: Role
  /** Milliseconds since 1970, by this machine's clock. */
  readonly openedAt: number
  /** What the map looked like when it was last open. */
  readonly plates: readonly Plate[]
}

const KEY = 'throughline:maps'
/** More than anybody scrolls through; keeps the entry small. */
const MOST = 200

function readKnownMap(value: unknown): KnownMap | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, title, subject, role, openedAt, plates } = value as Record<string, unknown>
  const knownRole = ROLES.find((known) => known === role)
  if (!isId(id) || knownRole === undefined) return null
  return {
    id: id as MapId,
    title: typeof title === 'string' ? title : '',
    subject: typeof subject === 'string' ? subject : '',
    role: knownRole,
    openedAt: typeof openedAt === 'number' ? openedAt : 0,
    plates: readPlates(plates),
  }
}

export function knownMaps(): readonly KnownMap[] {
  const stored = keptJson(KEY)
  if (!Array.isArray(stored)) return []
  return stored
    .map(readKnownMap)
    .filter((map) => map !== null)
    .toSorted((a, b) => b.openedAt - a.openedAt)
}

export function rememberMap(map: KnownMap): void {
  const others = knownMaps().filter((other) => other.id !== map.id)
  keep(KEY, JSON.stringify([map, ...others].slice(0, MOST)))
}

/** Takes a map off this browser's list, with its keys and what is kept of it for offline work. The map itself stays where it is. */
export function forgetMap(id: MapId): void {
  keep(KEY, JSON.stringify(knownMaps().filter((map) => map.id !== id)))
  forget(`throughline:keys:${id}`)
  // With what reads documents, which no page needs to list maps.
  void import('../session/device/left-on-device.ts').then(({ forgetOnDevice }) => forgetOnDevice(id))
}
