import type { BlockId } from '../schema/index.ts'
import type { Thread } from './thread.ts'

/** Proposals that somebody has decided about, whatever was decided (`Decisions` in `schema`). */
export type Decided = Pick<ReadonlyMap<string, unknown>, 'has'>

/** Neither resolved nor, where it proposes a wording, decided. */
export function isOpen({ id, resolved, proposal }: Thread, decided: Decided): boolean {
  return resolved === null && !(proposal !== null && decided.has(id))
}

/** How many open threads each block has; blocks without one are not in it. */
export function openThreadsByBlock(threads: readonly Thread[], decided: Decided): ReadonlyMap<BlockId, number> {
  const counts = new Map<BlockId, number>()
  for (const thread of threads) {
    const { about } = thread
    if (about.is === 'block' && isOpen(thread, decided)) counts.set(about.block, (counts.get(about.block) ?? 0) + 1)
  }
  return counts
}
