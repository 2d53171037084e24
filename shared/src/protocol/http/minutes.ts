/**
 * `GET /api/maps/:id/workshop/minutes.md` and `.pdf`: what a workshop leaves in writing, for commenters. 404 before the
 * first workshop. Beyond the contract.
 */
import { z } from 'zod'
import { PAPERS } from './brief.ts'

export const minutesQuery = z.object({ paper: z.enum(PAPERS).default('a4') })
export type MinutesQuery = z.infer<typeof minutesQuery>
