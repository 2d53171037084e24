/** `GET/POST /api/maps/:id/keys`, for owners. A key's secret is in the answer to its making and nowhere else. */
import { z } from 'zod'
import { ROLES } from '../../access/index.ts'
import { LIMITS } from '../../schema/index.ts'

export const makeKeyRequest = z.strictObject({
  role: z.enum(ROLES),
  label: z.string().max(LIMITS.nameLength).optional(),
  /** Epoch milliseconds or ISO 8601; from then on the key is refused. */
  expiresAt: z.union([z.number().int(), z.iso.datetime({ offset: true })]).nullish(),
})
export type MakeKeyRequest = z.infer<typeof makeKeyRequest>

export const madeKey = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  label: z.string(),
  key: z.string(),
  /** Epoch milliseconds; null for never. */
  expiresAt: z.number().int().nullable(),
})
export type MadeKey = z.infer<typeof madeKey>

export const keyView = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  label: z.string(),
  /** Epoch milliseconds, as are the next two; null for never. */
  createdAt: z.number().int(),
  expiresAt: z.number().int().nullable(),
  revokedAt: z.number().int().nullable(),
})
export type KeyView = z.infer<typeof keyView>

export const keyList = z.object({ keys: z.array(keyView) })
export type KeyList = z.infer<typeof keyList>
