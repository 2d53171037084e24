/** What a participant needs in a workshop and nothing else: a name and a voice, the question of now, dots, the clock. */
import type { MapId } from '@throughline/shared/schema'
import { callMe } from '../../browser/me.ts'
import { errorText } from '../../text/errors.ts'
import { OPENING } from '../../text/workshop.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useLiveWorkshop } from '../../workshop/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import type { Invitation } from './read-invitation.ts'
import { TakingPart } from './TakingPart.tsx'
import { useJoining } from './use-joining.ts'
import styles from './JoinPage.module.css'

export function JoinPage({ first }: { readonly first: Invitation }) {
  const [joining, join] = useJoining(first)
  switch (joining.is) {
    case 'opening':
      return <p className={styles['opening']}>{OPENING}</p>
    case 'typing':
      return <CodeForm trouble={joining.error} onCode={join.withCode} />
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
          view={joining.view}
          onJoin={async (name, voice) => {
            callMe(name)
            await join.as(joining.map, name, voice)
          }}
        />
      )
    default:
      return <In map={joining.map} />
  }
}

function In({ map }: { readonly map: MapId }) {
  const live = useLiveWorkshop(map, true)
  return live === null ? <p className={styles['opening']}>{OPENING}</p> : <TakingPart map={map} live={live} />
}
