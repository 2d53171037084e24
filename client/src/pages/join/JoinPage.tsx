/** What a participant needs in a workshop and nothing else: a name and a voice, the question of now, dots, the clock. */
import type { MapId } from '@throughline/shared/schema'

import { callMe } from '../../browser/me.ts'
import { errorText } from '../../text/errors.ts'
import { JOIN_TITLE, OPENING } from '../../text/workshop.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useLiveWorkshop } from '../../workshop/index.ts'
import { JoinForm } from './JoinForm.tsx'
import { TakingPart } from './TakingPart.tsx'
import { useJoining } from './use-joining.ts'
import styles from './JoinPage.module.css'

export function JoinPage({ map }: { readonly map: MapId }) {
  const [joining, join] = useJoining(map)
  const isIn = joining.is === 'in'
  const live = useLiveWorkshop(map, isIn)
  switch (joining.is) {
    case 'opening':
      return <p className={styles['opening']}>{OPENING}</p>
    case 'refused':
      return (
        <main className={styles['page']}>
          <Mark />
          <h1 className={styles['title']}>{errorText(joining.error).title}</h1>
          <p>{errorText(joining.error).says}</p>
        </main>
      )
    case 'asking':
      return (
        <JoinForm
          title={joining.title === '' ? JOIN_TITLE : joining.title}
          voices={joining.voices}
          onJoin={async (name, voice) => {
            callMe(name)
            await join(name, voice)
          }}
        />
      )
    default:
      return live === null ? <p className={styles['opening']}>{OPENING}</p> : <TakingPart map={map} live={live} />
  }
}
