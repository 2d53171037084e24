export { type Lens, type LensGroup, type LensSlot, type SlotPart, type Which } from './lens.ts'
export { isLensId, LENS_IDS, LENSES, type LensId } from './lenses.ts'
export { fillLens, type FilledGroup, type FilledSlot, type LensCell } from './fill-lens.ts'
export { composeLens } from './compose-lens.ts'
