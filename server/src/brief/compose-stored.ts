/** A brief of a map that nobody has open, out of its document as the store has it. */
import { refused, type Result } from '@throughline/shared/base'
import type { Brief } from '@throughline/shared/brief'
import { readMap } from '@throughline/shared/doc'
import { withStoredMap } from '../rooms/stored-map.ts'
import { briefOf, type ComposeOptions } from './brief-of.ts'

/** What became of proposals is in the document. */
export type StoredOptions = Omit<ComposeOptions, 'decided'>

/** `unreadable`: a part is no update. Its room leaves that part out, and says so in the log. */
export type ComposedStored = Result<Brief, 'unknown-audience' | 'unreadable'>

export function composeStored(parts: readonly Uint8Array[], options: StoredOptions): ComposedStored {
  let unreadable = 0
  const { map, decided } = withStoredMap(parts, readMap, () => (unreadable += 1))
  return unreadable > 0 ? refused('unreadable') : briefOf(map, { ...options, decided })
}
