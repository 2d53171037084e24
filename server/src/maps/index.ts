export { makeMap, type Made } from './make-map.ts'
export { clearNow, keepClearing, KEPT_MS } from './clear-deleted.ts'
