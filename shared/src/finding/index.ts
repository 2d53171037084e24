export {
  find,
  ownersOf,
  type Found,
  type FoundBlock,
  type FoundLink,
  type Mark,
  type Place,
  type Query,
} from './find.ts'
export { fold } from './fold.ts'
