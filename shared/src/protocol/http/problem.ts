/** Every error of the HTTP API: RFC 9457, `application/problem+json`. */
import { z } from 'zod'
import { ERROR_KINDS, type ErrorKind } from '../../errors/index.ts'
import { repairSchema } from './import.ts'

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

const KINDS = Object.keys(ERROR_KINDS) as [ErrorKind, ...ErrorKind[]]

export const problemSchema = z.object({
  /** `urn:throughline:problem:<kind>`. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** A sentence for people: what is wrong and what to do about it. */
  detail: z.string(),
  /** The same kind as in `type`, for programs. */
  kind: z.enum(KINDS),
  /** What is wrong with a map file or a request, part by part; with 422 only. */
  report: z.array(repairSchema).optional(),
  /** Of a workshop: why a command was refused, for programs (`WORKSHOP_REFUSALS`, `WORKSHOP_FORBIDS`). */
  reason: z.string().optional(),
})
export type Problem = z.infer<typeof problemSchema>

export function problemType(kind: ErrorKind): string {
  return `urn:throughline:problem:${kind}`
}
