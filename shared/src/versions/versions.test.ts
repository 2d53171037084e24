import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMap } from '../../test/index.ts'
import { NOTHING_DECIDED, type EpochMs, type PositioningMap } from '../schema/index.ts'
import { readMapState, writeMapState } from './map-state.ts'
import { AUTOMATIC_AT_MOST, thinOut } from './thin-out.ts'
import type { Version, VersionId } from './version.ts'

describe('a kept state', () => {
  it('reads as the map and the drawing that were written', () => {
    fc.assert(
      fc.property(anyMap, fc.dictionary(fc.string(), fc.jsonValue()), (map, records) => {
        const drawing = new Map(Object.entries(JSON.parse(JSON.stringify(records)) as Record<string, unknown>))
        const read = readMapState(writeMapState({ map, drawing }))
        expect(read.map).toEqual(map)
        expect(read.drawing).toEqual(new Map([...drawing].toSorted(([a], [b]) => (a < b ? -1 : 1))))
        expect(writeMapState(read)).toBe(writeMapState({ map, drawing }))
      }),
      { numRuns: 200 },
    )
  })
})

const DAY = 24 * 3_600_000
const NOW = (400 * DAY) as EpochMs

const anyVersion = fc.record({
  id: fc.uuid().map((id) => id as VersionId),
  name: fc.constant(''),
  at: fc.integer({ min: 0, max: NOW }).map((at) => at as EpochMs),
  by: fc.constant(''),
  auto: fc.boolean(),
})

it('keeps a record under any key', () => {
  const map: PositioningMap = {
    title: '',
    subject: '',
    voices: [],
    blocks: new Map(),
    links: [],
    brief: NOTHING_DECIDED,
  }
  const drawing = new Map<string, unknown>([['__proto__', { type: 'draw' }]])
  expect(readMapState(writeMapState({ map, drawing })).drawing).toEqual(drawing)
})

describe('versions are thinned out', () => {
  const many = fc.array(anyVersion, { maxLength: 400 })

  it('TO1, TO3: never a named one, and never leaving more automatic ones than the bound', () => {
    fc.assert(
      fc.property(many, (versions) => {
        const gone = new Set(thinOut(versions, NOW))
        const left = versions.filter(({ id }) => !gone.has(id))
        expect(left.filter(({ auto }) => !auto)).toEqual(versions.filter(({ auto }) => !auto))
        expect(left.filter(({ auto }) => auto).length).toBeLessThanOrEqual(AUTOMATIC_AT_MOST)
        expect(thinOut(left, NOW)).toEqual([])
      }),
    )
  })

  it('TO2: leaves one an hour of the last week and one a day before that, the newest of each', () => {
    const every = (count: number, ms: number): Version[] =>
      Array.from({ length: count }, (_, n) => ({
        id: `${n}` as VersionId,
        name: '',
        at: (NOW - 60_000 - n * ms) as EpochMs,
        by: '',
        auto: true,
      }))
    const left = (versions: readonly Version[], now: EpochMs) => {
      const gone = new Set(thinOut(versions, now))
      return versions.filter(({ id }) => !gone.has(id)).map(({ at }) => (NOW - at) / 3_600_000)
    }
    // One every half hour for three days: all 48 of the last day, then one an hour, 24 and 24.
    expect(left(every(144, 1_800_000), NOW)).toHaveLength(48 + 24 + 24)
    // One every six hours for 100 days: 4, then all of six days (24), then one a day to the 90th.
    expect(left(every(400, 6 * 3_600_000), NOW)).toHaveLength(4 + 24 + 83)
  })

  it('TO3: as they come, the newest always stays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 * 3_600_000 }), { minLength: 1, maxLength: 200 }), (pauses) => {
        let at = 0
        let kept: Version[] = []
        for (const [n, pause] of pauses.entries()) {
          at += pause
          kept.push({ id: `${n}` as VersionId, name: '', at: at as EpochMs, by: '', auto: true })
          const gone = new Set(thinOut(kept, at as EpochMs))
          kept = kept.filter(({ id }) => !gone.has(id))
        }
        expect(kept.length).toBeLessThanOrEqual(AUTOMATIC_AT_MOST)
        expect(kept.at(-1)?.at).toBe(at)
      }),
    )
  })
})
