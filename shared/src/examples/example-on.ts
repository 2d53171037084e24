/**
 * The example as it is on the day somebody makes it: always in its first summer, so that it shows what it is meant to
 * show and nothing that merely came with the years. Only days move; no text of it names one.
 */
import type { MapFile } from '../map-file/index.ts'
import { dayOf, type EpochMs } from '../schema/index.ts'
import { exampleMap } from './example-map.ts'

/** The day on which the example is written. */
const WRITTEN = '2026-06-15'
const DAY_MS = 86_400_000

/** `today` is YYYY-MM-DD (`dayOf`). */
export function exampleMapOn(today: string): MapFile {
  const later = Date.parse(today) - Date.parse(WRITTEN)
  const moved = (day: string) => dayOf((Date.parse(day) + later) as EpochMs)
  const blocks = exampleMap.blocks.map((block) => {
    const days = (['observedOn', 'reviewBy'] as const).flatMap((name) => {
      const day = block.fields[name]
      return day === undefined ? [] : [[name, moved(day)] as const]
    })
    const fields = { ...block.fields, ...Object.fromEntries(days) }
    const { agreed } = block
    return agreed === undefined
      ? { ...block, fields }
      : { ...block, fields, agreed: { ...agreed, at: movedMoment(agreed.at, later) } }
  })
  return { ...exampleMap, blocks }
}

/** The time of day stays: whole days are added. */
function movedMoment(at: string, later: number): string {
  const days = Math.round(later / DAY_MS)
  return new Date(Date.parse(at) + days * DAY_MS).toISOString().replace('.000Z', 'Z')
}
