/** What the Lenses panel says, and the choice of a lens for the brief. */
import { LENS_IDS, LENSES, type FilledSlot } from '@throughline/shared/lenses'
import type { BlockKind } from '@throughline/shared/schema'
import { ADD_KIND, KIND_QUESTIONS } from './words.ts'

export const LENSES_PANEL = 'Lenses'
export const LENS = 'Lens'
export const LENSES_INTRO = 'The same map through a framework you know. What you write here is written on the map.'
/** For a brief without a lens. */
export const LENS_CHOICES = [
  { value: '', says: 'The map as it is' },
  ...LENS_IDS.map((id) => ({ value: id as string, says: LENSES[id].name })),
]

/** On a gap where the map has no block yet. */
export const fillGap = ({ name, part }: FilledSlot, kind: BlockKind): string =>
  part === 'statement' ? KIND_QUESTIONS[kind] : name
/** The words in sight are part of the name: whoever speaks to the page says what they read. */
export const fillGapNamed = (slot: FilledSlot, kind: BlockKind): string =>
  `${slot.name}: ${slot.part === 'statement' ? fillGap(slot, kind) : ADD_KIND[kind].toLowerCase()}`
/** Of which block a field is, where the lens shows nothing else of it. */
export const slotOf = (name: string, about: string): string => (about === '' ? name : `${name}, of “${about}”`)
export const gapsLeft = (n: number): string =>
  n === 0 ? 'Nothing is missing through this lens.' : n === 1 ? 'One gap.' : `${n} gaps.`
