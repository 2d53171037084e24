export { makeMap, type Made } from './make-map.ts'
