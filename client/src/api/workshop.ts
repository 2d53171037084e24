/** The workshop of a map: as this person may see it, and what they do in it. */
import type { WorkshopRun, WorkshopRuns, WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import type { WorkshopNews } from '@throughline/shared/workshop-parts'
import { callJson } from './http.ts'

const pathOf = (map: MapId) => `/api/maps/${encodeURIComponent(map)}/workshop`

/** What is new in place of the whole view. */
const IN_PARTS = '?parts=1'

/** Where its changes come from, as server-sent events; the cookie says who asks. */
export const workshopEvents = (map: MapId): string => `${pathOf(map)}/events${IN_PARTS}`

/** Who was there, what was written, decided and left open, as a file. */
export const minutesAddress = (map: MapId, format: 'md' | 'pdf', run?: string): string =>
  `${pathOf(map)}/minutes.${format}${run === undefined ? '' : `?run=${encodeURIComponent(run)}`}`

/** All that were on the map, the last one first. */
export async function listWorkshops(map: MapId): Promise<readonly WorkshopRun[]> {
  return (await callJson<WorkshopRuns>(`${pathOf(map)}/runs`)).runs
}

export function readWorkshop(map: MapId): Promise<WorkshopView> {
  return callJson<WorkshopView>(pathOf(map))
}

export function readWorkshopParts(map: MapId): Promise<WorkshopNews> {
  return callJson<WorkshopNews>(pathOf(map) + IN_PARTS)
}

export interface WorkshopCommand {
  readonly type: string
  readonly [field: string]: unknown
}

/** Answers what is new in the workshop after the command; a refusal is an `AppError` with the reason as its message. */
export function commandWorkshop(map: MapId, command: WorkshopCommand): Promise<WorkshopNews> {
  return callJson<WorkshopNews>(`${pathOf(map)}/commands${IN_PARTS}`, { method: 'POST', body: command })
}
