/** The server's disk is full: people are told so, keep on writing, lose nothing by a reload, and it is saved once there is room. */
import { canLimit } from '../../server/test/limit-files.ts'
import { expect, test } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

test.skip(!canLimit, 'this system has no prlimit')
test.setTimeout(120_000)

const NOT_SAVED = 'Not saved: the server cannot save just now'
/** The longest pause between two returns is ten seconds. */
const RETURNED = { timeout: 30_000 }

test('what is written while the disk is full is told, kept over a reload, and saved once there is room', async ({
  ownServer,
  ana,
  ben,
}) => {
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'While there was room', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')

  ownServer.fillDisk()
  await ana.adds('Proof', 'When it was full', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(NOT_SAVED, RETURNED)
  await ana.startsWriting(ana.card('When it was full'))
  await ana.writes(', and on')
  await ana.stopsWriting()
  await expect(ana.savedState).toHaveText(NOT_SAVED)
  await expect(ana.page.getByRole('status').filter({ hasText: NOT_SAVED })).toHaveAttribute(
    'title',
    /What waits is kept on this device\.$/,
  )

  await ana.page.reload()
  await ana.seesTheMap()
  await expect(ana.sees('When it was full, and on')).toBeVisible()
  await expect(ana.savedState).toHaveText(NOT_SAVED, RETURNED)
  await ana.adds('Audience', 'After the reload', { x: 950, y: 250 })
  await expect(ana.savedState).toHaveText(NOT_SAVED)

  ownServer.makeRoom()
  await expect(ana.savedState).toHaveText('Saved', RETURNED)
  await ben.open(map.link('viewer'))
  await expect(ben.sees('When it was full, and on')).toBeVisible()
  await expect(ben.sees('After the reload')).toBeVisible()
  const statements = (await map.file()).blocks.map(({ statement }) => statement).toSorted()
  expect(statements).toEqual(['After the reload', 'When it was full, and on', 'While there was room'])
})
