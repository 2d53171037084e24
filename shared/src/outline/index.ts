export { outlineOf, type Hanging, type Outline, type OutlineEntry } from './outline-of.ts'
export { renderOutline } from './render-outline.ts'
