/** A link's role holds, also when it is taken away while the page is open. */
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
