/** What has changed on a map, and by whom. */
import type { AgreedAnswer, ChangesAnswer, ChangeSince } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { callJson } from './http.ts'
import { mapPath } from './maps.ts'

export type { ChangesAnswer, ChangeSince }

export function fetchAgreed(map: MapId): Promise<AgreedAnswer> {
  return callJson<AgreedAnswer>(`${mapPath(map)}/agreed`)
}

/** `since` in milliseconds since 1970, or `last` for the end of this person's last visit. */
export function fetchChanges(map: MapId, since: number | 'last'): Promise<ChangesAnswer> {
  return callJson<ChangesAnswer>(`${mapPath(map)}/changes?since=${since}`)
}
