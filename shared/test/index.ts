export { assertSound, buildBlock, buildMap, linksBetween, type BlockSketch, type MapSketch } from './build-map.ts'
export { anyAlmostMapFile } from './any-almost-map-file.ts'
export { anyId, anyLine, anyMap, anyMapFile, anyParagraphs } from './any-map.ts'
