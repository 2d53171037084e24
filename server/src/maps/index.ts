export { makeMap, type Made } from './make-map.ts'
export { contentToAdd } from './imported.ts'
