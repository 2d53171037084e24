/** Free drawing, notes and text are there for everybody, beside the blocks. */
import { expect, test } from '../world/actors.ts'

test('a pencil line appears for the other and survives a reload', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.picks('Pencil')
  await ana.strokes({ x: 500, y: 300 }, { x: 800, y: 450 })
  await expect(ben.shapes('draw')).toHaveCount(1)
  await expect(ana.savedState).toHaveText('Saved')
  await ben.page.reload()
  await ben.seesTheMap()
  await expect(ben.shapes('draw')).toHaveCount(1)
})

test('a note that one writes, the other reads', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ana.picks('Note')
  await ana.page.mouse.click(600, 400)
  await ana.writes('Ask the warehouse')
  await ana.page.keyboard.press('Escape')
  await expect(ben.shapes('note')).toContainText('Ask the warehouse')
})

test('undoing a line takes the line and nothing else', async ({ ana, ben, mapUrl }) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  await ben.addsValue('Stays')
  await ana.picks('Pencil')
  await ana.strokes({ x: 500, y: 650 }, { x: 800, y: 700 })
  await expect(ben.shapes('draw')).toHaveCount(1)
  await ana.undoes()
  await expect(ben.shapes('draw')).toHaveCount(0)
  await expect(ana.sees('Stays')).toBeVisible()
})
