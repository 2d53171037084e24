export { openMapDoc, SCHEMA_VERSION, textFragment, textRoot, type MapDoc, type TextName } from './map-doc.ts'
export type { Ignored } from './ignored.ts'
export { MapReader, readMap, type MapRead } from './map-reader.ts'
export { readKeyed, writeKeyed, type KeyedRead } from './keyed-array.ts'
export { fitsSchema, readText, paragraphsOf } from './read-text.ts'
export { fillBareParagraphs, replaceText, seedText } from './write-text.ts'
export {
  BLOCK_SHAPE,
  drawingProblem,
  isDrawnType,
  LINK_SHAPE,
  readDrawings,
  type DrawingsRead,
  type IsPicture,
} from './read-drawings.ts'
export { readField, readFrame } from './read-block.ts'
export { pageFrames, pageFramesOf } from './page-frames.ts'
export { framesIn, thingsTouched, type Thing } from './touched.ts'
export { EDIT, UNTRACKED } from './origins.ts'
export * from './commands/index.ts'
