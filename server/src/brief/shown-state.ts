/**
 * Which state of a map a brief is made of.
 *
 * - **SH1** A reader is shown the version that an owner has chosen, in every form, and nothing of the map since; whoever
 *   may see the map is shown the map.
 * - **SH2** When that version is gone, a reader is shown nothing: never the map instead.
 */
import { includes, type Role } from '@throughline/shared/access'
import type { Brief } from '@throughline/shared/brief'
import { AppError } from '@throughline/shared/errors'
import type { Decisions, EpochMs, MapId, PositioningMap } from '@throughline/shared/schema'
import type { Version } from '@throughline/shared/versions'
import type { Glance, Rooms } from '../rooms/index.ts'
import { docName, type MapStore } from '../stores/index.ts'
import type { Versions } from '../versions/index.ts'

export interface ShownParts {
  readonly rooms: Pick<Rooms, 'use' | 'glance'>
  readonly versions: Pick<Versions, 'read'>
  readonly stores: { readonly maps: Pick<MapStore, 'get'> }
}

export interface ShownState {
  readonly map: PositioningMap
  readonly decided?: Decisions
  /** 0 for a version: it is named by itself. */
  readonly revision: number
  readonly asOf: EpochMs
  /** Absent for the map as it is. */
  readonly version?: NonNullable<Brief['version']>
}

/** The same of a map that nobody has open, not read yet. */
export type StoredShown = Pick<ShownState, 'revision' | 'asOf' | 'version'> & { readonly parts: readonly Uint8Array[] }

export async function stateShown(parts: ShownParts, map: MapId, role: Role): Promise<ShownState> {
  const frozen = await frozenShown(parts, map, role)
  if (frozen !== null) return frozen
  const { map: read, decided, head } = await parts.rooms.use(docName(map, 'canvas'), (room) => room.readCommitted())
  return { map: read, decided, ...stateOf(head) }
}

/** As `stateShown`, where it can be read elsewhere. */
export async function glanceShown(parts: ShownParts, map: MapId, role: Role): Promise<ShownState | StoredShown> {
  const frozen = await frozenShown(parts, map, role)
  if (frozen !== null) return frozen
  const glance = await parts.rooms.glance(docName(map, 'canvas'))
  if (glance.is === 'stored') return { parts: glance.parts, ...stateOf(glance.head) }
  return { map: glance.map, decided: glance.decided, ...stateOf(glance.head) }
}

const stateOf = ({ revision, changedAt }: Glance['head']) => ({ revision, asOf: changedAt ?? (0 as EpochMs) })

async function frozenShown(parts: ShownParts, map: MapId, role: Role): Promise<ShownState | null> {
  const frozen = includes(role, 'viewer') ? null : await frozenVersion(parts, map)
  if (frozen === null) return null
  const { name, at } = frozen.version
  return { map: frozen.map, revision: 0, asOf: at, version: { name, at: new Date(at).toISOString() } }
}

const GONE = 'This brief stays on a version that is gone. Ask whoever sent you the link to choose another.'

async function frozenVersion(
  { stores, versions }: ShownParts,
  map: MapId,
): Promise<{ readonly version: Version; readonly map: PositioningMap } | null> {
  const id = (await stores.maps.get(map))?.frozen ?? null
  if (id === null) return null
  const { version, state } = await versions.read(map, id).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not-found') throw new AppError('not-found', GONE, { cause: error })
    throw error
  })
  return { version, map: state.map }
}
