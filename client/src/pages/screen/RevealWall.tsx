/** What was written to one question, as large as there is room for; the room reads it in silence first. */
import type { WorkshopView, WritingView } from '@throughline/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import { MarkedWords } from '../../panels/tellings/MarkedWords.tsx'
import { useDrift } from '../../panels/workshop/use-drift.ts'
import { voiceNamed } from '../../panels/workshop/voice-named.ts'
import {
  ALL_SEALED,
  haveWritten,
  LIT_ON_SCREEN,
  NOBODY_WROTE,
  promptOf,
  QUESTION_AFTER,
  QUESTION_BEFORE,
  WHAT_DO_YOU_NOTICE,
} from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { Kind } from './Kind.tsx'
import styles from './Screen.module.css'

/** One question at a time: the one that was revealed last, and the others by arrow key. */
function usePrompt({ prompts }: WorkshopView) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      prompts.findIndex(({ tellings }) => tellings !== null),
    ),
  )
  const open = prompts.flatMap(({ id, tellings }) => (tellings === null ? [] : [id])).join(' ')
  const before = useRef(open)
  useEffect(() => {
    const known = before.current.split(' ')
    const fresh = open.split(' ').find((id) => !known.includes(id))
    before.current = open
    if (fresh !== undefined) setAt(prompts.findIndex(({ id }) => id === fresh))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when another one is open, and not with every view
  }, [open])
  const last = prompts.length - 1
  const go = (by: number) => setAt((now) => Math.min(last, Math.max(0, now + by)))
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight' || key === 'PageDown') go(1)
      if (key === 'ArrowLeft' || key === 'PageUp') go(-1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the last question's place matters
  }, [last])
  return { at: Math.min(at, last), go }
}

export function RevealWall({ view }: { readonly view: WorkshopView }) {
  const { at, go } = usePrompt(view)
  const { prompts, people } = view
  const prompt = prompts[at]
  if (prompt === undefined) return null
  const { tellings, text, kind, written } = prompt
  const here = people.filter((person) => person.here).length
  return (
    <section className={styles['wall']} data-kind={kind ?? undefined}>
      <header className={styles['wall-head']}>
        <Kind prompt={prompt} />
        <h2>{text}</h2>
        {prompts.length > 1 && (
          <p className={styles['turn']}>
            <Button look="text" aria-disabled={at === 0} onClick={() => go(-1)}>
              {QUESTION_BEFORE}
            </Button>
            <span className="tnum">{promptOf(at + 1, prompts.length)}</span>
            <Button look="text" aria-disabled={at === prompts.length - 1} onClick={() => go(1)}>
              {QUESTION_AFTER}
            </Button>
          </p>
        )}
      </header>
      {tellings === null ? (
        <p className={styles['says']}>
          {haveWritten(written, Math.max(here, written))}. {ALL_SEALED}
        </p>
      ) : (
        <Wall view={view} writings={tellings} />
      )}
    </section>
  )
}

/** Until so many the words are as large as in a small room; then smaller, and in columns. */
const SIZES = [
  [5, 'large'],
  [9, 'middle'],
] as const

function Wall({ view, writings }: { readonly view: WorkshopView; readonly writings: readonly WritingView[] }) {
  const drift = useDrift(writings)
  if (writings.length === 0) return <p className={styles['says']}>{NOBODY_WROTE}</p>
  const size = SIZES.find(([most]) => writings.length <= most)?.[1] ?? 'small'
  return (
    <>
      <ul className={styles['said']} data-size={size} tabIndex={size === 'small' ? 0 : undefined}>
        {writings.map((writing) => {
          const reading = drift?.readings.find(({ teller }) => teller === writing.writing)
          const who = [voiceNamed(view, writing.voice), writing.name].filter((one) => one !== null && one !== undefined)
          return (
            <li key={writing.writing}>
              <p className={styles['who']}>{who.join(', ')}</p>
              <p dir="auto">
                {reading === undefined || drift === null ? (
                  writing.text
                ) : (
                  <MarkedWords reading={reading} drift={drift} />
                )}
              </p>
            </li>
          )
        })}
      </ul>
      <p className={styles['notice']}>
        <em>{WHAT_DO_YOU_NOTICE}</em>
        {writings.length > 1 && <span>{LIT_ON_SCREEN}</span>}
      </p>
    </>
  )
}
