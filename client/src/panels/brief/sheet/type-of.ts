/** How a statement is set in each of the designs, beyond its size: as in the printed ones (`server/src/brief/designs`). */
import type { Design, PageItem } from '@throughline/shared/brief'
import type { CSSProperties } from 'react'

/** Where a statement stands: by itself, in a list of a lens, on the ink of the bold design, or anywhere else. */
export type Place = 'alone' | 'list' | 'ink' | 'argument' | 'lens'

interface Type {
  /** CSS pixels. */
  readonly size: number
  readonly line: number
  /** Em between letters. */
  readonly tracking?: number
}

export function typeOf(design: Design, { item, size }: PageItem, place: Place): Type {
  if (place === 'list') return design === 'bold' ? { size: 14.5, line: 1.38 } : { size, line: 1.42 }
  if (design === 'bold') return boldType(size, place)
  if (place === 'alone') return { size: design === 'editorial' ? 15 : size, line: 1.45 }
  if (design === 'editorial') {
    const [large, line] = [size > 30, place === 'lens' ? 1.3 : item.kind === 'purpose' ? 1.28 : 1.34]
    return { size, line: large ? 1.1 : line, tracking: large ? -0.026 : 0 }
  }
  const line = place === 'lens' && item.kind !== 'purpose' ? 1.4 : size >= 20 ? 1.28 : 1.47
  return { size, line, tracking: item.kind === 'purpose' && size >= 28 ? -0.018 : 0 }
}

function boldType(size: number, place: Place): Type {
  if (place === 'alone') return { size: 12.5, line: 1.44 }
  if (place === 'lens') return { size: Math.min(size * 0.8, 20), line: 1.2, tracking: -0.012 }
  if (place === 'ink') return size > 40 ? { size, line: 1, tracking: -0.036 } : { size, line: 1.2, tracking: -0.01 }
  return { size, line: 1.18, tracking: -0.012 }
}

export function styleOf({ size, line, tracking = 0 }: Type): CSSProperties {
  return { '--size': size, '--line': line, '--tracking': `${tracking}em` } as CSSProperties
}
