/** A link's role holds, also when it is taken away while the page is open. */
import type { Page } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { callAs, makeMap } from '../world/api.ts'

test('a viewer reads along live, and has nothing to write with', async ({ ana, ben, map }) => {
  await ana.open(map.link('editor'))
  await ben.open(map.link('viewer'))
  await ana.addsValue('For everybody to read')
  await expect(ben.sees('For everybody to read')).toBeVisible()
  await expect(ben.savedState).toHaveText('Reading only')
  await expect(ben.page.getByRole('button', { name: 'Value', exact: true })).toHaveCount(0)
  await ben.pointsTwiceAt(ben.card('For everybody to read'))
  await expect(ben.editor).toHaveCount(0)
})

test('the key leaves the address as soon as it is used', async ({ ana, map, server }) => {
  await ana.open(map.link('editor'))
  await expect(ana.page).toHaveURL(`${server.origin}/m/${map.id}`)
  await ana.page.reload()
  await ana.seesTheMap()
})

test('without a key, or with one of another map, there is a sentence and a way on', async ({ ana, server, map }) => {
  await ana.goesTo(`${server.origin}/m/${map.id}`)
  await expect(ana.page.getByRole('alert')).toContainText('Ask whoever works on it for a link.')
  const another = await makeMap(server.origin)
  await ana.goesTo(`${server.origin}/m/${map.id}#key=${another.keys.owner}`)
  await ana.page.reload()
  await expect(ana.page.getByRole('alert')).toBeVisible()
  await expect(ana.page.getByRole('link', { name: 'Maps of this browser' })).toBeVisible()
})

test('an owner shares an editor’s link, and whoever opens it edits', async ({ ana, ben, map }) => {
  await ana.open(map.link('owner'))
  await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Editor/ }).check()
  const link = await dialog.getByRole('textbox', { name: /link/i }).inputValue()
  expect(link).toMatch(/\/m\/[^#]+#key=/)
  await ben.open(link)
  await ben.addsValue('Written by a guest')
  await ana.page.keyboard.press('Escape')
  await expect(ana.sees('Written by a guest')).toBeVisible()
})

test('a key that is revoked closes the page that rests on it', async ({ ben, map, server }) => {
  const keys = `${server.origin}/api/maps/${map.id}/keys`
  const made = await callAs(map.keys.owner, keys, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'editor', label: 'Guests' }),
  })
  expect(made.status).toBe(201)
  const { id, key } = (await made.json()) as { id: string; key: string }
  await ben.open(`${server.origin}/m/${map.id}#key=${key}`)
  const revoked = await callAs(map.keys.owner, `${keys}/${id}`, { method: 'DELETE' })
  expect(revoked.ok).toBe(true)
  await expect(ben.page.getByRole('alert')).toBeVisible()
  await expect(ben.page.locator('.tl-canvas')).toHaveCount(0)
})

/** From `hold` on, what this page sends stays on the way: a slow line. What the server says still arrives. */
async function slowLine(page: Page): Promise<{ hold(): void }> {
  const line = { held: false }
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (!line.held) server.send(message)
    })
    server.onMessage((message) => socket.send(message))
    server.onClose((code, reason) => void socket.close({ ...(code && { code }), ...(reason && { reason }) }))
  })
  return { hold: () => (line.held = true) }
}

for (const how of ['revoked', 'expired'] as const) {
  test(`a key that is ${how} while somebody types: they are out, and take their words along`, async ({
    ana,
    ben,
    map,
    server,
  }) => {
    const keys = `${server.origin}/api/maps/${map.id}/keys`
    const ends = how === 'expired' ? { expiresAt: Date.now() + 12_000 } : {}
    const made = await callAs(map.keys.owner, keys, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'editor', label: 'Guests', ...ends }),
    })
    const { id, key } = (await made.json()) as { id: string; key: string }
    const line = await slowLine(ben.page)
    await ben.open(`${server.origin}/m/${map.id}#key=${key}`)
    await ben.addsValue('Saved before')
    await expect(ben.savedState).toHaveText('Saved')
    await ben.startsWriting(ben.card('Saved before'))
    line.hold()
    await ben.writes(', and not after')
    if (how === 'revoked')
      expect((await callAs(map.keys.owner, `${keys}/${id}`, { method: 'DELETE' })).status).toBe(204)
    await expect(ben.page.getByRole('alert')).toContainText('The link has been taken back, has ended', {
      timeout: 20_000,
    })
    await expect(ben.page.locator('.tl-canvas')).toHaveCount(0)
    await expect(ben.page.getByRole('textbox', { name: 'Words that have not reached the server' })).toHaveValue(
      /Saved before, and not after/,
    )
    await expectAccessible(ben.page)
    await ana.open(map.link('viewer'))
    await expect(ana.sees('Saved before')).toBeVisible()
    await expect(ana.sees('and not after')).toHaveCount(0)
  })
}

test('an owner makes a link with a label and an end, and takes it back', async ({ ana, ben, map }) => {
  await ana.open(map.link('owner'))
  await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Commenter/ }).check()
  await dialog.getByRole('button', { name: 'Make another link' }).click()
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Board, March')
  const nextYear = new Date().getFullYear() + 1
  await dialog.getByLabel('Ends').fill(`${nextYear}-03-31`)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const row = dialog.getByRole('listitem').filter({ hasText: 'Board, March' })
  await expect(row).toContainText(/ends 31 Mar/)
  const link = await dialog.getByRole('textbox', { name: /link/i }).inputValue()
  await expectAccessible(ana.page)
  await ben.open(link)
  await expect(ben.savedState).toHaveText('Reading and commenting')
  await row.getByRole('button', { name: 'Revoke Board, March' }).click()
  await dialog.getByRole('button', { name: 'Revoke Board, March now' }).click()
  await expect(row).toHaveCount(0)
  await expect(ben.page.getByRole('alert')).toContainText('The link has been taken back')
})
