/** What the map shows about itself, grouped; the cards wear the same numbers as long as the panel is open. */
import type { Notice, NoticeGroup } from '@throughline/shared/notices'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMapSnapshot, useNotices, useSession } from '../../session/hooks.ts'
import { noticesOf } from '../../session/notice-watch.ts'
import { GROUP_WORDS, LOOKING, NOTHING_TO_NOTICE, NOTICES_INTRO, NOTICES_PANEL, openCount } from '../../text/notices.ts'
import { Panel } from '../../ui/Panel.tsx'
import { LeftNotices } from './LeftNotices.tsx'
import { NoticeEntry } from './NoticeEntry.tsx'
import { useMapHidden } from './use-map-hidden.ts'
import styles from './NoticesPanel.module.css'

export interface NoticesPanelProps {
  readonly onClose?: (() => void) | undefined
  /** Opens the panel of the block that is chosen. */
  readonly onOpenBlock: () => void
  /** Shows a block in the outline. */
  readonly onOutline: (block: BlockId) => void
}

export function NoticesPanel({ onClose, onOpenBlock, onOutline }: NoticesPanelProps) {
  const session = useSession()
  const { found, open, left } = useNotices()
  const body = useRef<HTMLDivElement>(null)
  const mapHidden = useMapHidden()
  const places = useMemo(
    () => ({ openBlock: onOpenBlock, mapHidden, showInOutline: onOutline }),
    [onOpenBlock, mapHidden, onOutline],
  )
  const { here, look } = useLookedAt(open)
  useEffect(() => {
    const watch = noticesOf(session)
    watch.mark(true)
    return () => watch.mark(false)
  }, [session])
  /** To the notice that has moved up into the place of the one that was left, else to what was left. */
  const onLeft = useCallback((numeral: number) => {
    requestAnimationFrame(() => {
      const next = body.current?.querySelector<HTMLElement>(`[data-numeral="${numeral}"]`)
      const last = body.current?.querySelector<HTMLElement>('#notices-left')
      ;(next ?? last)?.focus()
    })
  }, [])
  return (
    <Panel title={NOTICES_PANEL} intro={NOTICES_INTRO} onClose={onClose}>
      <div ref={body} className={styles['all']}>
        <p role="status" className="only-heard">
          {found ? openCount(open.length) : LOOKING}
        </p>
        {found && open.length === 0 && <p className={styles['empty']}>{NOTHING_TO_NOTICE}</p>}
        {groupsOf(open).map(([group, entries]) => (
          <section key={group} aria-labelledby={`notices-${group}`}>
            <h3 id={`notices-${group}`} className={styles['group']}>
              {GROUP_WORDS[group]} <span className={styles['count']}>{entries.length}</span>
            </h3>
            <ol>
              {entries.map(({ notice, numeral }) => (
                <NoticeEntry
                  key={keyOf(notice)}
                  notice={notice}
                  numeral={numeral}
                  here={here === notice}
                  places={places}
                  onLook={look}
                  onLeft={onLeft}
                />
              ))}
            </ol>
          </section>
        ))}
        <LeftNotices left={left} />
      </div>
    </Panel>
  )
}

interface Numbered {
  readonly notice: Notice
  readonly numeral: number
}

function groupsOf(open: readonly Notice[]): readonly (readonly [NoticeGroup, readonly Numbered[]])[] {
  return [
    ...Map.groupBy(
      open.map((notice, at) => ({ notice, numeral: at + 1 })),
      ({ notice }) => notice.group,
    ),
  ]
}

const keyOf = ({ rule, about }: Notice): string => `${rule} ${about[0] ?? ''}`

/**
 * Which notice is looked at: the one that was opened here, else the first that speaks of the block chosen on the map,
 * else the first of all. A second press on it closes it.
 */
function useLookedAt(open: readonly Notice[]): {
  readonly here: Notice | undefined
  readonly look: (notice: Notice) => void
} {
  const chosen = useMapSnapshot(({ view }) => (view.selected.length === 1 ? view.selected[0] : undefined))
  const [opened, setOpened] = useState<{ readonly key: string; readonly chosen: string | undefined } | null>(null)
  // What was opened gives way when another block is chosen on the map.
  const mine = open.find((notice) => keyOf(notice) === opened?.key)
  const isMine =
    mine !== undefined && (chosen === undefined || opened?.chosen === chosen || mine.about.includes(chosen))
  const ofChosen = chosen === undefined ? undefined : open.find(({ about }) => about[0] === chosen)
  const isShut = opened?.key === '' && opened.chosen === chosen
  const here = isShut ? undefined : isMine ? mine : (ofChosen ?? open[0])
  const look = useCallback(
    (notice: Notice) => setOpened({ key: notice === here ? '' : keyOf(notice), chosen }),
    [here, chosen],
  )
  return { here, look }
}
