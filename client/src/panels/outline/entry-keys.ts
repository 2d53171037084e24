/** What a key means on a line of the outline, while nobody writes in it. Pure. */
import { BLOCK_KINDS, type BlockKind } from '@throughline/shared/schema'

export type EntryKey =
  | { readonly is: 'go'; readonly to: 'next' | 'previous' | 'first' | 'last' | 'parent' | 'child' }
  | { readonly is: 'add'; readonly kind: BlockKind; readonly loose: boolean }
  | { readonly is: 'shift'; readonly by: 1 | -1 }
  | { readonly is: 'write' | 'trace' | 'link' | 'move' | 'open' | 'comment' | 'remove' | 'find' | 'hang' | 'let-go' }

export interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const PLAIN = new Map<string, EntryKey>(
  Object.entries({
    ArrowDown: { is: 'go', to: 'next' },
    ArrowUp: { is: 'go', to: 'previous' },
    ArrowLeft: { is: 'go', to: 'parent' },
    ArrowRight: { is: 'go', to: 'child' },
    Home: { is: 'go', to: 'first' },
    End: { is: 'go', to: 'last' },
    Enter: { is: 'write' },
    F2: { is: 'write' },
    Delete: { is: 'remove' },
    Backspace: { is: 'remove' },
    p: { is: 'add', kind: 'proof', loose: false },
    a: { is: 'add', kind: 'audience', loose: false },
    v: { is: 'add', kind: 'value', loose: false },
    t: { is: 'trace' },
    l: { is: 'link' },
    m: { is: 'move' },
    b: { is: 'open' },
    c: { is: 'comment' },
    '/': { is: 'find' },
  } satisfies Record<string, EntryKey>),
)

const WITH_ALT = new Map<string, EntryKey>(
  Object.entries({
    ArrowDown: { is: 'shift', by: 1 },
    ArrowUp: { is: 'shift', by: -1 },
    ArrowRight: { is: 'hang' },
    ArrowLeft: { is: 'let-go' },
  } satisfies Record<string, EntryKey>),
)

/** Null for a key that is left to the page. */
export function entryKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): EntryKey | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (altKey) return WITH_ALT.get(key) ?? null
  const kind = /^[1-4]$/.test(key) ? BLOCK_KINDS[Number(key) - 1] : undefined
  if (kind !== undefined) return { is: 'add', kind, loose: true }
  return PLAIN.get(key.length === 1 ? key.toLowerCase() : key) ?? null
}

const FOR_READERS: readonly EntryKey['is'][] = ['go', 'trace', 'open', 'find', 'comment']

export const isForReaders = (key: EntryKey): boolean => FOR_READERS.includes(key.is)
