/** One of several of which one is chosen, as the browser's own works and in our own look. */
import type { CSSProperties, InputHTMLAttributes } from 'react'
import styles from './Radio.module.css'

export interface RadioProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'size' | 'style' | 'className'
> {
  /** Pixels across. */
  readonly size?: number
}

export function Radio({ size = 14, ...rest }: RadioProps) {
  return <input {...rest} type="radio" className={styles['radio']} style={{ '--size': `${size}px` } as CSSProperties} />
}
