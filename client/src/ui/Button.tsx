/** Actions. One filled button a screen; everything else is outlined, underlined text, or an icon with a name. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'

export type ButtonLook = 'filled' | 'outlined' | 'text'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: ButtonLook
  /** For the one decisive action of a page. */
  readonly large?: boolean
}

export function Button({ look = 'outlined', large = false, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${styles[look]} ${large ? styles['large'] : ''}`} {...rest} />
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  /** What it does, for the tooltip and for screen readers. */
  readonly name: string
  readonly icon: ReactNode
}

export function IconButton({ name, icon, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} className={styles['icon']} aria-label={name} title={name} {...rest}>
      {icon}
    </button>
  )
}
