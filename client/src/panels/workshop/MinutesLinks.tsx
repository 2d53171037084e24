/** The minutes of a workshop as files. */
import type { MapId } from '@throughline/shared/schema'
import { minutesAddress } from '../../api/workshop.ts'
import styles from './Workshop.module.css'

export interface MinutesLinksProps {
  readonly map: MapId
  /** The last one unless it is named. */
  readonly run?: string
  /** Which workshop, for whoever hears the links alone. */
  readonly of?: string
}

const FORMATS = [
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
] as const

export function MinutesLinks({ map, run, of = '' }: MinutesLinksProps) {
  return (
    <p className={styles['acts']}>
      {FORMATS.map(([format, says]) => (
        <a key={format} href={minutesAddress(map, format, run)} download>
          {says}
          {of !== '' && <span className="only-heard">: {of}</span>}
        </a>
      ))}
    </p>
  )
}
