/** The first steps without a mouse, and what is on screen for those who listen. */
import { expect, test } from '../world/actors.ts'
import { expectAccessible } from '../world/a11y.ts'

test('1 to 4 take a kind in hand', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  for (const [key, kind] of [
    ['1', 'Purpose'],
    ['2', 'Value'],
    ['3', 'Audience'],
    ['4', 'Proof'],
  ] as const) {
    await ana.page.keyboard.press(key)
    await expect(ana.page.getByRole('button', { name: kind, exact: true })).toHaveAttribute('aria-pressed', 'true')
  }
})

test('shortcuts rest while somebody writes', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  await ana.addsValue('1 in 4 of 3 by 2')
  await expect(ana.sees('1 in 4 of 3 by 2')).toBeVisible()
  await expect(ana.page.locator('.tl-canvas [data-block]')).toHaveCount(1)
})

test('the outline holds the same map, readable by everybody', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  await ana.adds('Purpose', 'Keep medicine cold', { x: 400, y: 300 })
  const outline = await ana.opensPanel('Outline')
  await expect(outline.getByText('Keep medicine cold')).toBeVisible()
  await ana.page.keyboard.press('Escape')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on home, map, panels and share (${theme})`, async ({ ana, server, map }) => {
    await ana.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ana.goesTo(server.origin)
    await expect(ana.page.getByRole('button', { name: 'Start a map' })).toBeVisible()
    await expectAccessible(ana.page)
    await ana.open(map.link('owner'))
    await expectAccessible(ana.page)
    for (const panel of ['Outline', 'Brief']) {
      await ana.opensPanel(panel)
      await expectAccessible(ana.page)
    }
    await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(ana.page.getByRole('dialog')).toBeVisible()
    await expectAccessible(ana.page)
  })
}
