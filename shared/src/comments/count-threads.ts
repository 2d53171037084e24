import type { BlockId } from '../schema/index.ts'
import type { Thread } from './thread.ts'

/** How many open threads each block has; blocks without one are not in it. */
export function openThreadsByBlock(threads: readonly Thread[]): ReadonlyMap<BlockId, number> {
  const counts = new Map<BlockId, number>()
  for (const { about, resolved } of threads)
    if (about.is === 'block' && resolved === null) counts.set(about.block, (counts.get(about.block) ?? 0) + 1)
  return counts
}
