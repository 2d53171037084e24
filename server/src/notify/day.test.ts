import { expect, test } from 'vitest'
import type { EpochMs } from '@throughline/shared/schema'
import { dayDue, readDigestTime, sayDigestTime, sayMoment } from './day.ts'

const ZURICH = readDigestTime('07:00 Europe/Zurich')!
const at = (iso: string) => Date.parse(iso) as EpochMs

test('a day’s mail is due from its time on, by the clock on the wall of the zone', () => {
  expect(dayDue(at('2026-11-28T05:59:00Z'), ZURICH)).toBe('2026-11-27')
  expect(dayDue(at('2026-11-28T06:00:00Z'), ZURICH)).toBe('2026-11-28')
  expect(dayDue(at('2026-11-28T23:30:00Z'), ZURICH)).toBe('2026-11-28')
  expect(dayDue(at('2026-03-01T05:59:00Z'), ZURICH)).toBe('2026-02-28')
  expect(dayDue(at('2026-01-01T00:00:00Z'), ZURICH)).toBe('2025-12-31')
})

test.each(['2026-03-29', '2026-10-25'])(
  'on %s, when the clocks are changed, one mail is due, as on any other day',
  (changed) => {
    const early = readDigestTime('02:30 Europe/Zurich')!
    const start = at(`${changed}T12:00:00Z`) - 48 * 3_600_000
    const sent: string[] = []
    for (let n = 0; n < 3 * 24 * 12; n += 1) {
      const day = dayDue((start + n * 300_000) as EpochMs, early)
      if (day > (sent.at(-1) ?? '')) sent.push(day)
    }
    const dayBefore = (days: number) =>
      new Date(at(`${changed}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
    expect(sent).toEqual([dayBefore(2), dayBefore(1), changed, dayBefore(-1)].slice(0, sent.length))
    expect(sent).toContain(changed)
  },
)

test('is said with its zone', () => {
  expect(sayDigestTime(ZURICH)).toBe('07:00 (Europe/Zurich)')
  expect(sayMoment(at('2026-11-27T06:00:00Z'), ZURICH)).toBe('Friday 27 November, 07:00 (Europe/Zurich)')
})

test.each(['24:00 UTC', '7:00 UTC', '07:00', '07:60 UTC', '07:00 Nowhere', '07:00 UTC now', ''])(
  'cannot read %j',
  (text) => {
    expect(readDigestTime(text)).toBeNull()
  },
)
