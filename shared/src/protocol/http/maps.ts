/** `POST /api/maps`: makes a map with one key a role. */
import { z } from 'zod'
import { LIMITS } from '../../schema/index.ts'
import { TEMPLATE_IDS } from '../../templates/index.ts'
import { repairSchema } from './import.ts'

/** What `template` may name. */
export const MAP_TEMPLATES = ['blank', 'example', ...TEMPLATE_IDS] as const

export const makeMapRequest = z.strictObject({
  title: z.string().max(LIMITS.titleLength).optional(),
  subject: z.string().max(LIMITS.titleLength).optional(),
  /** Not together with `map`. */
  template: z.enum(MAP_TEMPLATES, { error: `names no template; there are ${MAP_TEMPLATES.join(', ')}` }).optional(),
  /** A map file; the importer judges it, this schema does not. */
  map: z.unknown().optional(),
})
export type MakeMapRequest = z.infer<typeof makeMapRequest>

export const madeMap = z.object({
  id: z.string(),
  title: z.string(),
  /** Shown this once: the server keeps only their hashes. */
  keys: z.object({
    owner: z.string(),
    editor: z.string(),
    commenter: z.string(),
    viewer: z.string(),
    reader: z.string(),
  }),
  /** The map's page, without a key: add `#key=<key>` to share it. */
  url: z.string(),
  report: z.array(repairSchema),
})
export type MadeMap = z.infer<typeof madeMap>

/** `DELETE /api/maps/:id/deleted`: how many deleted blocks have lost their words for good. */
export const clearedAnswer = z.object({ cleared: z.number().int() })
export type ClearedAnswer = z.infer<typeof clearedAnswer>
