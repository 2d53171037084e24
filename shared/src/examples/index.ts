export { blankMap } from './blank-map.ts'
export { exampleMap } from './example-map.ts'
