/** What the room looks at in each stage. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { JoinCode } from '../../panels/workshop/JoinCode.tsx'
import { useOrigin } from '../../panels/workshop/use-origin.ts'
import { QrCode, useQr } from '../../panels/share/QrCode.tsx'
import {
  ALL_SEALED,
  dotsOn,
  ENDED,
  haveVoted,
  haveWritten,
  JOIN_LINK,
  JOIN_WITH_PHONE,
  NO_VOTE_ITEMS,
  WAITING_ROOM,
} from '../../text/workshop.ts'
import { Kind } from './Kind.tsx'
import { RevealWall } from './RevealWall.tsx'
import styles from './Screen.module.css'

export function ScreenStage({ view }: { readonly view: WorkshopView }) {
  const { state, stage, programme, prompts, join } = view
  if (state === 'ended') return <p className={styles['says']}>{ENDED}</p>
  if (state === 'none' || stage === null) return <p className={styles['says']}>{WAITING_ROOM}</p>
  const instruction = <p className={styles['says']}>{programme?.stages[stage.index]?.instruction}</p>
  // As long as nothing is asked people come in: the code is what the screen is for.
  if (prompts.length === 0 && join !== null && join !== undefined)
    return (
      <div className={styles['welcome']}>
        {instruction}
        <Welcome join={join} />
      </div>
    )
  switch (stage.kind) {
    case 'gather':
      return <Questions view={view} />
    case 'reveal':
    case 'cluster':
      return <RevealWall view={view} />
    case 'vote':
      return (
        <>
          {instruction}
          <Votes view={view} />
        </>
      )
    default:
      return instruction
  }
}

function Welcome({ join }: { readonly join: NonNullable<WorkshopView['join']> }) {
  const origin = useOrigin()
  const picture = useQr(origin + join.url)
  return (
    <section className={styles['join']}>
      <div className={styles['code']}>{picture !== null && <QrCode picture={picture} name={JOIN_LINK} />}</div>
      <JoinCode origin={origin} code={join.code} />
      <p>{JOIN_WITH_PHONE}</p>
    </section>
  )
}

function Questions({ view: { prompts, people } }: { readonly view: WorkshopView }) {
  const here = people.filter(({ here }) => here).length
  return (
    <>
      <ol className={styles['questions']} data-many={prompts.length > 1}>
        {prompts.map((prompt) => (
          <li key={prompt.id} data-kind={prompt.kind ?? undefined}>
            <Kind prompt={prompt} />
            <p className={styles['question']}>{prompt.text}</p>
            <p className={styles['count']}>{haveWritten(prompt.written, Math.max(here, prompt.written))}</p>
          </li>
        ))}
      </ol>
      <p className={styles['guide']}>{ALL_SEALED}</p>
    </>
  )
}

function Votes({ view: { vote, people } }: { readonly view: WorkshopView }) {
  if (vote === null) return null
  const { about, counts, voted } = vote
  if (about.length === 0) return <p className={styles['guide']}>{NO_VOTE_ITEMS}</p>
  const shown = counts === null ? about : about.toSorted((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))
  return (
    <>
      <ul className={styles['wordings']} data-many={about.length > 6}>
        {shown.map(({ id, text }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            {counts !== null && <strong className="tnum">{dotsOn(counts[id] ?? 0)}</strong>}
          </li>
        ))}
      </ul>
      {voted !== undefined && (
        <p className={styles['guide']}>{haveVoted(voted, Math.max(voted, people.filter(({ here }) => here).length))}</p>
      )}
    </>
  )
}
