/** The outline as one reads it, line by line. */
import type { BlockId } from '../schema/index.ts'
import type { Outline, OutlineEntry } from './outline-of.ts'

export interface OutlineLine {
  readonly entry: OutlineEntry
  /** Names this line among all: a block that the argument reaches twice has two. */
  readonly key: string
  /** What it hangs under here; null at the top. */
  readonly parent: BlockId | null
  /** 0 at the top. */
  readonly level: number
}

export const lineKey = (parent: BlockId | null, id: BlockId): string => `${parent ?? ''}>${id}`

export function linesOf({ purposes, loose }: Outline): readonly OutlineLine[] {
  const lines: OutlineLine[] = []
  const add = (entry: OutlineEntry, parent: BlockId | null, level: number): void => {
    lines.push({ entry, key: lineKey(parent, entry.block.id), parent, level })
    for (const under of entry.under) add(under, entry.block.id, level + 1)
  }
  for (const entry of [...purposes, ...loose]) add(entry, null, 0)
  return lines
}
