export { contentOfNewMap, contentToAdd } from './content-of.ts'
