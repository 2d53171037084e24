/**
 * How high a card must be for its words, by asking the browser: the same CSS, off the page.
 *
 * - **MC1** A card of this height shows its whole statement and its footer, whatever the script.
 * - **MC2** An answer is kept until the statements' font arrives; `onFontsArrived` says when to ask again.
 * - **MC3** However many cards are asked for at once, the page is laid out once.
 */
import { LIMITS, MIN_SIZE, type Block, type BlockKind } from '@throughline/shared/schema'
import { questionFor } from '../../text/words.ts'
import { hasFooter } from './card-facts.ts'
import { PLAIN_ROOM, STATEMENT_TOP } from './card-form.ts'
import './card.css'

type Measured = Pick<Block, 'id' | 'kind' | 'statement' | 'fields' | 'tellings' | 'status' | 'agreed'>

/** Below the last line, with its margins. */
const FOOTER_ROOM = 34

/** Entries are small; a map with more distinct texts than this measures some of them again. */
const MOST_KEPT = 20_000
const heights = new Map<string, number>()
const watchers = new Set<() => void>()
let host: HTMLElement | null = null

function openHost(): HTMLElement {
  const root = document.createElement('div')
  root.className = 'card-measure'
  root.setAttribute('aria-hidden', 'true')
  document.body.append(root)
  document.fonts?.addEventListener('loadingdone', forget)
  return root
}

/** Only the face that statements are set in matters here. */
const isStatementFace = ({ family, style }: FontFace): boolean => style === 'normal' && /literata/i.test(family)

function forget({ fontfaces }: FontFaceSetLoadEvent): void {
  if (!fontfaces.some(isStatementFace)) return
  heights.clear()
  for (const watcher of watchers) watcher()
}

/** Calls back whenever earlier answers may no longer hold. Returns what calls it off. */
export function onFontsArrived(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

interface Question {
  readonly key: string
  readonly kind: BlockKind
  readonly text: string
  readonly w: number
}

function questionOf({ id, kind, statement }: Measured, width: number): Question {
  const text = statement === '' ? questionFor({ id, kind }) : statement
  const w = Math.round(width)
  return { key: `${kind} ${w} ${text}`, kind, text, w }
}

function cardOf({ kind, text, w }: Question): HTMLElement {
  const card = document.createElement('div')
  card.className = 'card'
  card.dataset['kind'] = kind
  card.style.width = `${w}px`
  const words = document.createElement('div')
  words.className = 'card-statement'
  words.dir = 'auto'
  words.textContent = text
  card.append(words)
  return card
}

/** Writes everything, then reads everything (MC3). */
function ask(questions: readonly Question[]): void {
  if (questions.length === 0) return
  host ??= openHost()
  const cards = questions.map(cardOf)
  host.replaceChildren(...cards)
  if (heights.size + questions.length > MOST_KEPT) heights.clear()
  for (const [at, { key }] of questions.entries()) {
    const words = cards[at]?.firstElementChild
    if (words instanceof HTMLElement) heights.set(key, words.offsetHeight)
  }
  host.replaceChildren()
}

/** Finds out about many cards at once, so that asking for each costs nothing afterwards. */
export function measureAhead(cards: Iterable<readonly [block: Measured, w: number]>): void {
  const questions = new Map<string, Question>()
  for (const [block, w] of cards) {
    const question = questionOf(block, w)
    if (!heights.has(question.key)) questions.set(question.key, question)
  }
  ask([...questions.values()])
}

/** The height in page units that a card of this width needs; never under the smallest card's. */
export function measureCard(block: Measured, w: number): number {
  const question = questionOf(block, w)
  if (!heights.has(question.key)) ask([question])
  const room = hasFooter(block) ? FOOTER_ROOM : PLAIN_ROOM
  const needed = STATEMENT_TOP[block.kind] + (heights.get(question.key) ?? 0) + room
  return Math.min(LIMITS.cardSide, Math.max(MIN_SIZE.h, Math.ceil(needed)))
}
