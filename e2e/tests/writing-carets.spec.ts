/** A caret stays where it was put: while others write around it, under the mouse, at any zoom. */
import type * as Y from 'yjs'
import { expect, test } from '../world/actors.ts'
import { syncedClient } from '../world/stock-client.ts'
import { caretIn, edits, gapBefore, heldMessages, mapOf, saved, stillPlaces, zoomsTo } from '../world/writing.ts'

const COLD = 'Stays cold without power'
const NIGHTS = 'Nobody drives in at night'

test('a caret just moved stays where it went, though words of others come before the browser tells of it', async ({
  ana,
  server,
}) => {
  const map = await mapOf(server.origin, { id: 'one', statement: COLD })
  const messages = await heldMessages(ana.page)
  await ana.open(map.link('editor'))
  await ana.startsWriting(ana.card(COLD))
  const stock = await syncedClient(server.origin, map.id, map.keys.editor)
  await messages.hold()
  const words = (stock.doc.getXmlFragment('text:one:statement').get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.insert(words.length, ', always')
  await expect.poll(() => messages.hasWaiting('always')).toBe(true)
  await messages.comeBehindHome()
  await expect.poll(() => ana.written()).toBe(`${COLD}, always`)
  await ana.page.keyboard.type('x')
  await expect.poll(() => ana.written()).toBe(`x${COLD}, always`)
  stock.leaves()
})

test('caret and scroll stay while twenty edits a second arrive', async ({ ana, server }) => {
  await ana.page.setViewportSize({ width: 1440, height: 600 })
  const detail = `${'Before the caret. '.repeat(8)}\nHere> <and on. ${'After it. '.repeat(300)}`
  const map = await mapOf(server.origin, { id: 'one', statement: COLD, detail }, { id: 'two', statement: NIGHTS })
  await ana.open(map.link('editor'))
  await ana.selects(ana.card(COLD))
  const panel = await ana.opensPanel('Block')
  const box = panel.getByRole('textbox', { name: 'Detail' })
  const written = async () => ((await box.textContent()) ?? '').replaceAll('\u2060', '')
  await box.focus()
  await ana.page.keyboard.press('ControlOrMeta+Home')
  await ana.page.keyboard.press('ArrowDown')
  for (let line = 0; line < 12 && !(await caretIn(ana.page)).startsWith('Here>'); line += 1)
    await ana.page.keyboard.press('ArrowDown')
  await ana.page.keyboard.press('Home')
  for (let step = 0; step < 'Here>'.length; step += 1) await ana.page.keyboard.press('ArrowRight')

  const stock = await syncedClient(server.origin, map.id, map.keys.editor)
  const stop = edits(stock.doc, 'text:one:detail', 'text:two:statement')
  const place = () => ana.page.evaluate(stillPlaces)
  const before = await place()
  await ana.page.keyboard.type('these letters land', { delay: 70 })
  await expect.poll(() => written()).toContain('Here>these letters land <and on.')
  expect(await place()).toEqual(before)

  // Further down than the caret: nothing draws the page back to it.
  await box.hover()
  await ana.page.mouse.wheel(0, 900)
  await expect.poll(async () => (await place()).panel).toBeGreaterThan(before.panel + 300)
  const away = await place()
  await stop()
  await expect.poll(() => written()).toMatch(/^Before/)
  expect(await place()).toEqual(away)
  stock.leaves()
  await ana.page.keyboard.type('!')
  await expect.poll(async () => (await saved(map, 'one')).detail).toContain('Here>these letters land! <and on.')
})

for (const zoom of [0.5, 1, 2] as const)
  test(`a click between two letters puts the caret there at ${zoom * 100} %`, async ({ ana, server }) => {
    const map = await mapOf(server.origin, { id: 'one', statement: COLD })
    await ana.open(map.link('editor'))
    await zoomsTo(ana, zoom)
    const rest = await ana.card(COLD).locator('.card-statement').evaluate(gapBefore, 8)
    await ana.page.mouse.dblclick(rest.x, rest.y)
    await expect(ana.editor).toBeFocused()
    await ana.page.keyboard.type('|')
    await expect.poll(() => ana.written()).toBe('Stays co|ld without power')
    const open = await ana.editor.evaluate(gapBefore, 3)
    await ana.page.mouse.click(open.x, open.y)
    await ana.page.keyboard.type('|')
    await expect.poll(() => ana.written()).toBe('Sta|ys co|ld without power')
  })

test('where a click in scaled words misses its letter, a card opens at 100 % with the caret where it was clicked', async ({
  ana,
  server,
}) => {
  const map = await mapOf(server.origin, { id: 'one', statement: COLD })
  // As a browser does that takes a scaled text for an unscaled one.
  await ana.page.addInitScript(() => {
    const real = document.caretPositionFromPoint.bind(document)
    document.caretPositionFromPoint = (x: number, y: number) => {
      const at = document.elementFromPoint(x, y)
      const scaled = at instanceof HTMLElement && at.getBoundingClientRect().width > at.offsetWidth * 1.01
      return real(scaled ? x / 2 : x, y)
    }
  })
  await ana.open(map.link('editor'))
  await zoomsTo(ana, 2)
  const rest = await ana.card(COLD).locator('.card-statement').evaluate(gapBefore, 8)
  await ana.page.mouse.dblclick(rest.x, rest.y)
  await expect(ana.editor).toBeFocused()
  await expect
    .poll(async () => Math.round((await ana.page.locator('.tl-canvas [data-block="one"]').boundingBox())?.width ?? 0))
    .toBe(280)
  await ana.page.keyboard.type('|')
  await expect.poll(() => ana.written()).toBe('Stays co|ld without power')
})
