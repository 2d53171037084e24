/**
 * What becomes of each pasted line, and which lines are chosen to be changed together. Pure: the preview shows it.
 *
 * - **CH1** A change is made to the chosen lines, or where none is chosen to the line one is at.
 */
import type { Pasted } from '@throughline/shared/paste'
import type { BlockKind } from '@throughline/shared/schema'

export interface Choices {
  readonly ids: readonly string[]
  /** Null for a line that is left out. */
  readonly kinds: ReadonlyMap<string, BlockKind | null>
  readonly marked: ReadonlySet<string>
  /** The line one is at, by its place. */
  readonly at: number
  /** Where a range begins. */
  readonly anchor: number
}

export type ChoiceStep =
  | { readonly do: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly do: 'point'; readonly at: number; readonly how: 'one' | 'more' | 'range' }
  | { readonly do: 'mark-here' | 'mark-all' | 'mark-none' }
  | { readonly do: 'mark'; readonly ids: readonly string[] }
  | { readonly do: 'set'; readonly kind: BlockKind | null }

export function firstChoices({ lines }: Pasted): Choices {
  return {
    ids: lines.map(({ id }) => id),
    kinds: new Map(lines.map(({ id, kind, leave }) => [id, leave === '' ? kind : null])),
    marked: new Set(),
    at: 0,
    anchor: 0,
  }
}

function range({ ids }: Choices, a: number, b: number): ReadonlySet<string> {
  return new Set(ids.slice(Math.min(a, b), Math.max(a, b) + 1))
}

export function changedChoices(choices: Choices, step: ChoiceStep): Choices {
  const { ids, kinds, marked, at, anchor } = choices
  switch (step.do) {
    case 'move': {
      const next = Math.min(Math.max(at + step.by, 0), ids.length - 1)
      return step.extend
        ? { ...choices, at: next, marked: range(choices, anchor, next) }
        : { ...choices, at: next, anchor: next, marked: new Set() }
    }
    case 'point':
      if (step.how === 'range') return { ...choices, at: step.at, marked: range(choices, anchor, step.at) }
      if (step.how === 'one')
        return { ...choices, at: step.at, anchor: step.at, marked: range(choices, step.at, step.at) }
      return toggled({ ...choices, at: step.at, anchor: step.at })
    case 'mark-here':
      return toggled({ ...choices, anchor: at })
    case 'mark-all':
      return { ...choices, marked: new Set(ids) }
    case 'mark-none':
      return { ...choices, marked: new Set() }
    case 'mark':
      return { ...choices, marked: new Set(step.ids), at: Math.max(0, ids.indexOf(step.ids[0] ?? '')) }
    case 'set': {
      const here = ids[at]
      const changed = marked.size > 0 ? marked : new Set(here === undefined ? [] : [here])
      return { ...choices, kinds: new Map([...kinds, ...[...changed].map((id) => [id, step.kind] as const)]) }
    }
  }
}

function toggled(choices: Choices): Choices {
  const id = choices.ids[choices.at]
  if (id === undefined) return choices
  const marked = new Set(choices.marked)
  if (!marked.delete(id)) marked.add(id)
  return { ...choices, marked }
}

const KIND_KEYS: Readonly<Record<string, BlockKind | null>> = {
  '1': 'purpose',
  '2': 'value',
  '3': 'audience',
  '4': 'proof',
  '0': null,
  Delete: null,
  Backspace: null,
}

interface Keys {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** What a key does in the list; null for one that is not for it. */
export function choiceKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Keys): ChoiceStep | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { do: 'mark-all' } : null
  const by = MOVES[key]
  if (by !== undefined) return { do: 'move', by, extend: shiftKey }
  if (key === ' ') return { do: 'mark-here' }
  const kind = KIND_KEYS[key]
  return kind === undefined || shiftKey ? null : { do: 'set', kind }
}
