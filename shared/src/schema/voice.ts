import type { VoiceId } from './ids.ts'

/** A function of the company that tells the story. */
export interface Voice {
  readonly id: VoiceId
  readonly name: string
}

/** What a new map starts with (product.md, "Words"). */
export const DEFAULT_VOICES: readonly Voice[] = [
  { id: 'leadership' as VoiceId, name: 'Leadership' },
  { id: 'product' as VoiceId, name: 'Product' },
  { id: 'marketing' as VoiceId, name: 'Marketing' },
  { id: 'sales' as VoiceId, name: 'Sales' },
  { id: 'customer' as VoiceId, name: 'Customer' },
]
