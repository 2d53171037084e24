/** All that an open map shows at one moment. */
import type { Role } from '@throughline/shared/access'
import type { Ignored } from '@throughline/shared/doc'
import type { Decisions, Dismissals, PositioningMap } from '@throughline/shared/schema'
import type { Lock } from './connection.ts'
import type { OpenConflict } from './conflicts.ts'
import type { Me } from './people-here.ts'
import type { Peer } from './presence.ts'
import type { SavedState } from './saved-state.ts'
import type { Offered, View } from './view.ts'

export interface MapSnapshot {
  readonly map: PositioningMap
  readonly ignored: readonly Ignored[]
  /** Whether the document holds drawing that the canvas could not show. */
  readonly undrawn: boolean
  /** Notices that the team has left as they are. */
  readonly dismissed: Dismissals
  /** What became of proposals of other wordings. */
  readonly decided: Decisions
  /** False until the map has been received once: before that an empty map means nothing. */
  readonly loaded: boolean
  readonly saved: SavedState
  /** Everyone else who is here, one entry a window. */
  readonly peers: readonly Peer[]
  readonly me: Me
  readonly role: Role
  /** Whether edits can be made now: the link allows them, and the canvas is not locked. */
  readonly canWrite: boolean
  /** While the canvas is locked for this person. */
  readonly lock: Lock | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly view: View
  /** Whether a canvas is mounted. */
  readonly hasCanvas: boolean
  /** Waits to be looked at before it becomes blocks. */
  readonly offered: Offered | null
  /** The canvas could not run, or has stopped: the outline does what it did. */
  readonly canvasLost: boolean
  /** What was changed here and by others meanwhile, until somebody has decided. */
  readonly conflicts: readonly OpenConflict[]
  /** One line for the legend at the bottom left; `at` tells two equal ones apart. */
  readonly message: { readonly text: string; readonly at: number } | null
}
