/** A first visit: from nothing to a map in one click. */
import { expect, test } from '../world/actors.ts'

test('a newcomer is inside the filled example in one click', async ({ ana, server }) => {
  await ana.goesTo(server.origin)
  await ana.page.getByRole('button', { name: 'Open a filled example' }).click()
  await ana.seesTheMap()
  await expect(ana.page).toHaveURL(/\/m\/[A-Za-z0-9_-]+$/)
  await expect.poll(() => ana.page.locator('.tl-canvas [data-block]').count()).toBeGreaterThan(8)
  await expect(ana.shapes('link').first()).toBeAttached()
})

test('a newcomer starts a blank map, and finds it again on the home page', async ({ ana, server }) => {
  await ana.goesTo(server.origin)
  await ana.page.getByRole('button', { name: 'Start a map' }).click()
  await ana.seesTheMap()
  const title = ana.page.getByRole('textbox', { name: 'Title' })
  await title.fill('Vardeholm')
  await title.press('Enter')
  await ana.addsValue('Stays cold', { x: 700, y: 650 })
  await expect(ana.savedState).toHaveText('Saved')

  await ana.goesTo(server.origin)
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await expect(ana.sees('Stays cold')).toBeVisible()
})
