/** The two ways a map writes time: a day in a field, an instant in agreed wording. Both as text, both ISO 8601. */
import type { EpochMs } from './ids.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** YYYY-MM-DD, and a day that there is: never 30 February. */
export function isCalendarDate(text: string): boolean {
  if (!DAY.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A day and a time with its zone, so that everybody reads the same moment. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1]
  return day !== undefined && isCalendarDate(day) && !Number.isNaN(Date.parse(text))
}

/** The day of a moment, by the clock of Greenwich: the same for everyone who looks at a map. */
export function dayOf(ms: EpochMs): string {
  return new Date(ms).toISOString().slice(0, 10)
}
