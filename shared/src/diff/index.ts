export type { AboutChange, BlockChange, BlockEdit, BlockState, MapChange } from './change.ts'
export { diffMaps, stateOf } from './diff-maps.ts'
export { applyChanges } from './apply-changes.ts'
export { sayChange } from './say-change.ts'
