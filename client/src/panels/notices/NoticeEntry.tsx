/** One notice: its number, what it says, the blocks, and once it is looked at, why it matters and what one could do. */
import { setField } from '@throughline/shared/doc'
import type { Notice } from '@throughline/shared/notices'
import { memo, useRef, useState } from 'react'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { noticesOf } from '../../session/notice-watch.ts'
import {
  ACTS,
  ALTERNATIVE_LABEL,
  ALTERNATIVE_SAVE,
  LEAVE,
  LEAVE_LABEL,
  LEAVE_SAVE,
  LEFT_SAID,
  SHOW_BLOCKS,
  SHOW_LINE,
  SOURCE_LABEL,
  SOURCE_SAVE,
} from '../../text/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { actOn, ACTS_OF, ACTS_SAY_ALL, isLineAct, isPossible, showLine, type LineAct, type Places } from './acts.ts'
import { NoticeBlocks } from './NoticeBlocks.tsx'
import { OneLine } from './OneLine.tsx'
import styles from './NoticesPanel.module.css'

export interface NoticeEntryProps {
  readonly notice: Notice
  readonly numeral: number
  /** Whether it is the one that is looked at. */
  readonly here: boolean
  readonly places: Places
  readonly onLook: (notice: Notice) => void
  /** It is no longer in the list; the focus goes on from here. */
  readonly onLeft: (numeral: number) => void
}

const LINES: Record<LineAct, { label: string; save: string; field: 'source' | 'alternative' }> = {
  'add-source': { label: SOURCE_LABEL, save: SOURCE_SAVE, field: 'source' },
  'name-alternative': { label: ALTERNATIVE_LABEL, save: ALTERNATIVE_SAVE, field: 'alternative' },
}

export const NoticeEntry = memo(function NoticeEntry(props: NoticeEntryProps) {
  const { notice, numeral, here, onLook } = props
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const id = `notice-${numeral}`
  return (
    <li className={styles['entry']} data-here={here} data-rule={notice.rule}>
      <span className={`${styles['numeral']} tnum`} aria-hidden="true">
        {numeral}
      </span>
      <div className={styles['body']}>
        <h4 className={styles['says']}>
          <button
            type="button"
            className={styles['look']}
            data-numeral={numeral}
            aria-expanded={here}
            aria-controls={here ? id : undefined}
            onClick={() => onLook(notice)}
          >
            <span className="only-heard">{numeral}. </span>
            {notice.says}
          </button>
        </h4>
        <NoticeBlocks about={notice.about} onChoose={() => onLook(notice)} />
        {here && (
          <div id={id} className={styles['reasons']}>
            <p>{notice.why}</p>
            {!(canWrite && ACTS_SAY_ALL.has(notice.rule)) && <p>{notice.could}</p>}
          </div>
        )}
        <EntryActs {...props} />
      </div>
    </li>
  )
})

function EntryActs({ notice, numeral, here, places, onLeft }: NoticeEntryProps) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const [asking, setAsking] = useState<LineAct | 'leave' | null>(null)
  const asker = useRef<HTMLDivElement>(null)
  const [first] = notice.about
  const done = () => {
    setAsking(null)
    asker.current?.querySelector('button')?.focus()
  }
  const leave = (reason: string) => {
    noticesOf(session).leave(notice, reason)
    session.say(LEFT_SAID)
    onLeft(numeral)
  }
  if (asking === 'leave') return <OneLine label={LEAVE_LABEL} save={LEAVE_SAVE} onSave={leave} onCancel={done} />
  if (asking !== null && first !== undefined) {
    const { label, save, field } = LINES[asking]
    const keep = (text: string) => {
      session.edit((map) => setField(map, first, field, text))
      done()
    }
    return <OneLine label={label} save={save} onSave={keep} onCancel={done} />
  }
  const acts = canWrite ? ACTS_OF[notice.rule].filter((act) => isPossible(session, notice, act)) : []
  return (
    <div className={styles['acts']} ref={asker}>
      {acts.map((act, at) => (
        <Button
          key={act}
          look={here && at === 0 ? 'filled' : 'text'}
          onClick={() => (isLineAct(act) ? setAsking(act) : actOn(session, notice, act, places))}
        >
          {ACTS[act]}
        </Button>
      ))}
      {notice.about.length > 1 && !places.mapHidden && (
        <Button look="text" onClick={() => session.canvas?.showBlocks(notice.about)}>
          {SHOW_BLOCKS}
        </Button>
      )}
      {here && first !== undefined && (
        <Button look="text" onClick={() => showLine(session, first, places)}>
          {SHOW_LINE}
        </Button>
      )}
      {canWrite && (
        <Button look="text" onClick={() => setAsking('leave')}>
          {LEAVE}
        </Button>
      )}
    </div>
  )
}
