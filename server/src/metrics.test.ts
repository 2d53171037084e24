import { expect, test } from 'vitest'
import { Metrics } from './metrics.ts'

test('counts saves by how long they took, each bucket with those below it', () => {
  const metrics = new Metrics()
  for (const ms of [1, 5, 30, 700, 60_000]) metrics.saved(1, 10, ms)
  const text = metrics.text({ rooms: () => 2, connections: () => 3, streams: () => 4 })
  metrics.close()
  const bucket = (end: string) =>
    Number(new RegExp(`save_duration_seconds_bucket\\{le="${end.replace('+', '\\+')}"\\} (\\d+)`).exec(text)?.[1])
  expect(['0.002', '0.005', '0.05', '1', '10', '+Inf'].map(bucket)).toEqual([1, 2, 3, 4, 4, 5])
  expect(text).toContain('throughline_save_duration_seconds_sum 60.736\n')
  expect(text).toContain('throughline_save_duration_seconds_count 5\n')
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{le="[^"]+"\})? [\d.e+-]+)$/)
})
