/** The brief of a map that this device keeps, for when the server does not answer. Comes when it is wanted. */
import { audiencesOf, type ShownBrief } from '@throughline/shared/brief'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { BriefContent } from '../api/brief.ts'
import { composeHere, copyPieces } from '../panels/brief/compose-here.ts'
import { readKeptMap } from '../session/device/left-on-device.ts'

/** Null where this device keeps nothing of the map: it is for those who have opened the map itself. */
export async function keptBrief(id: MapId, wish: BriefContent, now: EpochMs): Promise<ShownBrief | null> {
  const read = await readKeptMap(id)
  if (read === null) return null
  const { map, decided } = read
  const { brief, audience } = composeHere(map, decided, wish, now)
  const whole = composeHere(map, decided, { ...wish, audience: null, lens: null, wording: 'now' }, now)
  return { brief, audiences: audiencesOf(whole.brief), pieces: copyPieces(map, audience) }
}
