/** `/api/maps/:id/versions` and below. */
import { z } from 'zod'
import { LIMITS } from '../../schema/index.ts'

export const keepVersionRequest = z.strictObject({
  name: z.string().trim().min(1).max(LIMITS.nameLength),
  /** True for one that may be thinned out with the automatic ones, before a sweeping change say. */
  auto: z.boolean().optional(),
})
export type KeepVersionRequest = z.infer<typeof keepVersionRequest>

export const versionView = z.object({
  id: z.string(),
  /** What somebody called it; `''` for one that was kept because the map came to rest. */
  name: z.string(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  /** Who kept it, or who had worked since the version before; `''` when nobody knows. */
  by: z.string(),
  auto: z.boolean(),
})
export type VersionView = z.infer<typeof versionView>

export const versionList = z.object({ versions: z.array(versionView) })
export type VersionList = z.infer<typeof versionList>

export const changeView = z.object({
  /** Null for the map's own title, subject and voices. */
  block: z.string().nullable(),
  what: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** The same as a sentence. */
  says: z.string(),
})
export const diffAnswer = z.object({ changes: z.array(changeView) })
export type DiffAnswer = z.infer<typeof diffAnswer>

export const diffQuery = z.object({ with: z.string().default('now') })

export const restoreRequest = z.strictObject({ blocks: z.array(z.string()).min(1).max(LIMITS.blocks).optional() })
export type RestoreRequest = z.infer<typeof restoreRequest>

export const restoreAnswer = z.object({
  /** How many changes were written; 0 when the map reads like that already. */
  changes: z.number().int(),
  /** The version that holds the map as it was before; null when nothing was written. */
  before: z.string().nullable(),
})
export type RestoreAnswer = z.infer<typeof restoreAnswer>
