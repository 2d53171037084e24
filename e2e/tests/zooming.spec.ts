/** A zoom is even, and where it rests one reads and writes at once. */
import type { Page } from '@playwright/test'
import { expect, test } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

const zoom = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')
    return layer === null ? Number.NaN : new DOMMatrix(getComputedStyle(layer).transform).a
  })

/** Turns the wheel in every frame as far as `to`, and then to and fro about there until it is let go of. */
const turnWheel = (page: Page, to: number): Promise<void> =>
  page.evaluate((goal) => {
    const canvas = document.querySelector('.tl-canvas')
    const container = document.querySelector<HTMLElement>('.tl-container')
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')
    const frame = (): void => {
      if (layer === null || container?.dataset['held'] !== 'true') return
      const deltaY = new DOMMatrix(getComputedStyle(layer).transform).a < goal ? -2 : 2
      const at = { clientX: 700, clientY: 450, bubbles: true, cancelable: true, ctrlKey: true }
      canvas?.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY }))
      requestAnimationFrame(frame)
    }
    if (container !== null) container.dataset['held'] = 'true'
    frame()
  }, to)

const letGo = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const container = document.querySelector<HTMLElement>('.tl-container')
    delete container?.dataset['held']
  })

test('cards are drawn while one zooms far, and are there to be written in where one rests', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { template: 'example' })
  await ana.open(map.link('editor'))
  const cards = ana.page.locator('.tl-canvas [data-block]')
  await expect(cards.first()).toBeVisible()
  const all = await cards.count()
  await ana.page.locator('.tl-container').focus()
  await ana.page.keyboard.press('Shift+Digit0')
  await expect.poll(() => zoom(ana.page)).toBeCloseTo(1)
  // It has come to rest.
  await expect(cards.filter({ visible: true }).first()).toBeVisible()

  await turnWheel(ana.page, 0.9)
  await expect.poll(() => zoom(ana.page)).toBeLessThan(0.93)
  // A small step takes nothing away.
  await expect(cards.filter({ visible: true }).first()).toBeVisible()
  await letGo(ana.page)

  await turnWheel(ana.page, 0.5)
  await expect(cards.filter({ visible: true })).toHaveCount(0)
  await expect(ana.page.locator('.far-cards')).toBeVisible()
  await letGo(ana.page)
  await ana.page.keyboard.press('Shift+Digit1')
  await expect(cards.filter({ visible: true })).toHaveCount(all)

  await turnWheel(ana.page, 1.1)
  await expect(cards.filter({ visible: true })).toHaveCount(0)
  await expect.poll(() => zoom(ana.page)).toBeGreaterThan(1.05)
  await letGo(ana.page)
  await cards.filter({ visible: true }).first().dblclick()
  await expect(ana.page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
})
