/** Wordings that are being settled: side by side, the one that they become, and who sees it differently. */
import type { BlockView, WorkshopView } from '@throughline/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import { Dissent, ownDissent } from '../../panels/workshop/Dissent.tsx'
import { voiceNamed } from '../../panels/workshop/voice-named.ts'
import { wordingsOf } from '../../panels/workshop/wordings-of.ts'
import {
  agreedBy,
  ALL_LOOK_AT,
  broughtTo,
  IS_AGREED,
  moreWordings,
  NOTHING_SETTLED_YET,
  SEE_DIFFERENTLY,
  STILL_WRITTEN,
  WORDINGS,
} from '../../text/workshop.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { BlockCard } from './BlockCard.tsx'
import { isBrought } from './Looking.tsx'
import styles from './Blocks.module.css'

export interface SettlingProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly busy: boolean
}

export function Settling({ live, view, busy }: SettlingProps) {
  const { blocks = [], brought } = view
  const ordered = useSteadyOrder(blocks)
  const now = brought?.blocks ?? []
  if (ordered.length === 0) return <p className={styles['empty']}>{NOTHING_SETTLED_YET}</p>
  return (
    <div className={styles['settling']}>
      <p role="status" className="only-heard">
        {isBrought(view) && broughtTo(brought?.text ?? '')}
      </p>
      {ordered.map((block) => (
        <One
          key={block.block}
          live={live}
          view={view}
          busy={busy}
          block={block}
          broughtAt={now.includes(block.block) ? (brought?.at ?? null) : null}
          isAlone={ordered.length === 1}
        />
      ))}
    </div>
  )
}

/** Whatever is there already stays where it is: somebody may be writing under it. */
function useSteadyOrder(blocks: readonly BlockView[]): readonly BlockView[] {
  const [order, setOrder] = useState<readonly string[]>([])
  const fresh = blocks.map(({ block }) => block).filter((id) => !order.includes(id))
  if (fresh.length > 0) setOrder([...order, ...fresh])
  return [...order, ...fresh].flatMap((id) => blocks.find(({ block }) => block === id) ?? [])
}

interface OneProps extends SettlingProps {
  readonly block: BlockView
  /** When everybody was brought here; null where they were not. */
  readonly broughtAt: number | null
  readonly isAlone: boolean
}

function One({ live, view, busy, block, broughtAt, isAlone }: OneProps) {
  const whole = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(broughtAt !== null || isAlone)
  useEffect(() => {
    if (broughtAt === null) return
    setOpen(true)
    // Nobody is torn out of a sentence.
    if (document.activeElement?.tagName !== 'TEXTAREA') whole.current?.scrollIntoView({ block: 'start' })
  }, [broughtAt])
  return (
    <details
      ref={whole}
      className={styles['one']}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {broughtAt !== null && <span className={styles['label']}>{ALL_LOOK_AT}</span>}
        <BlockCard block={block} />
        {!open && block.agreed !== null && <span className={styles['note']}>{IS_AGREED}</span>}
      </summary>
      <p className={styles['note']} role="status">
        {block.agreed === null ? STILL_WRITTEN : agreedBy(block.agreed)}
      </p>
      <Against block={block} />
      <Dissent live={live} busy={busy} about={block.block} before={ownDissent(view, block.block)} />
      <Wordings view={view} block={block} />
    </details>
  )
}

/** One's own, too: so one sees that it is kept. */
function Against({ block: { dissents } }: { readonly block: BlockView }) {
  if (dissents.length === 0) return null
  return (
    <section>
      <h3 className={styles['label']}>{SEE_DIFFERENTLY}</h3>
      <Sayings all={dissents.map(({ person, name, text }) => ({ key: person, who: name, words: text }))} />
    </section>
  )
}

/** So many are read at a glance; the rest is a press away. */
const AT_FIRST = 6

function Wordings({ view, block }: { readonly view: WorkshopView; readonly block: BlockView }) {
  const all = wordingsOf(block, view)
  const [more, setMore] = useState(false)
  if (all.length === 0) return null
  const shown = more ? all : all.slice(0, AT_FIRST)
  return (
    <section>
      <h3 className={styles['label']}>{WORDINGS}</h3>
      <Sayings all={shown.map(({ id, voice, words }) => ({ key: id, who: voiceNamed(view, voice), words }))} />
      {shown.length < all.length && (
        <button type="button" className={styles['more']} onClick={() => setMore(true)}>
          {moreWordings(all.length - shown.length)}
        </button>
      )}
    </section>
  )
}

interface Saying {
  readonly key: string
  readonly who: string | null
  readonly words: string
}

function Sayings({ all }: { readonly all: readonly Saying[] }) {
  return (
    <ul className={styles['words']}>
      {all.map(({ key, who, words }) => (
        <li key={key}>
          <p className={styles['who']}>{who}</p>
          <p dir="auto">{words}</p>
        </li>
      ))}
    </ul>
  )
}
