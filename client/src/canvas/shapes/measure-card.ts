/**
 * How high a card must be for its words, by asking the browser: the same CSS, off the page.
 *
 * - **MC1** A card of this height shows its whole statement and its footer, whatever the script.
 * - **MC2** An answer is kept until a font arrives; `onFontsArrived` says when to ask again.
 */
import { LIMITS, MIN_SIZE, type Block, type BlockKind } from '@throughline/shared/schema'
import { KIND_QUESTIONS } from '../../text/words.ts'
import { hasFooter } from './card-facts.ts'
import './card.css'

type Measured = Pick<Block, 'kind' | 'statement' | 'fields' | 'tellings' | 'status' | 'agreed'>

const STATEMENT_TOP: Record<BlockKind, number> = { purpose: 46, value: 44, audience: 44, proof: 44 }
/** Below the last line: the footer with its margins, or a margin alone. */
const FOOTER_ROOM = 34
const PLAIN_ROOM = 8

/** Entries are small; a map with more distinct texts than this measures some of them again. */
const MOST_KEPT = 20_000
const heights = new Map<string, number>()
const watchers = new Set<() => void>()
let host: { readonly root: HTMLElement; readonly card: HTMLElement; readonly text: HTMLElement } | null = null

function openHost() {
  const root = document.createElement('div')
  root.className = 'card-measure'
  root.setAttribute('aria-hidden', 'true')
  const card = document.createElement('div')
  card.className = 'card'
  const text = document.createElement('div')
  text.className = 'card-statement'
  text.dir = 'auto'
  card.append(text)
  root.append(card)
  document.body.append(root)
  document.fonts?.addEventListener('loadingdone', forget)
  return { root, card, text }
}

function forget(): void {
  heights.clear()
  for (const watcher of watchers) watcher()
}

/** Calls back whenever earlier answers may no longer hold. Returns what calls it off. */
export function onFontsArrived(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function textHeight(kind: BlockKind, text: string, w: number): number {
  const key = `${kind} ${Math.round(w)} ${text}`
  const known = heights.get(key)
  if (known !== undefined) return known
  host ??= openHost()
  host.root.style.width = `${Math.round(w)}px`
  host.card.dataset['kind'] = kind
  host.text.textContent = text
  const height = host.text.offsetHeight
  if (heights.size >= MOST_KEPT) heights.clear()
  heights.set(key, height)
  return height
}

/** The height in page units that a card of this width needs; never under the smallest card's. */
export function measureCard(block: Measured, w: number): number {
  const text = block.statement === '' ? KIND_QUESTIONS[block.kind] : block.statement
  const room = hasFooter(block) ? FOOTER_ROOM : PLAIN_ROOM
  const needed = STATEMENT_TOP[block.kind] + textHeight(block.kind, text, w) + room
  return Math.min(LIMITS.cardSide, Math.max(MIN_SIZE.h, Math.ceil(needed)))
}
