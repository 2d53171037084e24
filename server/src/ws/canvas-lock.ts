import type { MapId } from '@throughline/shared/schema'

/** A canvas that takes no edits for now, but for some people's. */
export interface CanvasLock {
  /** Who has locked it, by name; `''` where that is nobody in particular. */
  readonly by: string
  /** Whose edits are taken all the same. */
  readonly spares: ReadonlySet<string>
}

/** Whoever knows of locks. */
export interface CanvasLocks {
  /**
   * Calls `apply` with the lock of a map as it is in that very moment, null for none; whoever is connected by then hears
   * of later ones. @throws {AppError} when it cannot be found out
   */
  withLock(map: MapId, apply: (lock: CanvasLock | null) => void): Promise<void>
}
