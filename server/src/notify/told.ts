/** What webhooks and daily mails keep of a map between two tellings: how it was, and whose work there has been since. */
import type { PositioningMap } from '@throughline/shared/schema'
import { writeMapState } from '@throughline/shared/versions'

/** Names that a message can tell; a workshop has more. */
const MOST_NAMES = 20

/** Without its drawing, which is no news. */
export const stateText = (map: PositioningMap): string => writeMapState({ map, drawing: new Map() })

/** Each once, in the order they came. */
export function namesWith(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(0, MOST_NAMES)
}
