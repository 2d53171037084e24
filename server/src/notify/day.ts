/**
 * The one rule of days for the daily mail (`DIGEST_AT`): a day is one of the calendar in the named zone, and its mail is
 * sent at the named time there, or as soon after as the server runs. Two offsets in one day make no second mail and no
 * day without one, for nothing is counted but what a clock on the wall shows.
 */
import type { EpochMs } from '@throughline/shared/schema'

export interface DigestTime {
  /** Minutes after midnight. */
  readonly minutes: number
  readonly zone: string
}

/** `07:00 Europe/Zurich`; null when it is no time in a zone that this machine knows. */
export function readDigestTime(text: string): DigestTime | null {
  const [, hours, minutes, zone] = /^([01]\d|2[0-3]):([0-5]\d) ([\w+/-]+)$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined || zone === undefined) return null
  return isZone(zone) ? { minutes: Number(hours) * 60 + Number(minutes), zone } : null
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).format(0) !== ''
  } catch {
    return false // no such zone
  }
}

export function sayDigestTime({ minutes, zone }: DigestTime): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} (${zone})`
}

/** The day whose mail is due at `now` if it has not been sent: today's from its time on, before that yesterday's. */
export function dayDue(now: EpochMs, { minutes, zone }: DigestTime): string {
  const shown = wall(now, zone)
  if (shown.minutes >= minutes) return shown.day
  const [year = 0, month = 1, day = 1] = shown.day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10)
}

/** "Friday 27 November, 07:00 (Europe/Zurich)". */
export function sayMoment(at: EpochMs, { zone }: DigestTime): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${day.format(at)}, ${time.format(at)} (${zone})`
}

function wall(at: EpochMs, zone: string): { readonly day: string; readonly minutes: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  }
}
