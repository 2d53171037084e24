/**
 * Databases as each version of their shape left them, made by the server of that time. Whoever comes from it must find
 * every word. A new shape needs its file: `node server/test/frozen/freeze.ts`; files that exist are never made again.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/stores/sqlite/migrations.ts'
import { DATABASE_FILE } from '../../src/stores/sqlite/open-sqlite-stores.ts'
import { restoreFrom } from '../../src/stores/sqlite/backup-file.ts'
import { verifyFile } from '../../src/stores/sqlite/verify-file.ts'
import { startProcess, type ServerProcess } from '../start-process.ts'

interface Frozen {
  /** Map id → an editor's key. */
  readonly keys: Readonly<Record<string, string>>
  /** Map id → its map file as the server of that time exported it. */
  readonly maps: Readonly<Record<string, { readonly blocks: readonly object[] }>>
}

const fileOf = (version: number, ending: 'db' | 'json') =>
  fileURLToPath(new URL(`./schema-${version}.${ending}`, import.meta.url))
const VERSIONS = MIGRATIONS.map((_, index) => index + 1)

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-frozen-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

async function exported({ url }: ServerProcess, map: string, key: string): Promise<{ blocks: readonly object[] }> {
  const answer = await fetch(`${url}/api/maps/${map}`, { headers: { authorization: `Bearer ${key}` } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { blocks: readonly object[] }
}

test('every version of the database’s shape has a frozen file of it', () => {
  expect(
    VERSIONS.filter((version) => !existsSync(fileOf(version, 'db'))),
    'run node server/test/frozen/freeze.ts and commit what it makes',
  ).toEqual([])
})

describe.each(VERSIONS.filter((version) => existsSync(fileOf(version, 'db'))))(
  'a database of version %i',
  (version) => {
    const { keys, maps } = JSON.parse(readFileSync(fileOf(version, 'json'), 'utf8')) as Frozen

    test('is of that version, and sound as it lies', () => {
      const copy = join(newFolder(), DATABASE_FILE)
      copyFileSync(fileOf(version, 'db'), copy)
      const db = new DatabaseSync(copy, { readOnly: true })
      expect(Number(db.prepare('PRAGMA user_version').get()?.['user_version'])).toBe(version)
      db.close()
      expect(verifyFile(copy)).toMatchObject({ maps: Object.keys(maps).length, problems: [] })
    })

    test('opens today with every word, takes an edit, and stays sound', async () => {
      const DATA_DIR = newFolder()
      copyFileSync(fileOf(version, 'db'), join(DATA_DIR, DATABASE_FILE))
      let server = await startProcess({ DATA_DIR })
      try {
        for (const [map, key] of Object.entries(keys)) {
          // What later versions add to a map file is theirs; what was there must be there, to the letter.
          expect(await exported(server, map, key)).toMatchObject(maps[map]!)
          const added = await fetch(`${server.url}/api/maps/${map}/import`, {
            method: 'POST',
            headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
            body: JSON.stringify({
              ...maps[map],
              blocks: [{ id: 'of-today', kind: 'value', statement: 'Said today' }],
              links: [],
            }),
          })
          expect(added.status).toBe(200)
        }
        expect(await server.end('SIGTERM')).toBe(0)
        expect(verifyFile(join(DATA_DIR, DATABASE_FILE)).problems).toEqual([])
        server = await startProcess({ DATA_DIR })
        for (const [map, key] of Object.entries(keys)) {
          const { blocks } = await exported(server, map, key)
          expect(blocks).toHaveLength(maps[map]!.blocks.length + 1)
          expect(blocks).toContainEqual(expect.objectContaining({ statement: 'Said today' }))
        }
      } finally {
        await server.end('SIGKILL')
      }
    }, 60_000)

    test('can be restored as a backup', () => {
      const backup = join(newFolder(), 'backup.db')
      copyFileSync(fileOf(version, 'db'), backup)
      const { found } = restoreFrom(newFolder(), backup, '2026-01-01T00:00:00.000Z')
      expect(found.maps).toBe(Object.keys(maps).length)
    })
  },
)
