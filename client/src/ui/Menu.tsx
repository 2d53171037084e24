/** A button that shows more below it; Esc, a click elsewhere or moving the focus away closes it again. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import styles from './Menu.module.css'

export interface MenuProps {
  /** The button's words or picture. */
  readonly label: ReactNode
  /** The button's name where `label` has no words; also names the group. */
  readonly name: string
  readonly align?: 'left' | 'right'
  /** Gets a function that closes the menu. */
  readonly children: (close: () => void) => ReactNode
}

export function Menu({ label, name, align = 'right', children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', outside, true)
    const opener = button.current
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      // What had the focus is gone with the menu: back to where one came from.
      if (document.activeElement === document.body) opener?.focus()
    }
  }, [open])
  const close = () => setOpen(false)
  return (
    <div
      ref={root}
      className={styles['root']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-expanded={open}
        aria-controls={id}
        title={typeof label === 'string' ? undefined : name}
        onClick={() => setOpen(!open)}
      >
        {typeof label === 'string' ? (
          label
        ) : (
          <>
            <span aria-hidden="true">{label}</span>
            <span className="only-heard">{name}</span>
          </>
        )}
      </button>
      {open && (
        <div id={id} role="group" aria-label={name} className={styles[align]}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
