/** Who is sitting here: a name and a colour for the others to see. Kept in this browser, the same on every map. */
import { cleanLine, cutText, LIMITS } from '@throughline/shared/schema'
import { useSyncExternalStore } from 'react'
import { keep, kept } from './keep.ts'

export interface Me {
  readonly name: string
  /** False until the person has given a name: then the interface may offer to. */
  readonly named: boolean
}

const KEY = 'throughline:name'
const GUEST = 'throughline:guest'
/** Plain things of an edition's desk, so that two guests are told apart without anybody having to type. */
const WORDS = [
  'Pencil',
  'Margin',
  'Comma',
  'Folio',
  'Linen',
  'Thread',
  'Amber',
  'Harbour',
  'Lantern',
  'Meadow',
] as const

const listeners = new Set<() => void>()
let current: Me | null = null

function guestName(): string {
  const before = kept(GUEST)
  if (before !== null) return before
  const word = WORDS[Math.floor(Math.random() * WORDS.length)] ?? WORDS[0]
  const name = `Guest ${word}`
  keep(GUEST, name)
  return name
}

export function me(): Me {
  const given = cutText(cleanLine(kept(KEY) ?? ''), LIMITS.nameLength)
  current ??= given === '' ? { name: guestName(), named: false } : { name: given, named: true }
  return current
}

/** An empty name makes one a guest again. */
export function callMe(name: string): void {
  keep(KEY, cutText(cleanLine(name), LIMITS.nameLength))
  current = null
  for (const listener of listeners) listener()
}

/** Another window of this browser has given the name. */
function onStorage({ key }: StorageEvent): void {
  if (key !== KEY && key !== null) return
  current = null
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', onStorage)
  }
}

export const useMe = (): Me => useSyncExternalStore(subscribe, me)

/** One or two letters for the ring. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
