export { blankMap } from './blank-map.ts'
export { exampleMap } from './example-map.ts'
export { exampleMapOn } from './example-on.ts'
