/** What stands around the order of the brief, and around what is kept off it. */
import type { Wording } from '@throughline/shared/brief'
import type { BlockKind } from '@throughline/shared/schema'

export const ARRANGEMENT = {
  title: 'Order, and what is kept off',
  intro: 'For everybody, in every format. Drag a line by its grip, or use the arrows.',
  keepOff: 'Keep off',
  keptOff: 'Kept off the brief',
  bringBack: 'Bring back',
} as const

export const WORDING = 'Wording'
export const WORDING_CHOICES: Readonly<Record<Wording, string>> = { now: 'As it reads now', agreed: 'Agreed only' }

export const GROUP_NAMES: Readonly<Record<BlockKind, string>> = {
  purpose: 'Purposes',
  value: 'Values',
  audience: 'Audiences',
  proof: 'Proofs',
}

export const moveUpOnBrief = (words: string) => `Move up: ${words}`
export const moveDownOnBrief = (words: string) => `Move down: ${words}`
export const keepOff = (words: string) => `${ARRANGEMENT.keepOff}: ${words}`
export const bringBack = (words: string) => `${ARRANGEMENT.bringBack}: ${words}`

/** Read out when a block has another place. */
export const sayPlace = (words: string, at: number, of: number) => `“${words}” is number ${at} of ${of} now.`
export const sayKeptOff = (words: string) => `“${words}” is kept off the brief. It stays on the map.`
export const sayBroughtBack = (words: string) => `“${words}” is back on the brief.`
