/** The look's colours as values, since a canvas knows no tokens; read again whenever the theme changes. */
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'
import { PRESENCE_COLORS } from '../../session/presence.ts'

export interface KindColours {
  readonly paper: string
  readonly edge: string
  readonly words: string
  /** Of what is less than the statement. */
  readonly words2: string
  /** Under the head. */
  readonly rule: string
  readonly label: string
  readonly plate: string
  readonly sign: string
  /** The line that an agreed block stands on. */
  readonly base: string
}

export interface LinkColours {
  readonly ink: string
  /** Pointed at or picked. */
  readonly lit: string
  /** While another line is traced. */
  readonly quiet: string
}

export interface FarColours {
  readonly kinds: Readonly<Record<BlockKind, KindColours>>
  readonly links: LinkColours
  readonly people: readonly string[]
  readonly sans: string
  /** For a trace: the line, what has stepped back, and the page it steps back to. */
  readonly thread: string
  readonly quiet: string
  readonly page: string
}

const SYSTEM: KindColours = {
  paper: 'Canvas',
  edge: 'CanvasText',
  words: 'CanvasText',
  words2: 'CanvasText',
  rule: 'CanvasText',
  label: 'CanvasText',
  plate: 'Canvas',
  sign: 'CanvasText',
  base: 'CanvasText',
}

export function readColours(isDark: boolean): FarColours {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const forced = window.matchMedia('(forced-colors: active)').matches
  const ofKind = (kind: BlockKind): KindColours => {
    const isPurpose = kind === 'purpose'
    const onPlate = isDark || isPurpose || kind === 'proof' ? token('purpose-text') : token('ink')
    return {
      paper: token(`${kind}-paper`),
      edge: token(`${kind}-edge`),
      words: isPurpose ? token('purpose-text') : token('ink'),
      words2: isPurpose ? token('purpose-text2') : token('ink2'),
      rule: isPurpose ? token('purpose-rule') : `color-mix(in srgb, ${token(`${kind}-edge`)} 45%, transparent)`,
      label: token(`${kind}-text`),
      plate: token(`${kind}-plate`),
      sign: onPlate,
      base: isPurpose ? token('purpose-text') : token(`${kind}-edge`),
    }
  }
  const kinds = BLOCK_KINDS.map((kind) => [kind, forced ? SYSTEM : ofKind(kind)] as const)
  return {
    kinds: Object.fromEntries(kinds) as Record<BlockKind, KindColours>,
    links: forced
      ? { ink: 'CanvasText', lit: 'Highlight', quiet: 'GrayText' }
      : { ink: token('ink2'), lit: token('ink'), quiet: token('edge') },
    people: Array.from({ length: PRESENCE_COLORS }, (_, at) => token(`person-${at + 1}`)),
    sans: token('sans'),
    thread: forced ? 'Highlight' : token('thread'),
    quiet: forced ? 'GrayText' : token('ink3'),
    page: forced ? 'Canvas' : token('paper'),
  }
}
