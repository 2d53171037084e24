/** What is written while the server is out of reach stays on this device, and the words in the bar say so at every moment. */
import { join } from 'node:path'
import type { WebSocketRoute } from '@playwright/test'
import { expect, test } from '../world/actors.ts'
import { callAs, makeMap } from '../world/api.ts'
import { lineTo } from '../world/line.ts'
import { operate } from '../world/server.ts'

/** The promise: a dead line is noticed within ten seconds. */
const NOTICED = { timeout: 10_000 }
test.setTimeout(120_000)

test('edits of a time without a server are there after a reload, deletions too, and reach the map', async ({
  ownServer,
  ana,
  ben,
}) => {
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Before the fall', { x: 500, y: 250 })
  await ana.adds('Proof', 'To be removed', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText('Saved')

  await ownServer.kill()
  await ana.startsWriting(ana.card('Before the fall'))
  await ana.writes(', and after')
  await ana.stopsWriting()
  await ana.selects(ana.card('To be removed'))
  await ana.page.keyboard.press('Delete')
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)

  // The page's own files come from the server too; it answers again before anything is sent.
  await ownServer.restart()
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(ana.sees('Before the fall, and after')).toBeVisible()
  await expect(ana.sees('To be removed')).toHaveCount(0)
  await expect(ana.savedState).toHaveText('Saved', NOTICED)

  await ben.open(map.link('viewer'))
  await expect(ben.sees('Before the fall, and after')).toBeVisible()
  expect((await map.file()).blocks.map(({ statement }) => statement)).toEqual(['Before the fall, and after'])
})

test('a map opens from this device while the server is away, and says so', async ({ ownServer, ana }) => {
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Known here', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  await ana.page.getByRole('link', { name: 'Home' }).click()
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()

  await ownServer.kill()
  await ana.page.goBack()
  await expect(ana.sees('Known here')).toBeVisible()
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.adds('Audience', 'Met on the way', { x: 950, y: 250 })
  await ownServer.restart()
  await expect(ana.savedState).toHaveText('Saved', { timeout: 20_000 })
  await expect.poll(async () => (await map.file()).blocks.length).toBe(2)
})

test('a line that goes dead without a word is noticed within ten seconds, and found again', async ({ server, ana }) => {
  const line = await lineTo(server.origin)
  const map = await makeMap(line.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'On a good line', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')

  line.goesDead()
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.adds('Proof', 'Into the void', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(/^Kept on this device/)

  line.comesBack()
  await expect(ana.savedState).toHaveText('Saved', { timeout: 30_000 })
  const file = await callAs(map.keys.viewer, `${server.origin}/api/maps/${map.id}`)
  expect(((await file.json()) as { blocks: unknown[] }).blocks).toHaveLength(2)
  await line.close()
})

test('where the browser keeps nothing the bar says so, and all works as long as the page is open', async ({
  ownServer,
  ana,
}) => {
  await ana.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'In memory', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  await ownServer.kill()
  await ana.adds('Proof', 'In this window alone', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText('Offline; not kept over a reload', NOTICED)
  await ownServer.restart()
  await expect(ana.savedState).toHaveText('Saved', { timeout: 20_000 })
  await expect.poll(async () => (await map.file()).blocks.length).toBe(2)
})

test('words of somebody whose key is revoked meanwhile are handed back, then leave this device', async ({
  ownServer,
  ana,
}) => {
  const map = await makeMap(ownServer.origin)
  const made = await callAs(map.keys.owner, `${ownServer.origin}/api/maps/${map.id}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'editor' }),
  })
  const { id, key } = (await made.json()) as { id: string; key: string }
  const link = `${ownServer.origin}/m/${map.id}#key=${key}`
  await ana.open(link)
  await ana.adds('Value', 'Agreed words', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')

  await ana.goesOffline()
  await ana.adds('Proof', 'Words on the train', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await callAs(map.keys.owner, `${ownServer.origin}/api/maps/${map.id}/keys/${id}`, { method: 'DELETE' })
  await ana.comesBack()

  const words = ana.page.getByRole('textbox', { name: 'Words that have not reached the server' })
  await expect(words).toHaveValue('Proof\nStatement: Words on the train', { timeout: 20_000 })
  // Over a reload too, until they are let go.
  await ana.page.reload()
  await expect(words).toHaveValue('Proof\nStatement: Words on the train')
  await ana.page.getByRole('button', { name: 'Remove them from this device' }).click()
  await expect(words).toHaveCount(0)
  await ana.page.reload()
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(words).toHaveCount(0)
})

test('a map that the server has put back takes nothing in by itself; what was written since is handed over', async ({
  ownServer,
  ana,
}) => {
  const map = await makeMap(ownServer.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'In the backup', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  const backup = join(ownServer.dataDir, 'backup.db')
  await operate(ownServer, 'backup', backup)
  await ownServer.kill()
  await ana.adds('Proof', 'While it was down', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await operate(ownServer, 'restore', backup)
  await ownServer.restart()

  const words = ana.page.getByRole('textbox', { name: 'Words that have not reached the server' })
  await expect(words).toHaveValue('Proof\nStatement: While it was down', { timeout: 20_000 })
  await ana.page.getByRole('button', { name: 'Open the map as it is' }).click()
  await ana.seesTheMap()
  await expect(ana.sees('In the backup')).toBeVisible()
  await expect(ana.savedState).toHaveText('Saved', NOTICED)
  await expect(ana.sees('While it was down')).toHaveCount(0)
  await ana.page.getByRole('button', { name: 'Show them' }).click()
  await expect(words).toHaveValue('Proof\nStatement: While it was down')
  expect((await map.file()).blocks.map(({ statement }) => statement)).toEqual(['In the backup'])
})

test('a server that lets one in but cannot save is named, until it can', async ({ map, ana }) => {
  const lines: WebSocketRoute[] = []
  let full = false
  const sendAway = (line: WebSocketRoute) => line.close({ code: 4503, reason: 'The disk is full.' })
  await ana.page.routeWebSocket(/\/sync\//, (line) => {
    lines.push(line)
    if (full) void sendAway(line)
    else line.connectToServer()
  })
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Before', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  full = true
  for (const line of lines) void sendAway(line)
  await expect(ana.savedState).toHaveText('Not saved: the server cannot save just now', NOTICED)
  await ana.adds('Proof', 'Meanwhile', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText('Not saved: the server cannot save just now')
  full = false
  await expect(ana.savedState).toHaveText('Saved', { timeout: 20_000 })
  await expect.poll(async () => (await map.file()).blocks.length).toBe(2)
})
