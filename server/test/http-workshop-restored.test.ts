/** A workshop that was saved in a backup in its midst, and brought back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { WorkshopView } from '@throughline/shared/protocol'
import { silentLog } from '../src/log.ts'
import { backupTo, restoreFrom } from '../src/stores/sqlite/backup-file.ts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { startTestServer } from './start-test-server.ts'
import { meeting, writes, WorkshopWorld } from './workshop-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-restored-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('goes on, says how much private writing is gone, and takes new writing under a new code', async () => {
  const [here, there, saved] = ['here', 'there', 'saved.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const before = await startTestServer({ stores: await openSqliteStores(here, silentLog) })
  const { world, ana, ben, cleo } = await meeting(before, 1)
  await world.tells(ben, writes('Known to all.'))
  await world.tells(ana, { type: 'reveal', prompt: 'value' })
  await world.tells(ben, writes('Never shown.', 'purpose'))
  await world.tells(cleo, writes('Nor this.', 'purpose'))
  expect((await world.sees(ana)).lost).toBeUndefined()
  backupTo(here, saved)
  await before.close()

  restoreFrom(there, saved, '')
  const after = await startTestServer({ stores: await openSqliteStores(there, silentLog) })
  const restored = new WorkshopWorld(after, world.map)
  const prompt = ({ prompts }: WorkshopView, id: string) => prompts.find((one) => one.id === id)
  const seen = await restored.sees(ben)
  expect(seen).toMatchObject({ state: 'running', lost: 2, join: null, stage: { index: 1 } })
  expect(prompt(seen, 'purpose')).toMatchObject({ written: 0, mine: '', tellings: null })
  // Whose it is nobody knows any more.
  expect(prompt(seen, 'value')).toMatchObject({ written: 1, mine: '', tellings: [{ text: 'Known to all.' }] })

  const again = await restored.tells(ben, writes('Once more.', 'purpose'))
  expect(prompt(again, 'purpose')).toMatchObject({ written: 1, mine: 'Once more.' })
  const { join: shown, lost } = await restored.sees(ana)
  expect([lost, shown?.code.length]).toEqual([2, 6])
  expect((await after.call('POST', '/api/join', null, { code: shown!.code })).status).toBe(200)
  await after.close()
})
