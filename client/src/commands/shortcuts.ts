/**
 * Every key of a map, once. The page's own are answered from this list, the palette and tooltips show keys from it, and
 * so does the list under `?`. The canvas answers its keys itself; a test presses each of all of them.
 */
import { ADD_KIND, KIND_WORDS } from '../text/words.ts'
import { NEXT_CHANGE, PREVIOUS_CHANGE } from '../text/changes.ts'
import { LASER_KEY } from '../text/attention.ts'
import { COMMENT_BLOCK } from '../text/comments.ts'
import * as says from '../text/commands.ts'

export interface Shortcut {
  readonly id: string
  /** `Mod` is Ctrl, or ⌘ on a Mac. The first one is shown beside the action. */
  readonly keys: readonly string[]
  readonly says: string
}

/** Answered wherever the focus is on the page. */
export const PAGE_SHORTCUTS = [
  { id: 'palette', keys: ['Mod K'], says: says.PALETTE },
  { id: 'find', keys: ['Mod F', '/'], says: says.FIND },
  { id: 'shortcuts', keys: ['?'], says: says.SHORTCUTS },
  { id: 'tool-purpose', keys: ['1'], says: says.takeInHand(KIND_WORDS.purpose) },
  { id: 'tool-value', keys: ['2'], says: says.takeInHand(KIND_WORDS.value) },
  { id: 'tool-audience', keys: ['3'], says: says.takeInHand(KIND_WORDS.audience) },
  { id: 'tool-proof', keys: ['4'], says: says.takeInHand(KIND_WORDS.proof) },
  { id: 'next-change', keys: ['J'], says: NEXT_CHANGE },
  { id: 'previous-change', keys: ['Shift J'], says: PREVIOUS_CHANGE },
  { id: 'undo', keys: ['Mod Z'], says: says.UNDO },
  { id: 'redo', keys: ['Mod Shift Z', 'Mod Y'], says: says.REDO },
] as const satisfies readonly Shortcut[]
export type PageShortcut = (typeof PAGE_SHORTCUTS)[number]['id']

/** With the focus on the canvas. */
export const CANVAS_SHORTCUTS = [
  { id: 'walk', keys: ['Tab'], says: says.WALK },
  { id: 'write', keys: ['Enter'], says: says.WRITE },
  { id: 'step-out', keys: ['Esc'], says: says.STEP_OUT },
  { id: 'add-value', keys: ['V'], says: ADD_KIND.value },
  { id: 'add-audience', keys: ['A'], says: ADD_KIND.audience },
  { id: 'add-proof', keys: ['P'], says: ADD_KIND.proof },
  { id: 'open-block', keys: ['B'], says: says.OPEN_BLOCK },
  { id: 'link', keys: ['L'], says: says.LINK_BLOCK },
  { id: 'tool-laser', keys: ['K'], says: LASER_KEY },
  { id: 'comment', keys: ['C'], says: COMMENT_BLOCK },
  { id: 'trace', keys: ['T'], says: says.TRACE },
  { id: 'move', keys: ['→'], says: says.MOVE },
  { id: 'choose-all', keys: ['Mod A'], says: says.CHOOSE_ALL },
  { id: 'duplicate', keys: ['Mod D'], says: says.DUPLICATE },
  { id: 'delete', keys: ['Delete'], says: says.DELETE },
  { id: 'fit', keys: ['Shift 1'], says: says.FIT },
] as const satisfies readonly Shortcut[]

const ALL: readonly Shortcut[] = [...PAGE_SHORTCUTS, ...CANVAS_SHORTCUTS]
type AnyShortcut = PageShortcut | (typeof CANVAS_SHORTCUTS)[number]['id']

/** A combination as this machine's keys are labelled. */
export function keysShown(combination: string): string {
  const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
  return combination.replace('Mod', mac ? '⌘' : 'Ctrl')
}

/** For a tooltip, or beside a command; `''` for a command without keys. */
export function shortcutKeys(id: AnyShortcut | (string & {})): string {
  const keys = ALL.find((shortcut) => shortcut.id === id)?.keys[0]
  return keys === undefined ? '' : keysShown(keys)
}

export interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

function isPressed(combination: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Keys): boolean {
  const parts = combination.split(' ')
  const wanted = parts.at(-1) ?? ''
  if (altKey || parts.includes('Mod') !== (ctrlKey || metaKey)) return false
  // Signs are typed with Shift on some keyboards and without it on others.
  const isSign = wanted === '?' || wanted === '/'
  if (!isSign && parts.includes('Shift') !== shiftKey) return false
  return key.toLowerCase() === wanted.toLowerCase()
}

export function shortcutOf(pressed: Keys): PageShortcut | null {
  return PAGE_SHORTCUTS.find(({ keys }) => keys.some((combination) => isPressed(combination, pressed)))?.id ?? null
}

/** These are wanted in the middle of a sentence, too; the others would take letters from whoever writes. */
export const isWantedWhileWriting = (id: PageShortcut): boolean => id === 'palette' || id === 'find'
