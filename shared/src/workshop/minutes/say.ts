/** The fixed words of the minutes. Times are in UTC, so that they read the same everywhere. */
import type { EpochMs } from '../../schema/index.ts'
import type { Said } from './minutes.ts'

export function count(many: number, one: string, more = `${one}s`): string {
  return `${many} ${many === 1 ? one : more}`
}

/** "14:03". */
export const sayTime = (at: EpochMs): string => new Date(at).toISOString().slice(11, 16)

const MINUTE_MS = 60_000

/** "45 minutes", "3 hours", "5 days"; never nothing. */
export function sayLength(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  if (minutes < 120) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

/** "Ana, Ben and Cleo". */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** With a full stop where there is none yet. */
export const stopped = (text: string): string => (/[.!?…]”?$/.test(text) ? text : `${text}.`)

export const quoted = (text: string): string => `“${text}”`
export const plainSaid = (text: string): Said => ({ text, aside: '' })
