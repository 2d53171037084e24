import type { Link, LinkId } from '../../schema/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { transact } from './transact.ts'

/** Takes links away, with any twin that joins the same two blocks: readers show one of them only. */
export function unlinkBlocks(map: MapDoc, links: readonly Link[]): void {
  const gone = new Set(links.map((link) => pairOf(link.from, link.to)))
  const ids = new Set<LinkId | string>(links.map((link) => link.id))
  transact(map, () => {
    for (const [id, value] of [...map.links]) {
      const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown }
      if (ids.has(id) || (typeof from === 'string' && typeof to === 'string' && gone.has(pairOf(from, to))))
        map.links.delete(id)
    }
  })
}

/** Names two blocks, whichever comes first. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
