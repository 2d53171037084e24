import { composeBrief, type Brief, type BriefOptions } from '@throughline/shared/brief'
import { composeLens, type LensId } from '@throughline/shared/lenses'
import type { PositioningMap } from '@throughline/shared/schema'

export interface ComposeOptions extends BriefOptions {
  /** Where the brief can be seen as it is now; nowhere without a server. */
  readonly live?: string | undefined
  /** The version that this state is. */
  readonly version?: Brief['version']
  /** The framework that the map is seen through. */
  readonly lens?: LensId | undefined
}

/** A brief of the map, or of the lens that is asked for. */
export function briefOf(map: PositioningMap, options: ComposeOptions) {
  const { lens, live, version } = options
  const brief = lens === undefined ? composeBrief(map, options) : composeLens(map, lens, options)
  const shown = { ...(live !== undefined && { live }), ...(version !== undefined && { version }) }
  return brief.ok ? { ...brief, value: { ...brief.value, ...shown } } : brief
}
