/**
 * Finding on a map: every word of the query, in whatever a block holds, without regard to capitals and accents.
 *
 * - **FI1** A block is found when each word stands somewhere in it; filters narrow that, and work without words.
 * - **FI2** What stands in statements comes first, whole words before parts; then the order in which the map is read.
 *
 * Costs one pass over the folded texts, which are kept as long as their blocks are: 500 blocks take about a millisecond.
 */
import { inReadingOrder } from '../brief/index.ts'
import {
  linkedTo,
  type Block,
  type BlockKind,
  type FieldName,
  type Link,
  type PositioningMap,
  type Status,
  type VoiceId,
} from '../schema/index.ts'
import { fold, type Folded } from './fold.ts'

export interface Query {
  readonly words: string
  readonly kind?: BlockKind | undefined
  readonly status?: Status | undefined
  readonly owner?: string | undefined
  /** Values that no proof holds. */
  readonly withoutProof?: boolean | undefined
  /** Proofs whose day of review has passed. */
  readonly pastReview?: boolean | undefined
}

/** Which of a block's texts. */
export type Place =
  | { readonly is: 'statement' | 'detail' | 'tags' | 'owner' }
  | { readonly is: 'field'; readonly field: FieldName }
  | { readonly is: 'telling'; readonly voice: VoiceId }

/** From and to, in UTF-16 units of the text. */
export type Mark = readonly [start: number, end: number]

export interface FoundBlock {
  readonly is: 'block'
  readonly block: Block
  readonly place: Place
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A link is found by what it says: the relation of its two kinds. */
export interface FoundLink {
  readonly is: 'link'
  readonly link: Link
  readonly from: Block
  readonly to: Block
}

export type Found = FoundBlock | FoundLink

const LABELS = { drives: 'drives', serves: 'serves', supports: 'supports', relates: 'relates to' } as const

interface Part {
  readonly place: Place
  readonly text: string
  readonly folded: Folded
}

const parts = new WeakMap<Block, readonly Part[]>()

function partsOf(block: Block): readonly Part[] {
  const known = parts.get(block)
  if (known !== undefined) return known
  const { statement, detail, tags, owner, fields, tellings } = block
  const texts: readonly (readonly [Place, string])[] = [
    [{ is: 'statement' }, statement],
    [{ is: 'detail' }, detail],
    ...Object.entries(fields).map(([field, text]) => [{ is: 'field', field: field as FieldName }, text] as const),
    ...[...tellings].map(([voice, text]) => [{ is: 'telling', voice }, text] as const),
    [{ is: 'tags' }, tags.join(', ')],
    [{ is: 'owner' }, owner],
  ]
  const made = texts.filter(([, text]) => text !== '').map(([place, text]) => ({ place, text, folded: fold(text) }))
  parts.set(block, made)
  return made
}

function wordsOf(query: string): readonly string[] {
  return fold(query)
    .text.split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, 12)
}

const LETTER = /[\p{L}\p{N}]/u

/** 2 where the word begins a word, 1 where it stands inside one, 0 where it does not stand. */
function standing(text: string, word: string): 0 | 1 | 2 {
  let inside: 0 | 1 = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !LETTER.test(text[at - 1] ?? '')) return 2
    inside = 1
  }
  return inside
}

function marksIn({ folded }: Part, words: readonly string[]): readonly Mark[] {
  const marks = words.flatMap((word): readonly Mark[] => {
    const at = folded.text.indexOf(word)
    return at < 0 ? [] : [[folded.from[at] ?? 0, folded.from[at + word.length] ?? 0]]
  })
  return marks.toSorted(([a], [b]) => a - b)
}

interface Scored {
  readonly found: FoundBlock
  readonly score: number
}

function findIn(block: Block, words: readonly string[]): Scored | null {
  const all = partsOf(block)
  let score = 0
  for (const word of words) {
    let best = 0
    for (const { place, folded } of all) {
      const stands = standing(folded.text, word)
      best = Math.max(best, stands === 0 ? 0 : stands + (place.is === 'statement' ? 2 : 0))
    }
    if (best === 0) return null
    score += best
  }
  const shown = all.find(({ folded }) => words.some((word) => folded.text.includes(word))) ?? all[0]
  const { place, text } = shown ?? { place: { is: 'statement' } as const, text: '' }
  return {
    found: { is: 'block', block, place, text, marks: shown === undefined ? [] : marksIn(shown, words) },
    score,
  }
}

function isWanted(map: PositioningMap, block: Block, query: Query, today: string): boolean {
  const { kind, status, owner, withoutProof = false, pastReview = false } = query
  if (kind !== undefined && block.kind !== kind) return false
  if (status !== undefined && block.status !== status) return false
  if (owner !== undefined && block.owner !== owner) return false
  if (withoutProof && (block.kind !== 'value' || linkedTo(map, block.id, 'proof').length > 0)) return false
  const { reviewBy } = block.fields
  return !pastReview || (block.kind === 'proof' && reviewBy !== undefined && reviewBy < today)
}

/** `today` is a day as fields write it, YYYY-MM-DD. An empty query finds nothing. */
export function find(map: PositioningMap, query: Query, today: string): readonly Found[] {
  const words = wordsOf(query.words)
  const { kind, status, owner, withoutProof = false, pastReview = false } = query
  const narrows = kind !== undefined || status !== undefined || owner !== undefined || withoutProof || pastReview
  if (words.length === 0 && !narrows) return []
  const scored = inReadingOrder([...map.blocks.values()]).flatMap((block) => {
    const found = isWanted(map, block, query, today) ? findIn(block, words) : null
    return found === null ? [] : [found]
  })
  const blocks = scored.toSorted((a, b) => b.score - a.score).map(({ found }) => found)
  return narrows || words.length === 0 ? blocks : [...blocks, ...findLinks(map, words)]
}

function findLinks(map: PositioningMap, words: readonly string[]): readonly FoundLink[] {
  return map.links.flatMap((link): readonly FoundLink[] => {
    const label = LABELS[link.relation]
    const [from, to] = [map.blocks.get(link.from), map.blocks.get(link.to)]
    if (from === undefined || to === undefined || !words.every((word) => standing(label, word) === 2)) return []
    return [{ is: 'link', link, from, to }]
  })
}

/** Everybody who owns a block, once each, as people are looked up. */
export function ownersOf(map: PositioningMap): readonly string[] {
  const owners = new Set([...map.blocks.values()].map(({ owner }) => owner).filter((owner) => owner !== ''))
  return [...owners].toSorted((a, b) => fold(a).text.localeCompare(fold(b).text, 'en'))
}
