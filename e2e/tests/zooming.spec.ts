/** A zoom is even, and where it rests one reads and writes at once. */
import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap, type MadeMap } from '../world/api.ts'
import { syncedClient } from '../world/stock-client.ts'

/** `zoom` is 1 for life size; `x` and `y` say what the camera shows, in page units. */
const camera = (page: Page): Promise<{ readonly zoom: number; readonly x: number; readonly y: number }> =>
  page.evaluate(() => {
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')
    const { a, e, f } = new DOMMatrix(layer === null ? '' : getComputedStyle(layer).transform)
    return { zoom: a, x: e / a, y: f / a }
  })

const zoom = async (page: Page): Promise<number> => (await camera(page)).zoom

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

/** How many pixels of two pictures are clearly others: the hair at the edge of what is drawn anew is not. */
const differences = (page: Page, ...pictures: readonly Buffer[]): Promise<number> =>
  page.evaluate(
    async (encoded) => {
      const read = async (base64: string): Promise<Uint8ClampedArray> => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        pen?.drawImage(bitmap, 0, 0)
        return pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
      }
      const [one = [], other = []] = await Promise.all(encoded.map(read))
      let count = 0
      for (const [at, value] of one.entries()) if (Math.abs(value - (other[at] ?? -999)) > 40) count += 1
      return count
    },
    pictures.map((picture) => picture.toString('base64')),
  )

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

/** A wide board, none of whose links is at its edge, so that the whole map stays as large. */
const wideBoard = (server: { readonly origin: string }): Promise<MadeMap> => {
  const ids = Array.from({ length: 240 }, (_, at) => `value-${at}`)
  return makeMap(server.origin, {
    map: {
      format: 'throughline-map',
      version: 1,
      blocks: ids.map((id, at) => ({
        id,
        kind: at % 2 === 0 ? 'value' : 'proof',
        statement: `It keeps for ${at} hours`,
        frame: { x: (at % 20) * 340, y: Math.floor(at / 20) * 240, w: 280, h: 160 },
      })),
      links: ids.slice(45, 55).map((id, at) => ({ from: id, to: `value-${at + 105}` })),
    },
  })
}

const seen = ({ page }: Person): Promise<Buffer> =>
  page.screenshot({ clip: { x: 120, y: 80, width: 1_100, height: 700 } })

/** Turns the wheel once a frame. */
const pans = (page: Page, turns: readonly (readonly [right: number, down: number])[]): Promise<void> =>
  page.evaluate(async (all) => {
    const canvas = document.querySelector('.tl-canvas')
    for (const [deltaX, deltaY] of all) {
      canvas?.dispatchEvent(
        new WheelEvent('wheel', { clientX: 700, clientY: 450, bubbles: true, cancelable: true, deltaX, deltaY }),
      )
      await new Promise(requestAnimationFrame)
    }
  }, turns)

test('what others change far away is drawn where it has changed, and leaves nothing behind', async ({
  ana,
  ben,
  server,
}) => {
  const map = await wideBoard(server)
  await ana.open(map.link('editor'))
  await expect(ana.page.locator('.far-cards')).toBeVisible()
  const script = await syncedClient(server.origin, map.id, map.keys.editor)
  for (const [at, id] of ['value-50', 'value-107', 'value-150'].entries()) {
    script.doc.getArray('frames').push([{ key: id, val: [1_500 + at * 900, 1_300, 280, 160, 'a5', ''] }])
    script.types(id, ', and longer')
  }
  const gone = script.doc.getMap('blocks').get('value-88') as Y.Map<unknown>
  gone.set('deletedAt', Date.now())
  script.types('value-130', ' and the same place')
  await expect.poll(() => map.file().then(({ blocks }) => blocks.length)).toBe(239)
  await ben.open(map.link('editor'))
  await expect(ben.page.locator('.far-cards')).toBeVisible()
  await expect
    .poll(async () => differences(ana.page, await seen(ana), await seen(ben)), { message: 'both see the same' })
    .toBe(0)
  script.leaves()
})

test('after a long way to and fro one sees the same as after one step', async ({ ana, ben, server }) => {
  const map = await wideBoard(server)
  for (const person of [ana, ben]) {
    await person.open(map.link('viewer'))
    await person.page.locator('.tl-container').focus()
    await person.page.keyboard.press('Shift+Digit0')
    await expect.poll(() => zoom(person.page)).toBe(1)
    for (const wanted of [0.5, 0.25]) {
      await person.page.keyboard.press('ControlOrMeta+Minus')
      await expect.poll(() => zoom(person.page)).toBe(wanted)
    }
    await expect(person.page.locator('.far-cards')).toBeVisible()
  }
  const way = (times: number, right: number, down: number) =>
    Array.from({ length: times }, () => [right, down] as const)
  await pans(ana.page, [...way(90, -16, -6), ...way(60, 23, 9), ...way(40, -2, 0)])
  await expect
    .poll(async () => {
      const [there, here] = [await camera(ana.page), await camera(ben.page)]
      await pans(ben.page, [[(here.x - there.x) * 0.25, (here.y - there.y) * 0.25]])
      return Math.abs(here.x - there.x) + Math.abs(here.y - there.y)
    })
    .toBeLessThan(0.01)
  await expect
    .poll(async () => differences(ana.page, await seen(ana), await seen(ben)), { message: 'both see the same' })
    .toBe(0)
})
