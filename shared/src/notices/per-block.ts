/**
 * What is found in a block alone is found once, and again when the block is another object: when it has changed
 * (`MapReader`, MR4). So a keystroke costs the reading of one block, not of the map.
 */
import type { Block } from '../schema/index.ts'

/** What is known of each block, a place for each thing that is found: one weak map, since each costs the collector. */
const known = new WeakMap<Block, unknown[]>()
let places = 0

/** Made once for each thing to find, when the program starts. */
export function perBlock<Found>(find: (block: Block) => Found): (block: Block) => Found {
  const place = places
  places += 1
  return (block) => {
    const found = foundIn(block)
    if (found[place] === undefined) found[place] = { found: find(block) }
    return (found[place] as { readonly found: Found }).found
  }
}

function foundIn(block: Block): unknown[] {
  const found = known.get(block)
  if (found !== undefined) return found
  const made: unknown[] = []
  known.set(block, made)
  return made
}
