/**
 * The open place beside the argument as far as it goes: where the next words would stand. One at a time, or none. Pure.
 *
 * - **OP1** On an empty map a purpose; beside a purpose that drives nothing yet, on a map without a value, a value.
 * - **OP2** Below the one selected value that nothing holds up, a proof.
 */
import {
  blocksOf,
  linkedTo,
  type Block,
  type BlockId,
  type BlockKind,
  type PositioningMap,
} from '@throughline/shared/schema'
import type { Side } from './pull-state.ts'

export interface OpenPlace {
  readonly kind: BlockKind
  /** Beside which block, and on which side of it; null on an empty map. */
  readonly beside: { readonly block: BlockId; readonly side: Side } | null
}

export function openPlaceOn(map: PositioningMap, selected: readonly BlockId[]): OpenPlace | null {
  if (map.blocks.size === 0) return { kind: 'purpose', beside: null }
  const one = selected.length === 1 && selected[0] !== undefined ? map.blocks.get(selected[0]) : undefined
  const purpose = openPurpose(map, one)
  if (purpose !== undefined) return { kind: 'value', beside: { block: purpose.id, side: 'right' } }
  if (one?.kind === 'value' && one.statement !== '' && linkedTo(map, one.id, 'proof').length === 0)
    return { kind: 'proof', beside: { block: one.id, side: 'bottom' } }
  return null
}

function openPurpose(map: PositioningMap, one: Block | undefined): Block | undefined {
  if (blocksOf(map, 'value').length > 0) return undefined
  return one?.kind === 'purpose' ? one : blocksOf(map, 'purpose')[0]
}
