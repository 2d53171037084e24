/** The lock of a workshop as connections and the HTTP API keep it. */
import { AppError } from '@throughline/shared/errors'
import type { CanvasLock } from '../ws/index.ts'
import { lockOf, type Workshop } from './rules/index.ts'

export function lockIn(workshop: Workshop | null): CanvasLock | null {
  const lock = workshop === null ? null : lockOf(workshop.course)
  if (workshop === null || lock === null) return null
  const facilitators = workshop.course.people.filter(({ facilitator }) => facilitator)
  return { by: lock.by ?? '', spares: new Set(facilitators.map(({ person }) => person)) }
}

/** @throws {AppError} `locked` for whoever may not edit now. */
export function refuseIfLocked(lock: CanvasLock | null, person: string): void {
  if (lock === null || lock.spares.has(person)) return
  const who = lock.by === '' ? 'The canvas is locked in this stage of the workshop' : `${lock.by} has locked the canvas`
  throw new AppError('locked', `${who}; whoever facilitates can unlock it.`)
}
