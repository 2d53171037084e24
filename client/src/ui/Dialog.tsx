/**
 * A native modal dialog: the browser keeps the focus inside, gives it back when it closes, and Esc closes it.
 * Shown as long as it is rendered; whoever renders it takes it away in `onClose`.
 */
import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** Actions, at the foot, the decisive one first. */
  readonly actions?: ReactNode
  /** For what needs the room of two columns. */
  readonly wide?: boolean
  /** A second column, on paper. */
  readonly aside?: ReactNode
}

export function Dialog({ title, intro, onClose, children, actions, wide = false, aside }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Closed before it leaves the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current
    if (shown === null || shown.open) return
    shown.showModal()
    return () => shown.close()
  }, [])
  // A click on the dialog itself is one outside its content: on the scrim.
  const onScrim = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={aside === undefined && !wide ? styles['dialog'] : `${styles['dialog']} ${styles['wide']}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Its keys are its own: Esc must not close the panel that has asked as well.
      onKeyDown={(event) => event.stopPropagation()}
      onMouseDown={onScrim}
    >
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <h2 id={heading} className={styles['title']}>
            {title}
          </h2>
          {intro !== undefined && <p className={styles['intro']}>{intro}</p>}
          {children}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </div>
        {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      </div>
      <div className={styles['close']}>
        <IconButton name="Close" icon={<X size={18} strokeWidth={1.5} />} onClick={onClose} />
      </div>
    </dialog>
  )
}
