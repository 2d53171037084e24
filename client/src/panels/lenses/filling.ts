/** How a gap is filled: what the cells of a lens ask of the panel. */
import type { BlockId, BlockKind } from '@throughline/shared/schema'
import { createContext } from 'react'

/** Makes a block of a kind, linked with another if given, and puts the caret into one of its slots. */
export type Fill = (kind: BlockKind, beside: BlockId | null, slot: string) => void

export const FillingContext = createContext<Fill>(() => {})
