export type { Version, VersionId } from './version.ts'
export { readMapState, withoutBlocks, writeMapState, type MapState } from './map-state.ts'
export { restoreState, stateOfDoc } from './restore-state.ts'
export { AUTOMATIC_AT_MOST, thinOut } from './thin-out.ts'
