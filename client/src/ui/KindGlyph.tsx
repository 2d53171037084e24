/**
 * The four kinds as signs: a point that something starts from; a worth with two faces; those who already know and
 * those who don't yet; a weight standing on ground. Always beside the kind's word, so hidden from screen readers.
 */
import type { BlockKind } from '@throughline/shared/schema'
import type { ReactNode } from 'react'

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

const GLYPHS: Record<BlockKind, ReactNode> = {
  purpose: (
    <>
      <circle cx="8" cy="8" r="6" {...LINE} />
      <circle cx="8" cy="8" r="2.25" fill="currentColor" />
    </>
  ),
  value: (
    <>
      <path d="M8 1.75 14.25 8 8 14.25 1.75 8Z" {...LINE} strokeLinejoin="round" />
      <path d="M8 1.75V14.25L1.75 8Z" fill="currentColor" />
    </>
  ),
  audience: (
    <>
      <circle cx="5.5" cy="8" r="4" fill="currentColor" />
      <circle cx="10.5" cy="8" r="4" {...LINE} />
    </>
  ),
  proof: (
    <>
      <path d="M8 2 14 12.5H2Z" {...LINE} strokeLinejoin="round" />
      <path d="M1.25 14.5H14.75" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
}

export interface KindGlyphProps {
  readonly kind: BlockKind
  readonly size?: number
  /** In the kind's own label colour; else in the colour of the words around it. */
  readonly tinted?: boolean
}

export function KindGlyph({ kind, size = 15, tinted = false }: KindGlyphProps) {
  const color = !tinted ? undefined : kind === 'purpose' ? 'var(--ink)' : `var(--${kind}-text)`
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ color }}>
      {GLYPHS[kind]}
    </svg>
  )
}
