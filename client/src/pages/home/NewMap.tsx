/** The ways to a new map, side by side. */
import { ClipboardPaste, LayoutTemplate, Map, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { WAYS } from '../../text/home.ts'
import styles from './NewMap.module.css'

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const

export interface NewMapProps {
  readonly busy: boolean
  readonly onBlank: () => void
  readonly onExample: () => void
  readonly onTemplate: () => void
  readonly onPaste: () => void
}

export function NewMap({ busy, onBlank, onExample, onTemplate, onPaste }: NewMapProps) {
  return (
    <section className={styles['section']} aria-labelledby="new-map">
      <h2 id="new-map" className={styles['heading']}>
        New map
      </h2>
      <ul className={styles['ways']}>
        <Way icon={<Square {...ICON} />} way="blank" busy={busy} onChoose={onBlank} />
        <Way icon={<LayoutTemplate {...ICON} />} way="template" busy={busy} onChoose={onTemplate} />
        <Way icon={<ClipboardPaste {...ICON} />} way="paste" busy={busy} onChoose={onPaste} />
        <Way icon={<Map {...ICON} />} way="example" busy={busy} onChoose={onExample} />
      </ul>
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly way: keyof typeof WAYS
  readonly busy: boolean
  readonly onChoose: () => void
}

function Way({ icon, way, busy, onChoose }: WayProps) {
  const [name, says] = WAYS[way]
  return (
    <li className={styles['way']}>
      <button type="button" disabled={busy} className={styles['choose']} onClick={onChoose}>
        {icon}
        <span className={styles['name']}>{name}</span>
        <span className={styles['says']}>{says}</span>
      </button>
    </li>
  )
}
