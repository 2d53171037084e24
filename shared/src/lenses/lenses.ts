/** The lenses there are, by the ids of `?lens=`, in the order of the panel. A new one is a file and a line here. */
import { brandKey } from './brand-key.ts'
import { dunford } from './dunford.ts'
import { goldenCircle } from './golden-circle.ts'
import type { Lens } from './lens.ts'
import { messageHouse } from './message-house.ts'
import { moore } from './moore.ts'
import { storybrand } from './storybrand.ts'
import { valueProposition } from './value-proposition.ts'

export const LENSES = {
  'message-house': messageHouse,
  dunford,
  moore,
  'value-proposition': valueProposition,
  'golden-circle': goldenCircle,
  'brand-key': brandKey,
  storybrand,
} as const satisfies Record<string, Lens>
export type LensId = keyof typeof LENSES

export const LENS_IDS = Object.keys(LENSES) as readonly LensId[]

export function isLensId(id: string): id is LensId {
  return Object.hasOwn(LENSES, id)
}
