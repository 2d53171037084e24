/**
 * A block as a card: its form, who and what it is, its statement, and one line of what hangs on it. Words and status
 * come from the session; the record only says where and how large.
 */
import { questionFor, KIND_WORDS } from '../../text/words.ts'
import { COMPARE, COMPARE_DONE, isWriting, shortDay, wasAgreed } from '../../text/cards.ts'
import { openThreads } from '../../text/comments.ts'
import { voiceLetters } from '../../text/voice-letters.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { shownStatus, StatusGlyph, type ShownStatus } from '../../ui/StatusGlyph.tsx'
import { useComments, useMapSnapshot, useSession } from '../../session/hooks.ts'
import type { Peer } from '../../session/presence.ts'
import type { Block, BlockId, BlockKind } from '@throughline/shared/schema'
import { newWords } from '@throughline/shared/words'
import { MessageSquare } from 'lucide-react'
import {
  memo,
  useLayoutEffect,
  useMemo,
  useState,
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { cardFact, cardName, statusWords } from './card-facts.ts'
import { baseLinePath, cardOutline, foldPath, headerRulePath } from './card-form.ts'
import { CardField } from './CardField.tsx'
import { CARD_STEP } from '../trace/shown-trace.ts'
import './card.css'

interface FormProps {
  readonly kind: BlockKind
  readonly w: number
  readonly h: number
  readonly status: ShownStatus
}

/** Paper and lines, without words. */
const CardForm = memo(function CardForm({ kind, w, h, status }: FormProps) {
  const outline = cardOutline(kind, w, h)
  const agreed = status === 'agreed' || status === 'changed-since'
  return (
    <svg className="card-form" aria-hidden="true" focusable="false">
      <path className="card-writer" d={outline} />
      <path className="card-paper" d={outline} />
      {kind === 'purpose' && status === 'draft' && <path className="card-dashes" d={cardOutline(kind, w, h, -5)} />}
      <path className="card-rule" d={headerRulePath(w)} pathLength={1} />
      {kind === 'proof' && <path className="card-fold" d={foldPath(w)} />}
      {agreed && <path className="card-base" d={baseLinePath(kind, w, h)} />}
    </svg>
  )
})

function Statement({ block, comparing }: { readonly block: Block; readonly comparing: boolean }) {
  const { statement, agreed } = block
  const changed = shownStatus(block) === 'changed-since'
  const words = useMemo(
    () => (changed && agreed !== null ? newWords(agreed.statement, statement) : null),
    [changed, agreed, statement],
  )
  if (comparing && agreed !== null) return agreed.statement
  if (statement === '') return <em>{questionFor(block)}</em>
  if (words === null) return statement
  return words.map(({ text, isNew }, at) => (isNew ? <ins key={at}>{text}</ins> : text))
}

function Voices({ block }: { readonly block: Block }) {
  const voices = useMapSnapshot(({ map }) => map.voices)
  const letters = voiceLetters(voices, block.tellings)
  const tells = letters.filter((letter) => letter.tells).map(({ name }) => name)
  return (
    <span className="card-voices" role="img" aria-label={`Told by ${tells.join(', ')}`}>
      {letters.map(({ id, letters: mark, tells: told }) => (
        <span key={id} data-told={told}>
          {told ? mark : '·'}
        </span>
      ))}
    </span>
  )
}

/** The canvas must not take a press on a button in a card for a press on the card. */
const keepToItself = (event: PointerEvent) => event.stopPropagation()

interface FooterProps {
  readonly block: Block
  readonly comparing: boolean
  readonly onCompare: () => void
}

function Footer({ block, comparing, onCompare }: FooterProps) {
  const session = useSession()
  const fact = cardFact(block)
  if (shownStatus(block) === 'changed-since')
    return (
      <div className="card-foot">
        <span className="card-fact">{wasAgreed(shortDay(block.agreed?.at ?? '', session.now()))}</span>
        <button type="button" aria-pressed={comparing} onPointerDown={keepToItself} onClick={onCompare}>
          {comparing ? COMPARE_DONE : COMPARE}
        </button>
      </div>
    )
  if (block.tellings.size === 0 && fact === '') return null
  return (
    <div className="card-foot">
      {block.tellings.size > 0 && <Voices block={block} />}
      {fact !== '' && <span className="card-fact">{fact}</span>}
    </div>
  )
}

/** How many comments are open on it. Without a colour: it is nothing that anybody did wrong. */
function CommentCount({ id }: { readonly id: BlockId }) {
  const count = useComments(({ openByBlock }) => openByBlock.get(id) ?? 0)
  if (count === 0) return null
  return (
    <span className="card-comments" role="img" aria-label={openThreads(count)}>
      <MessageSquare size={12} strokeWidth={1.75} aria-hidden />
      {count}
    </span>
  )
}

function Header({ block, writer }: { readonly block: Block; readonly writer: Peer | undefined }): ReactNode {
  const session = useSession()
  return (
    <div className="card-head">
      <KindGlyph kind={block.kind} />
      <span className="card-kind">{KIND_WORDS[block.kind]}</span>
      <CommentCount id={block.id} />
      {writer === undefined ? (
        <span className="card-status">
          <StatusGlyph status={shownStatus(block)} />
          <span>{statusWords(block, session.now())}</span>
        </span>
      ) : (
        <span className="card-writing">{isWriting(writer.name)}</span>
      )}
    </div>
  )
}

/**
 * The key that ends writing must not go on to the canvas, where Esc would take the selection away too. The field keeps
 * its keys while it is there, but it is gone by the time that key has bubbled up here.
 */
function useKeptKeys(root: CardProps['root']): void {
  useLayoutEffect(() => {
    const card = root.current
    const stop = (event: KeyboardEvent) => {
      if (event.target instanceof Node && card?.contains(event.target) === false) event.stopPropagation()
    }
    card?.addEventListener('keydown', stop)
    return () => card?.removeEventListener('keydown', stop)
  }, [root])
}

export interface CardProps {
  readonly root: RefObject<HTMLDivElement | null>
  readonly block: Block
  readonly w: number
  readonly h: number
  /** Whether this person's caret is in it. */
  readonly editing: boolean
  /** Whether a trace runs through it. */
  readonly onLine: boolean
}

export function Card({ root, block, w, h, editing, onLine }: CardProps) {
  const [comparing, setComparing] = useState(false)
  useKeptKeys(root)
  const writer = useMapSnapshot(({ peers }) => peers.find(({ writing }) => writing === block.id))
  const status = shownStatus(block)
  const compared = comparing && !editing && status === 'changed-since'
  const color = writer === undefined ? undefined : `var(--person-${writer.color + 1})`
  return (
    <div
      ref={root}
      className="card"
      data-block={block.id}
      data-kind={block.kind}
      data-status={status}
      data-editing={editing}
      data-writer={writer !== undefined}
      data-comparing={compared}
      data-on-line={onLine}
      role="group"
      aria-label={cardName(block)}
      style={{ '--writer': color, '--step': CARD_STEP[block.kind] } as CSSProperties}
    >
      <CardForm kind={block.kind} w={w} h={h} status={status} />
      <Header block={block} writer={writer} />
      {editing ? (
        <CardField block={block} />
      ) : (
        <div className="card-statement" dir="auto">
          <Statement block={block} comparing={compared} />
        </div>
      )}
      <Footer block={block} comparing={compared} onCompare={() => setComparing(!comparing)} />
    </div>
  )
}
