/** `POST /api/maps/:id/import`, and the repair report that every import answers with. */
import { z } from 'zod'
import { PASTE_FORMS } from '../../paste/pasted.ts'

/** One thing that was repaired or left out, so that nothing is lost in silence. */
export const repairSchema = z.object({
  /** Where in the file, such as `blocks/3/status`. */
  path: z.string(),
  problem: z.string(),
  done: z.string(),
})
export type Repair = z.infer<typeof repairSchema>

/** `?dry=1` only says what the import would do. Another value is refused: it must not import what was not meant to be. */
export const importQuery = z.object({ dry: z.enum(['0', '1']).optional() })

/** A text instead of a map file: what becomes a block, and of which kind, is guessed from it and said in the report. */
export const importTextRequest = z.strictObject({
  text: z.string(),
  as: z.enum(PASTE_FORMS, { error: `is none of ${PASTE_FORMS.join(', ')}` }),
})
export type ImportTextRequest = z.infer<typeof importTextRequest>

export const importAnswer = z.object({
  added: z.object({
    /**
     * `from` is the id in the file, or '' where it had none; of a text `line-1`, `line-2`, … in its order. `id` is the
     * block's id in the map.
     */
    blocks: z.array(z.object({ from: z.string(), id: z.string() })),
    links: z.number().int(),
  }),
  report: z.array(repairSchema),
})
export type ImportAnswer = z.infer<typeof importAnswer>
