/** The ways to a new map, side by side. */
import { FileUp, LayoutTemplate, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './NewMap.module.css'

export interface NewMapProps {
  readonly busy: boolean
  readonly onBlank: () => void
  readonly onExample: () => void
  readonly onFile: () => void
}

export function NewMap({ busy, onBlank, onExample, onFile }: NewMapProps) {
  return (
    <section className={styles['section']} aria-labelledby="new-map">
      <h2 id="new-map" className={styles['heading']}>
        New map
      </h2>
      <ul className={styles['ways']}>
        <Way icon={<Square size={18} strokeWidth={1.5} />} name="Blank" busy={busy} onChoose={onBlank}>
          One purpose, waiting for its sentence.
        </Way>
        <Way icon={<LayoutTemplate size={18} strokeWidth={1.5} />} name="The example" busy={busy} onChoose={onExample}>
          Vardeholm, told once: a filled map to look around in.
        </Way>
        <Way icon={<FileUp size={18} strokeWidth={1.5} />} name="From a file" busy={busy} onChoose={onFile}>
          A map file; or drop one anywhere on this page.
        </Way>
      </ul>
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly name: string
  readonly busy: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Way({ icon, name, busy, onChoose, children }: WayProps) {
  return (
    <li className={styles['way']}>
      <button type="button" disabled={busy} className={styles['choose']} onClick={onChoose}>
        {icon}
        <span className={styles['name']}>{name}</span>
        <span className={styles['says']}>{children}</span>
      </button>
    </li>
  )
}
