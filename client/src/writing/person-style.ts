import type { CSSProperties } from 'react'

/**
 * The colour of who writes, as CSS variables: `--writer`, and `--writer-inverted` for a card of the other brightness
 * (the purpose). `color` is 0–7, as presence counts.
 */
export function personStyle(color: number): CSSProperties {
  return {
    '--writer': `var(--person-${color + 1})`,
    '--writer-inverted': `var(--person-inverted-${color + 1})`,
  } as CSSProperties
}

/** The same for an element made by hand. */
export function personCss(color: number): string {
  return Object.entries(personStyle(color))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}
