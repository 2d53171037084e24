import type { Branded } from '../base/index.ts'
import type { EpochMs } from '../schema/index.ts'

export type VersionId = Branded<string, 'VersionId'>

/** A kept state of a map, as lists show it. */
export interface Version {
  readonly id: VersionId
  /** What somebody called it, or why it was kept; `''` for one kept because the map came to rest. */
  readonly name: string
  readonly at: EpochMs
  /** Names of whoever kept it or, for an automatic one, of those who had worked since the one before; `''` when unknown. */
  readonly by: string
  readonly auto: boolean
}
