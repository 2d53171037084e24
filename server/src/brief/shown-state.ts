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
import type { Rooms } from '../rooms/index.ts'
import { docName, type MapStore } from '../stores/index.ts'
import type { Versions } from '../versions/index.ts'

export interface ShownParts {
  readonly rooms: Rooms
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

export async function stateShown(parts: ShownParts, map: MapId, role: Role): Promise<ShownState> {
  const version = includes(role, 'viewer') ? null : await frozenVersion(parts, map)
  if (version !== null) {
    const { name, at } = version.version
    return { map: version.map, revision: 0, asOf: at, version: { name, at: new Date(at).toISOString() } }
  }
  const { map: read, decided, head } = await parts.rooms.use(docName(map, 'canvas'), (room) => room.readCommitted())
  return { map: read, decided, revision: head.revision, asOf: head.changedAt ?? (0 as EpochMs) }
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
