/** The one panel at the right: a named region with a title, a way out, a body that scrolls and perhaps a foot. */
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Panel.module.css'

export interface PanelProps {
  readonly title: string
  readonly intro?: ReactNode
  /** Absent where the panel is the page itself, as on a phone. */
  readonly onClose?: (() => void) | undefined
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** CSS pixels; the panel never grows past the window. */
  readonly width?: number
  /** Above everything, also where the title is only heard: a way back. */
  readonly lead?: ReactNode
  /** Puts the focus on the title as it opens, whoever had it before. */
  readonly takesFocus?: boolean
}

export function Panel({ title, intro, onClose, children, foot, width = 440, lead, takesFocus = false }: PanelProps) {
  const heading = useId()
  const titleLine = useRef<HTMLHeadingElement>(null)
  // Whoever opens it by keyboard goes on reading in it; a mouse leaves the focus where it is.
  useEffect(() => {
    if (takesFocus || document.activeElement?.matches('button:focus-visible') === true) titleLine.current?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as it opens, and never again
  }, [])
  return (
    <section
      className={styles['panel']}
      style={{ '--panel-width': `${width}px` } as React.CSSProperties}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || onClose === undefined) return
        event.preventDefault()
        onClose()
      }}
    >
      {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
      <header className={onClose === undefined ? 'only-heard' : styles['head']}>
        <div>
          <h2 ref={titleLine} id={heading} className={styles['title']} tabIndex={-1}>
            {title}
          </h2>
          {intro !== undefined && <p className={styles['intro']}>{intro}</p>}
        </div>
        {onClose !== undefined && (
          <IconButton name="Close panel" icon={<X size={18} strokeWidth={1.5} />} onClick={onClose} />
        )}
      </header>
      <div className={styles['body']}>{children}</div>
      {foot !== undefined && <footer className={styles['foot']}>{foot}</footer>}
    </section>
  )
}
