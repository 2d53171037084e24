/** What the team has left as it is, with the reason, at the end of the list: nothing is hidden. */
import type { LeftNotice } from '@throughline/shared/notices'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import { noticesOf } from '../../session/notice-watch.ts'
import { LEFT_HEADING, leftBy, returnsIf, TAKEN_UP, TAKE_UP } from '../../text/notices.ts'
import { sayDate } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import { NoticeBlocks } from './NoticeBlocks.tsx'
import styles from './NoticesPanel.module.css'

export function LeftNotices({ left }: { readonly left: readonly LeftNotice[] }) {
  const session = useSession()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  if (left.length === 0) return null
  const takeUp = (notice: LeftNotice) => {
    noticesOf(session).takeUp(notice)
    session.say(TAKEN_UP)
  }
  return (
    <section className={styles['left']} aria-labelledby="notices-left">
      <h3 id="notices-left" className={styles['group']} tabIndex={-1}>
        {LEFT_HEADING} <span className={styles['count']}>{left.length}</span>
      </h3>
      <ul>
        {left.map((notice) => {
          const { reason, by, at } = notice.dismissal
          const when = at === 0 ? '' : sayDate(at, session.now())
          return (
            <li key={`${notice.rule} ${notice.about[0] ?? ''}`} className={styles['left-entry']}>
              {reason !== '' && (
                <p className={styles['reason']} dir="auto">
                  “{reason}”
                </p>
              )}
              <p className={styles['by']}>
                {[leftBy(by, when), returnsIf(notice.about.length)].filter((part) => part !== '').join('. ')}
              </p>
              <p className={styles['says']}>{notice.says}</p>
              <NoticeBlocks about={notice.about} />
              {canWrite && (
                <div className={styles['acts']}>
                  <Button look="text" onClick={() => takeUp(notice)}>
                    {TAKE_UP}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
