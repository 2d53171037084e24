/** Finding blocks by what is written in them: every word of the query, anywhere, in any case and accent. */
import { inReadingOrder } from '../brief/index.ts'
import type { Block, PositioningMap } from '../schema/index.ts'

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

function wordsIn({ statement, detail, owner, tags, fields, tellings }: Block): string {
  return folded([statement, detail, owner, ...tags, ...Object.values(fields), ...tellings.values()].join('\n'))
}

/** In reading order; none for a query without words. */
export function findBlocks(map: PositioningMap, query: string): readonly Block[] {
  const wanted = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return inReadingOrder(map.blocks.values()).filter((block) => {
    const text = wordsIn(block)
    return wanted.every((word) => text.includes(word))
  })
}
