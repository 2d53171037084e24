/**
 * `GET /api/maps/:id/workshop/minutes.md` and `.pdf`: what a workshop leaves in writing, for commenters. 404 before the
 * first workshop. Beyond the contract, as is `GET /api/maps/:id/workshop/runs`: all workshops of the map, the last one first.
 */
import { z } from 'zod'
import { PAPERS } from './brief.ts'

export const minutesQuery = z.object({
  paper: z.enum(PAPERS).default('a4'),
  /** An earlier workshop. */
  run: z.string().max(64).optional(),
})
export type MinutesQuery = z.infer<typeof minutesQuery>

export interface WorkshopRun {
  readonly run: string
  /** Title of its programme. */
  readonly programme: string
  /** Epoch milliseconds; `endedAt` is null while it runs. */
  readonly startedAt: number
  readonly endedAt: number | null
  /** Names of those who were there, in the order in which they came. */
  readonly people: readonly string[]
}
export interface WorkshopRuns {
  readonly runs: readonly WorkshopRun[]
}
