/** The brief on a phone, to be read together: the words of the page, without the page. */
import type { Brief, BriefItem } from '@throughline/shared/brief'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { fetchBrief } from '../../api/brief.ts'
import { errorText } from '../../text/errors.ts'
import { AS_IT_PRINTS, BRIEF_IS_EMPTY, OPENING_BRIEF, READ_AGAIN } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'
import { briefAddress } from '../../routes.ts'
import styles from './Blocks.module.css'

const ALL = { audience: null, dissent: '0', lens: null, wording: 'now' } as const

export function BriefTogether({ map }: { readonly map: MapId }) {
  const [brief, setBrief] = useState<Brief | null>(null)
  const { busy, trouble, attempt } = useAttempt()
  const read = useCallback(() => attempt(async () => setBrief(await fetchBrief(map, ALL))), [map, attempt])
  useEffect(() => void read(), [read])
  return (
    <div className={styles['brief']}>
      {trouble !== null && <p role="alert">{errorText(trouble).says}</p>}
      {brief === null ? trouble === null && <p className={styles['empty']}>{OPENING_BRIEF}</p> : <Page brief={brief} />}
      <p className={styles['ways']}>
        <Button look="text" aria-disabled={busy} onClick={() => void read()}>
          {READ_AGAIN}
        </Button>
        <a href={briefAddress(map)}>{AS_IT_PRINTS}</a>
      </p>
    </div>
  )
}

function Page({ brief: { title, subject, sections } }: { readonly brief: Brief }) {
  return (
    <article>
      <h2 className={styles['title']}>{title}</h2>
      {subject !== '' && <p className={styles['note']}>{subject}</p>}
      {sections.length === 0 && <p className={styles['empty']}>{BRIEF_IS_EMPTY}</p>}
      {sections.map(({ id, heading, items }) => (
        <section key={id}>
          <h3 className={styles['label']}>{heading}</h3>
          <ul className={styles['words']}>
            {items.map((item) => (
              <Item key={item.block} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}

function Item({ item: { text, audiences, proofs, open } }: { readonly item: BriefItem }) {
  const beside = [...audiences, ...proofs]
  return (
    <li>
      <p className={styles['statement']} dir="auto">
        {text}
      </p>
      {beside.map((entry) => (
        <p key={entry.block} className={styles['beside']} dir="auto">
          {entry.text}
        </p>
      ))}
      {open !== '' && <p className={styles['note']}>{open}</p>}
    </li>
  )
}
