/** The map's own shapes and what is drawn around them. */
import type { TLAnyShapeUtilConstructor, TLComponents } from 'tldraw'
import { FarCards } from '../lod/FarCards.tsx'
import { BlockShapeUtil } from './block-shape.tsx'
import { LinkShapeUtil } from './link-shape.tsx'
import { MapForeground } from './MapForeground.tsx'
import { MapIndicators } from './MapIndicators.tsx'

/** For `<Tldraw shapeUtils>`. */
export const BLOCK_SHAPE_UTILS: readonly TLAnyShapeUtilConstructor[] = [BlockShapeUtil, LinkShapeUtil]

/** For `<Tldraw components>`; whoever needs either place as well renders ours beside its own. */
export const mapComponents = {
  OnTheCanvas: FarCards,
  ShapeIndicators: MapIndicators,
  InFrontOfTheCanvas: MapForeground,
} as const satisfies TLComponents

export { MapForeground, MapIndicators }
export { measureCard, onFontsArrived } from './measure-card.ts'
export { startWriting, stopWriting, writeWhenShown } from './writing-in.ts'
