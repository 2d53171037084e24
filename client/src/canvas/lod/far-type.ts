/** The look's type as numbers, since a canvas knows no tokens. */
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'

/** In page units. */
export interface Type {
  /** As a canvas takes it, in its own size. */
  readonly font: string
  readonly size: number
  readonly line: number
}

export interface FarType {
  readonly statements: Readonly<Record<BlockKind, Type>>
  readonly label: Type
}

const PLAIN: Type = { font: '400 16px sans-serif', size: 16, line: 22 }

/** Of a token such as `430 17px/23px Literata, serif`. */
export function typeOf(token: string): Type {
  const found = /^(\d+) ([\d.]+)px\/([\d.]+)px (.+)$/s.exec(token.trim())
  if (found === null) return PLAIN
  const [, weight, size, line, family] = found
  return { font: `${weight} ${size}px ${family}`, size: Number(size), line: Number(line) }
}

export function readType(): FarType {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): Type => typeOf(style.getPropertyValue(`--t-${name}`))
  const statements = BLOCK_KINDS.map((kind) => [kind, token(kind)] as const)
  return { statements: Object.fromEntries(statements) as Record<BlockKind, Type>, label: token('label-strong') }
}
