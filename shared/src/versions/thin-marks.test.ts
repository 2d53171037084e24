import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EpochMs } from '../schema/index.ts'
import { MARKS_AT_MOST, thinMarks } from './thin-marks.ts'
import type { VersionId } from './version.ts'

const state = (at: number, name = 'm') => ({ id: `${name}${at}` as VersionId, at: at as EpochMs })
const times = (...all: number[]) => all as EpochMs[]

describe('marks', () => {
  it('TM1, TM2: those stay that somebody’s last visit ended on, and the first state of all', () => {
    const marks = [state(0), state(10), state(20), state(30), state(40)]
    const versions = [state(35, 'v')]
    expect(thinMarks(marks, versions, times(12, 25, 36), 50 as EpochMs)).toEqual(['m30', 'm40'])
    expect(thinMarks(marks, versions, times(), 50 as EpochMs)).toEqual(['m10', 'm20', 'm30', 'm40'])
    expect(thinMarks([state(10)], [state(5, 'v')], times(7), 50 as EpochMs)).toEqual(['m10'])
  })

  it('TM1: a visit of long ago keeps nothing', () => {
    const day = 24 * 3_600_000
    expect(thinMarks([state(0), state(10)], [], times(12), (91 * day) as EpochMs)).toEqual(['m10'])
  })

  it('TM3: their number is bounded, however many people leave', () => {
    const moments = fc.uniqueArray(fc.nat(10_000), { maxLength: 300 })
    fc.assert(
      fc.property(moments, fc.array(fc.nat(10_000), { maxLength: 300 }), (at, left) => {
        const marks = at.map((one) => state(one))
        const gone = new Set(thinMarks(marks, [], left as EpochMs[], 10_001 as EpochMs))
        expect(marks.length - gone.size).toBeLessThanOrEqual(MARKS_AT_MOST + 1)
      }),
    )
  })
})
