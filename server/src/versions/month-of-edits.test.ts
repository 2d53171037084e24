/** A month of work on one map, with a clock in the hand: what is kept of it stays bounded. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { AUTOMATIC_AT_MOST } from '@throughline/shared/versions'
import { DAYS, workAMonth } from '../../test/month-of-edits.ts'
import { DATABASE_FILE } from '../stores/sqlite/open-sqlite-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-month-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EDITS = 10_000
/** Milliseconds. */
const OPENS_WITHIN = 50

test('10,000 edits over 30 days: versions within their bound, each whole and quick to open, and the database under twice the current map', async () => {
  const { edits, maps } = await workAMonth(folder, { blocks: 300, edits: EDITS })
  const [map] = maps
  const current = map?.documentBytes ?? 0
  expect(edits).toBeGreaterThanOrEqual(EDITS)
  expect(map?.versions).toBeGreaterThan(DAYS)
  expect(map?.versions).toBeLessThanOrEqual(AUTOMATIC_AT_MOST)
  expect(map?.fewestBlocks).toBe(300)
  // In the processor's time: a suite shares its machine, and the wall clock is the bench's to watch.
  const opening = (map?.openCpuMs ?? []).toSorted((a, b) => a - b)
  expect(opening).toHaveLength(map?.versions ?? 0)
  // Nine of ten: a collection of garbage may fall into any one.
  expect(opening[Math.floor(opening.length * 0.9)]).toBeLessThan(OPENS_WITHIN)

  // The file, with all its tables, and nothing beside it that would have to be put into it first.
  expect(statSync(join(folder, DATABASE_FILE)).size).toBeLessThan(2 * current)
  expect(statSync(join(folder, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
}, 120_000)
