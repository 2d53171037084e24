/** Workshops that were on this map before: who was there, and their minutes. */
import type { WorkshopRun } from '@throughline/shared/protocol'
import { useEffect, useState } from 'react'
import { listWorkshops } from '../../api/workshop.ts'
import { useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import { EARLIER_WORKSHOPS, sayWhen, whoWasThere } from '../../text/workshop.ts'
import { useAttempt } from '../../ui/use-attempt.ts'
import { MinutesLinks } from './MinutesLinks.tsx'
import writingStyles from './Writing.module.css'
import styles from './Workshop.module.css'

/** `now` is the one that the panel is about, whose minutes stand there. */
export function EarlierWorkshops({ now }: { readonly now: string | null }) {
  const { mapId } = useSession()
  const [runs, setRuns] = useState<readonly WorkshopRun[]>([])
  const { trouble, attempt } = useAttempt()
  useEffect(() => {
    let left = false
    void attempt(async () => {
      const found = await listWorkshops(mapId)
      if (!left) setRuns(found)
    })
    return () => {
      left = true
    }
  }, [mapId, now, attempt])
  const earlier = runs.filter(({ run, endedAt }) => run !== now && endedAt !== null)
  if (trouble !== null) return <p className={styles['note']}>{errorText(trouble).says}</p>
  if (earlier.length === 0) return null
  return (
    <section className={styles['earlier']}>
      <h3 className={styles['label']}>{EARLIER_WORKSHOPS}</h3>
      <ul className={writingStyles['writings']}>
        {earlier.map(({ run, programme, startedAt, people }) => (
          <li key={run}>
            <p className={writingStyles['teller']}>{programme}</p>
            <p className={styles['meta']}>
              {sayWhen(startedAt)} {whoWasThere(people)}
            </p>
            <MinutesLinks map={mapId} run={run} of={`${programme}, ${sayWhen(startedAt)}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
