/** News in figures: "2 blocks new, 1 reworded". Each block is counted once, as `newsOfBlocks` has it. */
import type { MapChange } from '../diff/index.ts'
import { countNews, newsOfBlocks, type NewsKind } from './count-news.ts'

const HOW: readonly (readonly [NewsKind, string])[] = [
  ['added', 'new'],
  ['agreed', 'agreed'],
  ['reworded', 'reworded'],
  ['changed', 'changed'],
  ['linked', 'linked anew'],
  ['gone', 'gone'],
]

/** The noun stands once. Without a full stop. */
export function summarise(changes: readonly MapChange[]): string {
  const counts = countNews(newsOfBlocks(changes))
  const parts: string[] = []
  for (const [kind, how] of HOW) {
    const n = counts[kind]
    if (n > 0) parts.push(parts.length > 0 ? `${n} ${how}` : `${n} ${n === 1 ? 'block' : 'blocks'} ${how}`)
  }
  for (const what of ['title', 'subject', 'voices'])
    if (changes.some((change) => change.block === null && change.what === what)) parts.push(`${what} changed`)
  if (changes.some(({ what }) => what === 'brief')) parts.push('brief arranged')
  return parts.join(', ')
}
