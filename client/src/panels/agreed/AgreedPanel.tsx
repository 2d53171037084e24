/** What the map last agreed on, and what has moved since and by whom: block by block, to read, to copy, to print. */
import { agreedLineOf, type AgreedBlock } from '@throughline/shared/agreed'
import { useEffect, useMemo, useState } from 'react'
import { fetchAgreed } from '../../api/changes.ts'
import { useMap, useSession } from '../../session/hooks.ts'
import {
  AGREED_PANEL,
  agreedText,
  agreedWhen,
  AS_AGREED,
  COPIED,
  COPY_IT,
  MARKED_WITHOUT_WORDING,
  MOVED_SINCE,
  movedBy,
  type Mover,
  NO_LONGER,
  NOT_COPIED,
  NOTHING_AGREED,
  PRINT_IT,
  sayAgreedLine,
} from '../../text/agreed.ts'
import { LOOK_AT_IT } from '../../text/changes.ts'
import { KIND_WORDS } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { KindGlyph } from '../../ui/KindGlyph.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { WordDiff } from '../changes/WordDiff.tsx'
import styles from './AgreedPanel.module.css'

export interface AgreedPanelProps {
  readonly onClose?: (() => void) | undefined
  readonly takesFocus: boolean
}

const WIDTH = 520

export function AgreedPanel({ onClose, takesFocus }: AgreedPanelProps) {
  const session = useSession()
  const map = useMap()
  const line = useMemo(() => agreedLineOf(map), [map])
  const moved = line.blocks.filter(({ is }) => is !== 'as agreed')
  const still = line.blocks.filter(({ is }) => is === 'as agreed')
  const whoMoved = useWhoMoved(moved)
  const now = session.now()
  const copy = async () => {
    const by = (id: string) => movedBy(whoMoved.get(id), now)
    session.say((await copyText(agreedText(map.title, line, by, now))) ? COPIED : NOT_COPIED)
  }
  return (
    <Panel
      title={AGREED_PANEL}
      intro={line.last === null ? undefined : sayAgreedLine(line, now)}
      width={WIDTH}
      onClose={onClose}
      takesFocus={takesFocus}
    >
      {line.last === null ? (
        <p className={styles['none']}>
          {[...map.blocks.values()].some(({ status }) => status === 'agreed') ? MARKED_WITHOUT_WORDING : NOTHING_AGREED}
        </p>
      ) : (
        <>
          <p className={styles['title']} aria-hidden="true">
            {map.title}
          </p>
          {/* On a phone the panel's own head is only heard. */}
          {onClose === undefined && <p className={styles['intro']}>{sayAgreedLine(line, now)}</p>}
          <p className={styles['acts']}>
            <Button onClick={() => void copy()}>{COPY_IT}</Button>
            <Button look="text" onClick={() => window.print()}>
              {PRINT_IT}
            </Button>
          </p>
        </>
      )}
      {moved.length > 0 && (
        <section aria-labelledby="agreed-moved">
          <h3 id="agreed-moved" className={styles['group']}>
            {MOVED_SINCE}
          </h3>
          <ul className={styles['list']}>
            {moved.map((one) => (
              <Entry
                key={one.block.id}
                one={one}
                who={movedBy(whoMoved.get(one.block.id), now)}
                now={now}
                onLook={onClose && (() => session.canvas?.lookAt(one.block.id))}
              />
            ))}
          </ul>
        </section>
      )}
      {still.length > 0 && (
        <section aria-labelledby="agreed-still">
          <h3 id="agreed-still" className={styles['group']}>
            {AS_AGREED}
          </h3>
          <ul className={styles['list']}>
            {still.map((one) => (
              <Entry key={one.block.id} one={one} who="" now={now} onLook={undefined} />
            ))}
          </ul>
        </section>
      )}
    </Panel>
  )
}

interface EntryProps {
  readonly one: AgreedBlock
  readonly who: string
  readonly now: number
  /** Absent where there is no canvas beside the panel. */
  readonly onLook: (() => void) | undefined
}

function Entry({ one, who, now, onLook }: EntryProps) {
  const { block, agreed, is } = one
  return (
    <li className={styles['entry']}>
      <p className={styles['head']} data-kind={block.kind}>
        <KindGlyph kind={block.kind} />
        <span>{KIND_WORDS[block.kind]}</span>
        <span className={styles['when']}>{agreedWhen(one, now)}</span>
      </p>
      <p className={styles['words']} dir="auto">
        {is === 'reworded' ? <WordDiff before={agreed.statement} after={block.statement} /> : agreed.statement}
      </p>
      {is !== 'as agreed' && (
        <p className={styles['facts']}>
          {is === 'reworded' ? who !== '' && <span>{who}</span> : <span>{NO_LONGER}</span>}
          {onLook !== undefined && (
            <Button look="text" onClick={onLook}>
              {LOOK_AT_IT}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

/** Who reworded what, as the server knows it; without an answer the page says what and not who. */
function useWhoMoved(moved: readonly AgreedBlock[]): ReadonlyMap<string, Mover> {
  const { mapId } = useSession()
  const [who, setWho] = useState<ReadonlyMap<string, Mover>>(new Map())
  // Asked again when another wording moves, and not at each of its letters.
  const asked = moved.flatMap(({ block, is }) => (is === 'reworded' ? [block.id] : [])).join(' ')
  useEffect(() => {
    if (asked === '') return
    let wanted = true
    fetchAgreed(mapId).then(
      ({ blocks }) => {
        const found = blocks.flatMap(({ block, by, at }) => (at === null ? [] : [[block, { by, at }] as const]))
        if (wanted) setWho(new Map(found))
      },
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [mapId, asked])
  return who
}
