/** A month of work on one map, with a clock in the hand: what is kept of it stays bounded. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { AUTOMATIC_AT_MOST } from '@throughline/shared/versions'
import { DAYS, workAMonth } from '../../test/month-of-edits.ts'
import { DATABASE_FILE } from '../stores/sqlite/open-sqlite-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-month-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EDITS = 10_000
/** Map, thing, person and time, as SQLite lays them down. */
const BYTES_A_TOUCH = 70
/** Tables and their indexes, a page each, that are there for any number of maps; pages that are not full; pages kept free. */
const BESIDES = 190_000

function inFile(file: string): { readonly versionBytes: number; readonly touches: number; readonly freePages: number } {
  const db = new DatabaseSync(file)
  const figure = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0])
  const versionBytes =
    figure('SELECT sum(length(bytes)) FROM versions') + figure('SELECT sum(length(bytes)) FROM version_bases')
  const touches = figure('SELECT count(*) FROM touches')
  const freePages = figure('PRAGMA freelist_count')
  db.close()
  return { versionBytes, touches, freePages }
}

test('10,000 edits over 30 days: versions within their bound, each whole, and all of it under twice the current map', async () => {
  const { edits, maps } = await workAMonth(folder, { blocks: 300, edits: EDITS })
  const [map] = maps
  const current = map?.documentBytes ?? 0
  expect(edits).toBeGreaterThanOrEqual(EDITS)
  expect(map?.versions).toBeGreaterThan(DAYS)
  expect(map?.versions).toBeLessThanOrEqual(AUTOMATIC_AT_MOST)
  expect(map?.fewestBlocks).toBe(300)

  const file = join(folder, DATABASE_FILE)
  const { versionBytes, touches, freePages } = inFile(file)
  expect(current + versionBytes + touches * BYTES_A_TOUCH).toBeLessThan(2 * current)
  // And the file is no larger than what is in it.
  expect(freePages).toBeLessThan(8)
  expect(statSync(file).size).toBeLessThan(2 * current + BESIDES)
}, 120_000)
